/** Units go by the key that holds it: bytes, seconds, pixels, pages, 字, bits per second. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** Ends that are themselves beyond it: 小于 60 秒. All others are within. */
  readonly excludes?: readonly Side[];
}

export type Side = 'min' | 'max';

/** Bounds; or `about` so much (左右), give or take `tolerance` (a share, 0–1); or any one of several bounds. */
export interface Range extends Bounds {
  readonly about?: number;
  readonly tolerance?: number;
  readonly anyOf?: readonly Bounds[];
}

/** “约 10 个”, “1500 字左右”: two in ten more or less is still about so much, where the notice does not say. */
const TOLERANCE = 0.2;

/** What a range comes to: a value may lie within any one of these. */
export function boundsOf(range: Range): readonly Bounds[] {
  if (range.anyOf) return range.anyOf;
  return [range.about === undefined ? range : aboutBounds(range.about, range.tolerance)];
}

export function within(range: Range, value: number): boolean {
  return boundsOf(range).some((bounds) => !isBelow(bounds, value) && !isAbove(bounds, value));
}

export function isBelow({ min = -Infinity, excludes }: Bounds, value: number): boolean {
  return value < min || (value === min && excludes?.includes('min') === true);
}

export function isAbove({ max = Infinity, excludes }: Bounds, value: number): boolean {
  return value > max || (value === max && excludes?.includes('max') === true);
}

function aboutBounds(about: number, tolerance = TOLERANCE): Bounds {
  // In thousandths, so that a tenth more of 1500 is 1650 and no hair beside it.
  const share = (part: number) => Math.round(about * part * 1000) / 1000;
  return { min: share(1 - tolerance), max: share(1 + tolerance) };
}
