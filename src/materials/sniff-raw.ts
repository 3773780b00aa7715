import { RAW_EXTENSIONS, type Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { hasAscii, hasBytes, u16be, u16le, u32be, u32le } from './read-bytes.ts';

/**
 * Beginnings that are no other format's: Fujifilm RAF, Panasonic RW2, Olympus ORF in both orders and with large
 * thumbnails, Canon CRW, Minolta MRW, Sigma X3F (as ExifTool and LibRaw know them; their makers published nothing).
 */
const MARKS = ['FUJIFILMCCD-RAW ', 'IIU\0', 'IIRO', 'IIRS', 'MMOR', 'II\x1a\0\0\0HEAPCCDR', '\0MRM', 'FOVb'];

const PHOTOMETRIC = 262;
const SUB_IFDS = 330;
const DNG_VERSION = 50_706;
/** What light fell through the colour filters (TIFF/EP, ISO 12234-2), and the same made linear (DNG 1.7, chapter 4). */
const UNDEVELOPED = new Set([32_803, 34_892]);
const MOST_DIRECTORIES = 8;
const MOST_ENTRIES = 512;
const ENTRY_BYTES = 12;

/**
 * Pictures as the camera's sensor took them. Most are built like TIFF and begin with a thumbnail: as a TIFF they would
 * be measured and named by that. A TIFF under a camera's extension that does not show it is taken at its word.
 */
export async function sniffRaw(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  if (MARKS.some((mark) => hasAscii(head, 0, mark))) return 'raw';
  const little = hasBytes(head, 0, [0x49, 0x49, 42, 0]);
  if (!little && !hasBytes(head, 0, [0x4d, 0x4d, 0, 42])) return undefined;
  // Canon CR2: its own mark behind the TIFF header, and its version.
  if (hasBytes(head, 8, [0x43, 0x52, 2])) return 'raw';
  if (RAW_EXTENSIONS.includes(extension)) return 'raw';
  return (await isUndeveloped(file, little)) ? 'raw' : undefined;
}

interface Directory {
  readonly raw: boolean;
  /** Where others begin. */
  readonly others: readonly number[];
}

/** Whether the first directories of a TIFF, and those below them, hold what a sensor took. */
async function isUndeveloped(file: OpenFile, little: boolean): Promise<boolean> {
  const first = u32(await file.read(4, 4), 0, little);
  const waiting = [first];
  const seen = new Set<number>();
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.size >= MOST_DIRECTORIES) return false;
    if (offset < 8 || offset >= file.bytes || seen.has(offset)) continue;
    seen.add(offset);
    const directory = await readDirectory(file, offset, little);
    if (directory.raw) return true;
    waiting.push(...directory.others);
  }
  return false;
}

/** TIFF 6.0, section 2: a count, entries of 12 bytes in the order of their tags, the next directory's place. */
async function readDirectory(file: OpenFile, offset: number, little: boolean): Promise<Directory> {
  const count = Math.min(u16(await file.read(offset, 2), 0, little), MOST_ENTRIES);
  const size = Math.min(count * ENTRY_BYTES + 4, file.bytes - offset - 2);
  const bytes = size > 0 ? await file.read(offset + 2, size) : new Uint8Array();
  const entries = Array.from({ length: count }, (_, i) =>
    bytes.subarray(i * ENTRY_BYTES, (i + 1) * ENTRY_BYTES),
  );
  const below = entries.find((entry) => u16(entry, 0, little) === SUB_IFDS);
  return {
    raw: entries.some((entry) => tellsRaw(entry, little)),
    others: [
      ...(below ? await readOffsets(file, below, little) : []),
      u32(bytes, count * ENTRY_BYTES, little),
    ],
  };
}

function tellsRaw(entry: Uint8Array, little: boolean): boolean {
  const tag = u16(entry, 0, little);
  return tag === DNG_VERSION || (tag === PHOTOMETRIC && UNDEVELOPED.has(u16(entry, 8, little)));
}

/** The places in a SubIFDs entry: in the entry itself where it is one, else where that says. */
async function readOffsets(file: OpenFile, entry: Uint8Array, little: boolean): Promise<readonly number[]> {
  const count = Math.min(u32(entry, 4, little), MOST_DIRECTORIES);
  const place = u32(entry, 8, little);
  if (count <= 1) return count === 1 ? [place] : [];
  if (place + count * 4 > file.bytes) return [];
  const bytes = await file.read(place, count * 4);
  return Array.from({ length: count }, (_, i) => u32(bytes, 4 * i, little));
}

function u16(bytes: Uint8Array, offset: number, little: boolean): number {
  return little ? u16le(bytes, offset) : u16be(bytes, offset);
}

function u32(bytes: Uint8Array, offset: number, little: boolean): number {
  return little ? u32le(bytes, offset) : u32be(bytes, offset);
}
