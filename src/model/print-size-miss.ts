import { edgesOf } from './edges-of.ts';
import type { PrintSize, PrintSizeRule } from './media-rules.ts';

export type PrintSizeMiss = 'smaller' | 'larger' | 'other';

/** What a printer's cutter is allowed, and what rounding to whole pixels and dots per inch comes to. */
const CUTTER_MM = 2;
/** That rounding alone: A4 at 300 dots per inch is 2480 pixels across, 209.97 mm. */
const ROUNDING_MM = 0.5;
/** What computing it adds. */
const NOISE_MM = 1e-6;

/** How a photo on paper misses what is asked of it, whichever way up it is; undefined: it does not. */
export function printSizeMiss(
  { exact, min, max }: PrintSizeRule,
  actual: PrintSize,
): PrintSizeMiss | undefined {
  if (exact && (isBelow(actual, exact, CUTTER_MM) || isBelow(exact, actual, CUTTER_MM))) return 'other';
  if (min && isBelow(actual, min, ROUNDING_MM)) return 'smaller';
  return max && isBelow(max, actual, ROUNDING_MM) ? 'larger' : undefined;
}

/** Some edge is shorter than the same edge of the other, by more than the tolerance. */
function isBelow(one: PrintSize, other: PrintSize, tolerance: number): boolean {
  const [these, those] = [edgesOf(one), edgesOf(other)];
  const least = tolerance + NOISE_MM;
  return these.short < those.short - least || these.long < those.long - least;
}
