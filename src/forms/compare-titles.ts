import { foldLabel } from './fold-label.ts';

export interface ComparedTitles {
  /** Asked for and not printed, as asked. */
  readonly missing: readonly string[];
  /** Printed and not asked for, folded. */
  readonly extra: readonly string[];
  /** For each title the number of the cell that has it; absent where these are not just the titles. */
  readonly columns?: readonly number[];
}

/** Compares the cells of a row with the titles asked for, whatever their order, spaces and hints in brackets. */
export function compareTitles(cells: readonly string[], titles: readonly string[]): ComparedTitles {
  const printed = cells.map((text) => foldLabel(text).folded);
  const asked = titles.map((title) => foldLabel(title).folded);
  const missing = titles.filter((_, index) => !printed.includes(asked[index] ?? ''));
  const extra = printed.filter((title) => title !== '' && !asked.includes(title));
  const isExact = missing.length + extra.length === 0 && new Set(printed).size === titles.length;
  if (!isExact || cells.length !== titles.length) return { missing, extra };
  return { missing, extra, columns: asked.map((title) => printed.indexOf(title)) };
}

const COUNTED = /^[\s\u3000]*(?:\d{1,4}|[.…·。]{1,6})?[\s\u3000]*$/;

/** Room for a work: blank, but for a number or dots. */
export function isRoom(text: string): boolean {
  return COUNTED.test(text);
}
