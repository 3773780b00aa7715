import type { TablePart } from './doc-header.ts';
import { corrupt } from './unfit.ts';

/** A stretch of text and where it lies in the WordDocument stream. Positions `from`, `to` count characters. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Offset in the stream, bytes. */
  readonly at: number;
  /** 1: one byte a character, Windows-1252. 2: UTF-16. */
  readonly width: 1 | 2;
}

const MOST_CHARACTERS = 16_777_216;

/** The piece table: the order in which stretches of the stream make up the text. [MS-DOC] 2.9.38 (Clx) */
export function parsePieces(table: Uint8Array, { at, bytes }: TablePart): readonly Piece[] {
  if (bytes === 0 || at + bytes > table.length) throw corrupt('', 'piece table');
  const view = new DataView(table.buffer, table.byteOffset + at, bytes);
  let next = 0;
  while (next + 5 <= bytes && view.getUint8(next) === 1) next += 3 + view.getUint16(next + 1, true);
  if (next + 5 > bytes || view.getUint8(next) !== 2) throw corrupt('', 'piece table');
  const length = view.getUint32(next + 1, true);
  const count = (length - 4) / 12;
  if (!Number.isInteger(count) || count < 1 || next + 5 + length > bytes) throw corrupt('', 'piece table');
  return Array.from({ length: count }, (_, index) => pieceAt(view, next + 5, count, index));
}

function pieceAt(view: DataView, start: number, count: number, index: number): Piece {
  const from = view.getUint32(start + index * 4, true);
  const to = view.getUint32(start + index * 4 + 4, true);
  if (to < from || to > MOST_CHARACTERS) throw corrupt('', 'piece table');
  const place = view.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
  const compressed = (place & 0x40000000) !== 0;
  const at = place & 0x3fffffff;
  return { from, to, at: compressed ? at >>> 1 : at, width: compressed ? 1 : 2 };
}
