import { decodeText } from '../../model/decode-text.ts';
import type { ByteOrder, ByteReader } from './byte-reader.ts';

/** Real directories hold some dozens of entries. */
const MOST_ENTRIES = 1024;
const MOST_VALUES = 65_536;
const LONGEST_TEXT = 200;

/** Bytes of one value by type number (TIFF 6.0, section 2). */
const TYPE_SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

export interface TiffEntry {
  readonly type: number;
  readonly count: number;
  /** Where its values lie: in the entry itself when they fit in four bytes. */
  readonly at: number;
  readonly bytes: number;
}

export interface TiffDirectory {
  readonly entries: ReadonlyMap<number, TiffEntry>;
  /** Offset of the next directory; 0: there is none. */
  readonly next: number;
  /** Where the directory and everything its entries point to would end. */
  readonly end: number;
}

export interface TiffHeader {
  readonly order: ByteOrder;
  readonly first: number;
}

/** `II*\0` or `MM\0*`, then the offset of the first directory (TIFF 6.0). */
export function readTiffHeader(reader: ByteReader): TiffHeader | undefined {
  const mark = reader.name(0, 2);
  const order: ByteOrder = mark === 'II' ? 'little' : 'big';
  if ((mark !== 'II' && mark !== 'MM') || reader.u16(2, order) !== 42) return undefined;
  return { order, first: reader.u32(4, order) };
}

/** One image file directory. Tolerant: entries of unknown type are left out, nothing is read past the end. */
export function readTiffDirectory(
  reader: ByteReader,
  order: ByteOrder,
  offset: number,
): TiffDirectory | undefined {
  if (offset < 8 || !reader.has(offset, 2)) return undefined;
  const count = reader.u16(offset, order);
  if (count === 0 || count > MOST_ENTRIES) return undefined;
  const entries = new Map<number, TiffEntry>();
  const after = offset + 2 + count * 12;
  let end = after + 4;
  for (let at = offset + 2; at < after && reader.has(at, 12); at += 12) {
    const entry = readEntry(reader, order, at);
    if (!entry) continue;
    entries.set(reader.u16(at, order), entry);
    end = Math.max(end, entry.at + entry.bytes);
  }
  return { entries, next: reader.u32(after, order), end };
}

function readEntry(reader: ByteReader, order: ByteOrder, at: number): TiffEntry | undefined {
  const type = reader.u16(at + 2, order);
  const size = TYPE_SIZES[type] ?? 0;
  if (size === 0) return undefined;
  const count = reader.u32(at + 4, order);
  const bytes = count * size;
  return { type, count, bytes, at: bytes <= 4 ? at + 8 : reader.u32(at + 8, order) };
}

/** The values of a numeric entry, rationals as quotients; empty when they are not there. */
export function tiffNumbers(
  reader: ByteReader,
  order: ByteOrder,
  directory: TiffDirectory,
  tag: number,
): readonly number[] {
  const entry = directory.entries.get(tag);
  if (!entry || entry.count > MOST_VALUES || !reader.has(entry.at, entry.bytes)) return [];
  const size = TYPE_SIZES[entry.type] ?? 0;
  return Array.from({ length: entry.count }, (_, i) =>
    numberAt(reader, order, entry.type, entry.at + i * size),
  );
}

function numberAt(reader: ByteReader, order: ByteOrder, type: number, at: number): number {
  switch (type) {
    case 3:
    case 8:
      return reader.u16(at, order);
    case 4:
      return reader.u32(at, order);
    case 9:
      return reader.i32(at, order);
    case 5:
      return reader.u32(at, order) / reader.u32(at + 4, order);
    case 10:
      return reader.i32(at, order) / reader.i32(at + 4, order);
    default:
      return reader.u8(at);
  }
}

/** A text entry up to its NUL, one line, without control characters; undefined when empty or no text. */
export function tiffText(reader: ByteReader, directory: TiffDirectory, tag: number): string | undefined {
  const entry = directory.entries.get(tag);
  if (!entry || (entry.type !== 2 && entry.type !== 7) || !reader.has(entry.at, entry.bytes))
    return undefined;
  return plainLine(reader.slice(entry.at, Math.min(entry.bytes, 4096)));
}

/** Untrusted bytes as one printable line of at most 200 characters; undefined when nothing is left. */
export function plainLine(bytes: Uint8Array): string | undefined {
  const nul = bytes.indexOf(0);
  const decoded = decodeText(nul < 0 ? bytes : bytes.subarray(0, nul));
  const line = decoded?.text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line ? Array.from(line).slice(0, LONGEST_TEXT).join('') : undefined;
}
