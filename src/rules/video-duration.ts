import { judgeRanges, type PartCase, type Rule } from './rule.ts';

export const videoDuration: Rule<PartCase> = (input) => {
  if (input.part.role !== 'video') return [];
  const seconds = input.part.facts.video?.duration;
  const shown = seconds === undefined ? undefined : asAPlayerShows(seconds);
  return judgeRanges(input, 'video.duration', input.media.duration, shown, (range) => ({
    range,
    ...(seconds !== undefined && { actual: seconds }),
  }));
};

/**
 * A film cut at 30:00 lasts some hundredths longer by its last frame and its sound's padding (an AAC frame is
 * 21–64 ms): what a player shows as 30:00 is 30 minutes.
 */
export function asAPlayerShows(seconds: number): number {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) <= 0.1 ? whole : seconds;
}
