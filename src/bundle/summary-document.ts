import { columnWidths } from '../model/column-widths.ts';
import type { SummaryTable } from '../model/summary.ts';
import type { WordDocument } from '../model/word-document.ts';

/** Of A4, in twentieths of a point: the short edge and the long one. */
const EDGE = { upright: 11_906, landscape: 16_838 };
const MARGIN = 1134;
/** Half-width characters of 小四 (12 pt): one is 6 pt. */
const COLUMN = 120;
/** Both margins of a cell, and a little room. */
const CELL_ROOM = 240;
/** No column is narrower, and none wider where the table then fills the page. */
const NARROWEST = 6;
const WIDEST = 40;

/** 汇总表 as a page: across, where it is too wide for an upright one. */
export function summaryDocument({ heading, above, head, rows }: SummaryTable): WordDocument {
  const natural = columnWidths([head, ...rows]);
  const landscape = sum(capped(natural, WIDEST / 2)) > EDGE.upright - 2 * MARGIN;
  const room = (landscape ? EDGE.landscape : EDGE.upright) - 2 * MARGIN;
  const fitting = fitWidths(natural, room);
  const columns = fitting.map((width) => Math.floor((width * room) / sum(fitting)));
  return {
    title: heading,
    heading,
    size: 24,
    margin: MARGIN,
    ...(landscape && { landscape: true as const }),
    blocks: [
      ...above.map((text) => ({ kind: 'line' as const, text })),
      { kind: 'table', columns, head, rows: rows.map((cells) => cells.map((text) => text.split('\n'))) },
    ],
  };
}

/** Long columns give way first: a telephone number is not broken while a summary has room. */
function fitWidths(natural: readonly number[], room: number): readonly number[] {
  for (let cap = WIDEST; cap > NARROWEST; cap -= 1) {
    const widths = capped(natural, cap);
    if (sum(widths) <= room) return widths;
  }
  return capped(natural, NARROWEST);
}

function capped(natural: readonly number[], cap: number): readonly number[] {
  return natural.map((width) => Math.min(cap, Math.max(NARROWEST, width)) * COLUMN + CELL_ROOM);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
