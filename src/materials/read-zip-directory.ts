import { inflateRawSync } from 'node:zlib';
import type { OpenFile } from '../system/system.ts';
import { hasBytes, u16le, u32le, u64le } from './read-bytes.ts';

/** One entry of a ZIP's central directory (APPNOTE 6.3.10, 4.3.12). Sizes and offsets in bytes, as the archive says. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressed: number;
  readonly offset: number;
}

const MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;
const MOST_ENTRY_BYTES = 1024 * 1024;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;

/** The first entries of the directory; undefined where there is none, as in a cut-off file. */
export async function readZipDirectory(file: OpenFile): Promise<readonly ZipEntry[] | undefined> {
  const start = Math.max(0, file.bytes - END_BYTES - LONGEST_COMMENT);
  const tail = await file.read(start, file.bytes - start);
  const end = findEnd(tail);
  if (end === undefined) return undefined;
  const { offset, size } = await directoryPlace(file, tail, end);
  if (offset >= file.bytes) return undefined;
  return entriesOf(await file.read(offset, Math.min(size, MOST_DIRECTORY_BYTES)));
}

/** The end record nearest to the end whose comment fits (4.3.16). */
function findEnd(tail: Uint8Array): number | undefined {
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (hasBytes(tail, at, [0x50, 0x4b, 5, 6]) && at + END_BYTES + u16le(tail, at + 20) <= tail.length)
      return at;
  }
  return undefined;
}

async function directoryPlace(
  file: OpenFile,
  tail: Uint8Array,
  end: number,
): Promise<{ offset: number; size: number }> {
  const plain = { size: u32le(tail, end + 12), offset: u32le(tail, end + 16) };
  const locator = end - 20;
  // ZIP64 (4.3.14, 4.3.15): the real numbers stand in a record of their own.
  if (plain.offset !== 0xffff_ffff || locator < 0 || !hasBytes(tail, locator, [0x50, 0x4b, 6, 7]))
    return plain;
  const record = await file.read(Math.min(u64le(tail, locator + 8), file.bytes), 56);
  return { size: u64le(record, 40), offset: u64le(record, 48) };
}

function entriesOf(directory: Uint8Array): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (hasBytes(directory, at, [0x50, 0x4b, 1, 2])) {
    const nameBytes = u16le(directory, at + 28);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes)),
      method: u16le(directory, at + 10),
      encrypted: (u16le(directory, at + 8) & 1) === 1,
      compressed: u32le(directory, at + 20),
      offset: u32le(directory, at + 42),
    });
    at += 46 + nameBytes + u16le(directory, at + 30) + u16le(directory, at + 32);
  }
  return entries;
}

/** What an entry holds, at most 1 MiB of it; undefined where it cannot be unpacked. */
export async function readZipEntry(file: OpenFile, entry: ZipEntry): Promise<Uint8Array | undefined> {
  const header = await file.read(Math.min(entry.offset, file.bytes), 30);
  if (entry.encrypted || !hasBytes(header, 0, [0x50, 0x4b, 3, 4])) return undefined;
  const from = entry.offset + 30 + u16le(header, 26) + u16le(header, 28);
  const packed = await file.read(Math.min(from, file.bytes), Math.min(entry.compressed, MOST_ENTRY_BYTES));
  return entry.method === 0 ? packed : entry.method === 8 ? inflate(packed) : undefined;
}

function inflate(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_ENTRY_BYTES });
  } catch {
    // Corrupt, or it unpacks to more than any such part has.
    return undefined;
  }
}

/** Names in the local headers within `head`: all there is to go by in a ZIP that was cut off (4.3.7). */
export function localNames(head: Uint8Array): readonly string[] {
  const names: string[] = [];
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (let at = 0; at >= 0 && names.length < 1000; at = buffer.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    names.push(buffer.toString('utf8', at + 30, at + 30 + u16le(head, at + 26)));
  }
  return names;
}
