/** Rows and columns of a sheet, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** From corner to corner, both within. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** ECMA-376-1, 18.17.5.1 (Excel's own limits, [MS-OI29500] 2.1.611) */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** `B5`, `$B$5` → row 4, column 1. */
export function parsePlace(text: string): CellPlace | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text) ?? [];
  if (letters === '') return undefined;
  const row = Number(digits) - 1;
  const column =
    Array.from(letters.toUpperCase()).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1;
  return row >= 0 && row < MOST_ROWS && column < MOST_COLUMNS ? { row, column } : undefined;
}

export function placeName({ row, column }: CellPlace): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${String(row + 1)}`;
}

/** `A1:C3`, or one cell. */
export function parseRange(text: string): CellRange | undefined {
  const [from = '', to = from, ...more] = text.split(':');
  const [start, end] = [parsePlace(from), parsePlace(to)];
  if (!start || !end || more.length > 0) return undefined;
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}

export function rangeName({ top, left, bottom, right }: CellRange): string {
  const [from, to] = [placeName({ row: top, column: left }), placeName({ row: bottom, column: right })];
  return from === to ? from : `${from}:${to}`;
}
