import { judgeRanges, type PartCase, type Rule } from './rule.ts';

/** Bits per second. */
export const videoBitrate: Rule<PartCase> = (input) => {
  if (input.part.role !== 'video') return [];
  const actual = input.part.facts.video?.bitRate;
  return judgeRanges(input, 'video.bitrate', input.media.bitRate, actual, (range) => ({
    range,
    ...(actual !== undefined && { actual }),
  }));
};
