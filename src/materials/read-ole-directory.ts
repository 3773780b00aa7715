import type { OpenFile } from '../system/system.ts';
import { byteAt, hasBytes, u16le, u32le } from './read-bytes.ts';

/** Compound File Binary Format, [MS-CFB]. */
const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST_SECTOR = 0xffff_fffa;
const NO_ENTRY = 0xffff_ffff;
const ENTRY_BYTES = 128;
const HEADER_DIFAT = 109;
const MOST_DIRECTORY_BYTES = 1024 * 1024;
const MOST_DIFAT_HOPS = 256;

export function isOle(head: Uint8Array): boolean {
  return hasBytes(head, 0, MAGIC);
}

/**
 * Names of the streams and storages directly below the root: what is embedded in a document lies deeper.
 * Undefined where the directory is not (all) there, as in a cut-off file.
 */
export async function oleRootNames(
  file: OpenFile,
  head: Uint8Array,
): Promise<ReadonlySet<string> | undefined> {
  const shift = u16le(head, 30);
  if (shift !== 9 && shift !== 12) return undefined;
  const directory = await readDirectory({ file, head, sector: 2 ** shift });
  return directory && rootChildren(directory);
}

interface Compound {
  readonly file: OpenFile;
  readonly head: Uint8Array;
  /** Bytes of a sector. */
  readonly sector: number;
}

/** The directory's chain of sectors, one after the other (2.6). */
async function readDirectory(compound: Compound): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  const visited = new Set<number>();
  const table = await tableSectors(compound);
  let next: number | undefined = u32le(compound.head, 48);
  while (next !== undefined && next < LAST_SECTOR && parts.length * compound.sector < MOST_DIRECTORY_BYTES) {
    const bytes = await readSector(compound, next);
    if (bytes.length < ENTRY_BYTES) return undefined;
    parts.push(bytes);
    // A damaged chain may run in a ring: then it ends where it began.
    if (visited.has(next)) break;
    visited.add(next);
    next = await sectorAfter(compound, table, next);
  }
  return next === undefined || parts.length === 0 ? undefined : Buffer.concat(parts);
}

function readSector({ file, sector }: Compound, number: number): Promise<Uint8Array> {
  return file.read((number + 1) * sector, sector);
}

/** The file allocation table's entry for a sector (2.3). */
async function sectorAfter(
  compound: Compound,
  table: readonly number[],
  number: number,
): Promise<number | undefined> {
  const perSector = compound.sector / 4;
  const at = table[Math.floor(number / perSector)];
  if (at === undefined || at >= LAST_SECTOR) return undefined;
  const entry = await compound.file.read((at + 1) * compound.sector + (number % perSector) * 4, 4);
  return entry.length === 4 ? u32le(entry, 0) : undefined;
}

/** Where the table's own sectors lie: 109 stand in the header, the others in a chain, whose last number leads on (2.5). */
async function tableSectors(compound: Compound): Promise<readonly number[]> {
  const perSector = compound.sector / 4;
  const sectors = numbersOf(compound.head.subarray(76), HEADER_DIFAT);
  let next = u32le(compound.head, 68);
  for (let hop = 0; hop < MOST_DIFAT_HOPS && next < LAST_SECTOR; hop++) {
    const numbers = numbersOf(await readSector(compound, next), perSector);
    sectors.push(...numbers.slice(0, perSector - 1));
    next = numbers[perSector - 1] ?? LAST_SECTOR;
  }
  return sectors;
}

function numbersOf(bytes: Uint8Array, most: number): number[] {
  const count = Math.min(most, Math.floor(bytes.length / 4));
  return Array.from({ length: count }, (_, i) => u32le(bytes, 4 * i));
}

/** Siblings form a binary tree (2.6.4); damaged ones may form a ring. */
function rootChildren(directory: Uint8Array): ReadonlySet<string> {
  const names = new Set<string>();
  const visited = new Set<number>();
  const waiting = [u32le(directory, 76)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const at = index * ENTRY_BYTES;
    if (index === NO_ENTRY || at + ENTRY_BYTES > directory.length || visited.has(index)) continue;
    visited.add(index);
    names.add(entryName(directory, at));
    waiting.push(u32le(directory, at + 68), u32le(directory, at + 72));
  }
  return names;
}

function entryName(directory: Uint8Array, at: number): string {
  const bytes = Math.min(64, Math.max(0, u16le(directory, at + 64) - 2));
  const units = Array.from(
    { length: bytes >> 1 },
    (_, i) => byteAt(directory, at + 2 * i) + byteAt(directory, at + 2 * i + 1) * 256,
  );
  return String.fromCharCode(...units);
}
