import { Interrupted } from '../model/problems.ts';
import type { Files, OpenFile } from '../system/system.ts';
import type { Content, ContentSums } from './bundle-contents.ts';
import { zipUnlike } from './bundle-problems.ts';
import { decodeNames } from './entry-names.ts';
import { BadZip, openZip, type ZipEntry, type ZipReader } from './read-zip.ts';
import type { Packed } from './sums.ts';

export interface WrittenEntry extends Packed {
  readonly name: string;
  /** What an archive holds, by the names inside it. */
  readonly holds?: readonly WrittenEntry[];
}

/** What has to be found again of one file that was packed. */
export function writtenEntry(
  { name, holds }: Content,
  packed: ContentSums | undefined,
): readonly WrittenEntry[] {
  if (!packed) return [];
  const { bytes, sha256, crc32, holds: sums = [] } = packed;
  const inside = holds?.flatMap((content, index) => {
    const shortName = content.name.slice(name.length + 1);
    return writtenEntry(content, sums[index]).map((entry) => ({ ...entry, name: shortName }));
  });
  return [{ name, bytes, sha256, crc32, ...(inside && { holds: inside }) }];
}

interface Watch {
  readonly interrupted: AbortSignal;
  readonly onBytes: (count: number) => void;
}

/**
 * Opens the zip that was just written and compares every entry, those of an archive within it too: order, name, size,
 * and the CRC of what really lies there with that of the source. Throws an `EnvironmentError` at the first difference.
 */
export async function verifyWritten(
  path: string,
  expected: readonly WrittenEntry[],
  { files, ...watch }: Watch & { readonly files: Files },
): Promise<void> {
  const file = await files.open(path);
  try {
    await compareEntries(path, file, expected, watch);
  } finally {
    await file.close();
  }
}

async function compareEntries(
  shown: string,
  file: OpenFile,
  expected: readonly WrittenEntry[],
  watch: Watch,
): Promise<void> {
  const zip = await opened(shown, () => openZip(file));
  const names = decodeNames(zip.entries);
  if (zip.entries.length !== expected.length)
    throw zipUnlike(shown, `${zip.entries.length} ≠ ${expected.length}`);
  for (const [index, { name, bytes, crc32, holds }] of expected.entries()) {
    const entry = zip.entries[index];
    if (!entry || names.get(entry) !== name) throw zipUnlike(name, 'name');
    if (entry.bytes !== bytes) throw zipUnlike(name, `${entry.bytes} ≠ ${bytes}`);
    if (entry.crc32 !== crc32) throw zipUnlike(name, 'CRC-32');
    await readWhole(name, zip.read(entry), watch);
    if (holds) await compareEntries(name, await openWithin(name, zip, entry), holds, watch);
  }
}

async function openWithin(name: string, zip: ZipReader, entry: ZipEntry): Promise<OpenFile> {
  const within = await opened(name, () => zip.openStored(entry));
  if (!within) throw zipUnlike(name, `compression method ${entry.method}`);
  return within;
}

async function opened<T>(shown: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof BadZip ? zipUnlike(shown, error.message) : error;
  }
}

async function readWhole(
  name: string,
  pieces: AsyncGenerator<Uint8Array>,
  { interrupted, onBytes }: Watch,
): Promise<void> {
  try {
    for await (const piece of pieces) {
      if (interrupted.aborted) throw new Interrupted();
      onBytes(piece.length);
    }
  } catch (error) {
    throw error instanceof BadZip ? zipUnlike(name, error.message) : error;
  }
}
