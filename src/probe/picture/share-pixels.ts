import type { TimedPicture } from './watch-writing.ts';

/**
 * The same pictures; one that is equal to the one before, pixel by pixel, has the very same `pixels`, so that whoever
 * follows need not look at it again. A slide that stays, a still, a stretch of black are most of many lectures.
 */
export function sharePixels(pictures: readonly TimedPicture[]): readonly TimedPicture[] {
  let before: TimedPicture | undefined;
  return pictures.map((picture) => {
    before = before && isSame(before, picture) ? { ...picture, pixels: before.pixels } : picture;
    return before;
  });
}

function isSame(one: TimedPicture, other: TimedPicture): boolean {
  const { length } = one.pixels;
  if (length !== other.pixels.length) return false;
  for (let at = 0; at < length; at++) if (one.pixels[at] !== other.pixels[at]) return false;
  return true;
}
