import type { CellRange } from './cell-place.ts';

/** Lines of a table become more or fewer; what lies below goes with it. Rows from 0. */
export interface RowShift {
  /** The first line. */
  readonly first: number;
  /** Lines that there were, and that there will be. */
  readonly before: number;
  readonly after: number;
}

/** Where a row comes to lie that is none of the lines. */
export function movedRow(row: number, { first, before, after }: RowShift): number {
  return row < first + before ? row : row + after - before;
}

/**
 * A stretch of cells, where it has the first line in it, over all of the lines there will be; of those that lie among
 * the other lines, what is left of it. Undefined: nothing.
 */
export function movedRange(range: CellRange, shift: RowShift): CellRange | undefined {
  const { first, before, after } = shift;
  const end = first + before;
  if (range.bottom < first) return range;
  if (range.top >= end)
    return { ...range, top: movedRow(range.top, shift), bottom: movedRow(range.bottom, shift) };
  const last = first + after - 1;
  const reaches = range.bottom >= end;
  const bottom = reaches
    ? movedRow(range.bottom, shift)
    : range.top <= first
      ? last
      : Math.min(range.bottom, last);
  return bottom < range.top ? undefined : { ...range, bottom };
}
