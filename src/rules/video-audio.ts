import type { Result } from '../model/check.ts';
import type { Silence } from '../model/facts.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** A sound track that can be heard. */
export const videoAudio: Rule<PartCase> = (input) => {
  const { sound } = input.media;
  if (!sound) return [];
  const silence = input.part.facts.video?.sound.silence;
  const subject = subjectOfPart(input);
  if (!silence) return [finding('video.audio', sound, subject, 'unknown', {}, reasonUnlearned(input))];
  return [finding('video.audio', sound, subject, resultByState[silence.state], { silence })];
};

const resultByState: Readonly<Record<Silence['state'], Result>> = {
  heard: 'pass',
  'no-track': 'fail',
  silent: 'fail',
  unknown: 'unknown',
};
