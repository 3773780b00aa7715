import { Interrupted } from '../model/problems.ts';
import type { Files } from '../system/system.ts';
import { zipUnlike } from './bundle-problems.ts';
import { decodeNames } from './entry-names.ts';
import { BadZip, openZip, type ZipReader } from './read-zip.ts';
import type { Packed } from './pack-file.ts';

export interface WrittenEntry extends Packed {
  readonly name: string;
}

/**
 * Opens the zip that was just written and compares every entry: order, name, size, and the CRC of what really lies
 * there with that of the source. Throws an `EnvironmentError` at the first difference.
 */
export async function verifyWritten(
  path: string,
  expected: readonly WrittenEntry[],
  {
    files,
    interrupted,
    onBytes,
  }: { files: Files; interrupted: AbortSignal; onBytes: (count: number) => void },
): Promise<void> {
  const file = await files.open(path);
  try {
    const zip = await opened(() => openZip(file));
    const names = decodeNames(zip.entries);
    if (zip.entries.length !== expected.length)
      throw zipUnlike(path, `${zip.entries.length} ≠ ${expected.length}`);
    for (const [index, { name, bytes, crc32 }] of expected.entries()) {
      const entry = zip.entries[index];
      if (!entry || names.get(entry) !== name) throw zipUnlike(name, 'name');
      if (entry.bytes !== bytes) throw zipUnlike(name, `${entry.bytes} ≠ ${bytes}`);
      if (entry.crc32 !== crc32) throw zipUnlike(name, 'CRC-32');
      await readWhole(name, zip.read(entry), interrupted, onBytes);
    }
  } finally {
    await file.close();
  }
}

async function opened(open: () => Promise<ZipReader>): Promise<ZipReader> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof BadZip ? zipUnlike('zip', error.message) : error;
  }
}

async function readWhole(
  name: string,
  pieces: AsyncGenerator<Uint8Array>,
  interrupted: AbortSignal,
  onBytes: (count: number) => void,
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
