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

function isSame({ pixels: one }: TimedPicture, { pixels: other }: TimedPicture): boolean {
  return Buffer.compare(one, other) === 0;
}
