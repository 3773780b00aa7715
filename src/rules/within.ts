import type { Range } from '../model/notice.ts';

/** Limits are inclusive at both ends. */
export function within(range: Range, value: number): boolean {
  return value >= (range.min ?? -Infinity) && value <= (range.max ?? Infinity);
}
