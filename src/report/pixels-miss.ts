import type { PixelsAsked } from '../model/check.ts';
import type { PixelSize } from '../model/media-rules.ts';
import { PIXEL_MEASURES } from '../model/pixel-measures.ts';
import { sizeMiss } from './aim-at-size.ts';
import { overshoot } from './format-seconds.ts';

/** How a photo misses what is asked of its pixels: it is to be made smaller, or cut to another shape; else it is too small. */
export function isTooLarge(asked: PixelsAsked, actual: PixelSize): boolean {
  return asked.by === 'size'
    ? sizeMiss(asked.rule, actual) === 'larger'
    : overshoot(asked.range, PIXEL_MEASURES[asked.by](actual))?.side === 'over';
}

export function isOtherShape(asked: PixelsAsked, actual: PixelSize): boolean {
  return asked.by === 'size' && ['upright', 'other-shape', 'almost'].includes(sizeMiss(asked.rule, actual));
}
