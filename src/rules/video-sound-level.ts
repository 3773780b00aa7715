import type { Result } from '../model/check.ts';
import type { SoundLevel } from '../model/facts.ts';
import { isDecisive } from '../model/verdict.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/**
 * Sound that was too loud for what recorded it: its waves are cut off. Advice rests on the places that were heard,
 * and says so; what decides, on all of the sound.
 */
export const videoClipping: Rule<PartCase> = (input) => {
  const { clipping } = input.media;
  if (!clipping) return [];
  const heard = heardOf(input);
  const { level } = heard;
  const needsAll = isDecisive(clipping.level, input.strict ?? false);
  const partly = needsAll && level?.whole === false && clippingIn(level) === 'pass';
  const result =
    level && !partly ? clippingIn(level) : heard.silence?.state === 'no-track' ? 'skip' : 'unknown';
  const because = result === 'unknown' && !level ? reasonUnlearned(input) : undefined;
  return [
    finding(
      'video.clipping',
      clipping,
      subjectOfPart(input),
      result,
      { ...heard, ...(partly && { partly }) },
      because,
    ),
  ];
};

/** The loudest place of all; only who has heard all of it can say that nothing was louder. */
export const videoLevel: Rule<PartCase> = (input) => {
  const { peak } = input.media;
  if (!peak) return [];
  const heard = heardOf(input);
  const { max } = peak.value;
  const result = heard.level
    ? resultOf(heard.level, max)
    : heard.silence?.state === 'no-track'
      ? 'skip'
      : 'unknown';
  const because = heard.level ? undefined : reasonUnlearned(input);
  return [finding('video.level', peak, subjectOfPart(input), result, { max, ...heard }, because)];
};

function heardOf({ part }: PartCase) {
  const { video, audio } = part.facts;
  const level = video?.sound.level ?? audio?.level;
  return { ...(level && { level }), ...(video && { silence: video.sound.silence }) };
}

/**
 * Shares of the samples. Speech and music stay within the last decibel for a thousandth of the time, even when made as
 * loud as can be for two or three hundredths; waves cut off by a third of their height, for a sixth of it.
 */
const CUT = { nearFull: 0.08, fullScale: 0.001 };
const DOUBTFUL = { nearFull: 0.04, fullScale: 0.0005 };

function clippingIn({ nearFull, fullScale }: SoundLevel): Result {
  const exceeds = (limit: typeof CUT) => nearFull >= limit.nearFull || fullScale >= limit.fullScale;
  if (exceeds(CUT)) return 'fail';
  return exceeds(DOUBTFUL) ? 'unknown' : 'pass';
}

/** dB: a lossy codec puts the peaks of the same sound a little higher. */
const SPARE = 0.5;

function resultOf({ peakDb, whole }: SoundLevel, max: number): Result {
  if (peakDb > max + SPARE) return 'fail';
  return whole ? 'pass' : 'unknown';
}
