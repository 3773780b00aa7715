import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

/** Each range by itself: a soft one and a hard cap may stand in the same notice. */
export const videoDuration: Rule<PartCase> = (input) => {
  const seconds = input.part.facts.video?.duration;
  return (input.media.duration ?? []).map((range) =>
    judge(input, 'video.duration', range, {
      fact: seconds,
      holds: (actual) => within(range.value, asAPlayerShows(actual)),
      args: { range: range.value, ...(seconds !== undefined && { actual: seconds }) },
    }),
  );
};

/**
 * A film cut at 30:00 lasts some hundredths longer by its last frame and its sound's padding (an AAC frame is
 * 21–64 ms): what a player shows as 30:00 is 30 minutes.
 */
function asAPlayerShows(seconds: number): number {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) <= 0.1 ? whole : seconds;
}
