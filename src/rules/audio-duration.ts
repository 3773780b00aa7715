import { judgeRanges, type PartCase, type Rule } from './rule.ts';
import { asAPlayerShows } from './video-duration.ts';

export const audioDuration: Rule<PartCase> = (input) => {
  if (input.part.role !== 'audio') return [];
  const seconds = input.part.facts.audio?.duration;
  const shown = seconds === undefined ? undefined : asAPlayerShows(seconds);
  return judgeRanges(input, 'audio.duration', input.media.duration, shown, (range) => ({
    range,
    ...(seconds !== undefined && { actual: seconds }),
  }));
};
