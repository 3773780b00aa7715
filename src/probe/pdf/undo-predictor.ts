import { numberIn, type PdfDict } from './parse-value.ts';

const FIRST_PNG_PREDICTOR = 10;
const MAX_COLUMNS = 1 << 16;

/**
 * Rows of bytes as they were before the PNG predictors (ISO 32000-1, 7.4.4.4) made them differences.
 * Undefined for a predictor that no index uses.
 */
export function undoPredictor(data: Uint8Array, dict: PdfDict): Uint8Array | undefined {
  const parms = firstDict(dict, 'DecodeParms') ?? firstDict(dict, 'DP');
  const predictor = parms ? (numberIn(parms, 'Predictor') ?? 1) : 1;
  if (!parms || predictor === 1) return data;
  const columns = numberIn(parms, 'Columns') ?? 1;
  if (predictor < FIRST_PNG_PREDICTOR || !(columns >= 1 && columns <= MAX_COLUMNS)) return undefined;
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row++) undoRow(data, out, row, columns);
  return out;
}

function undoRow(data: Uint8Array, out: Uint8Array, row: number, columns: number): void {
  const from = row * (columns + 1);
  const to = row * columns;
  const type = data[from] ?? 0;
  for (let column = 0; column < columns; column++) {
    const left = column > 0 ? (out[to + column - 1] ?? 0) : 0;
    const above = row > 0 ? (out[to + column - columns] ?? 0) : 0;
    const corner = row > 0 && column > 0 ? (out[to + column - columns - 1] ?? 0) : 0;
    out[to + column] = (data[from + 1 + column] ?? 0) + predicted(type, left, above, corner);
  }
}

function predicted(type: number, left: number, above: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return above;
  if (type === 3) return (left + above) >> 1;
  return type === 4 ? paeth(left, above, corner) : 0;
}

/** The neighbour nearest to left + above − corner (PNG specification, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(estimate - value));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

function firstDict(dict: PdfDict, key: string): PdfDict | undefined {
  const value = dict.entries.get(key);
  const inner = value?.kind === 'array' ? value.items[0] : value;
  return inner?.kind === 'dict' ? inner : undefined;
}
