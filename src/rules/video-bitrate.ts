import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

/** Bits per second. */
export const videoBitrate: Rule<PartCase> = (input) => {
  const { bitRate } = input.media;
  if (!bitRate) return [];
  const actual = input.part.facts.video?.bitRate;
  return [
    judge(input, 'video.bitrate', bitRate, {
      fact: actual,
      holds: (rate) => within(bitRate.value, rate),
      args: { range: bitRate.value, ...(actual !== undefined && { actual }) },
    }),
  ];
};
