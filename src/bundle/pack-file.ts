import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { EnvironmentError, Interrupted } from '../model/problems.ts';
import { FileError, type Files, type NewFile, type OpenFile, type Storage } from '../system/system.ts';
import { sourceChanged } from './bundle-problems.ts';
import { readAhead } from './read-ahead.ts';
import type { ZipWriter } from './write-zip.ts';

/** What one pass over a file's bytes tells. */
export interface Packed {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

export interface PackWorld {
  readonly files: Files;
  readonly storage: Storage;
  readonly interrupted: AbortSignal;
  readonly zip: ZipWriter;
  /** Called with the bytes of each piece. */
  readonly onBytes: (count: number) => void;
}

export interface Packing {
  /** Absolute paths. */
  readonly source: string;
  readonly target: string;
  readonly name: string;
  /** As the plan knows it, and as it was when the work began. */
  readonly bytes: number;
  readonly identity: string;
  readonly stored: boolean;
  /** For messages. */
  readonly shown: string;
}

/**
 * A file into the folder and into the zip, hashed on the way: every byte is read once. Where the file system can, the
 * copy is a clone, and what is read is the clone. Throws where the source is not, or does not stay, what was planned.
 */
export async function packFile(packing: Packing, world: PackWorld): Promise<Packed> {
  const { source, target } = packing;
  const cloned = await world.storage.clone(source, target);
  const copy = cloned ? undefined : await world.storage.createFile(target);
  try {
    const packed = await pass(packing, copy, world);
    await copy?.flush();
    await assertSame(packing, packed, world.files);
    return packed;
  } finally {
    await copy?.close();
  }
}

async function pass(packing: Packing, copy: NewFile | undefined, world: PackWorld): Promise<Packed> {
  const { source, target, name, stored, shown } = packing;
  const file = await reading(shown, () => world.files.open(copy ? source : target));
  const sums = createSums();
  try {
    await world.zip.add(name, stored, tee(file, shown, copy, sums, world));
  } finally {
    await file.close();
  }
  return sums.result();
}

async function* tee(
  file: OpenFile,
  shown: string,
  copy: NewFile | undefined,
  sums: Sums,
  world: PackWorld,
): AsyncGenerator<Uint8Array> {
  const pieces = readAhead(file, 0, file.bytes);
  for (;;) {
    const next = await reading(shown, () => pieces.next());
    if (next.done === true) return;
    if (world.interrupted.aborted) throw new Interrupted();
    const writing = copy?.write(next.value);
    sums.add(next.value);
    await writing;
    world.onBytes(next.value.length);
    yield next.value;
  }
}

async function assertSame(packing: Packing, packed: Packed, files: Files): Promise<void> {
  const after = await reading(packing.shown, () => files.stat(packing.source));
  if (after.identity !== packing.identity || packed.bytes !== packing.bytes)
    throw sourceChanged(packing.shown);
}

/** A form or the list: made in memory, put into folder and zip. */
export async function packBytes(
  { target, name, stored }: Pick<Packing, 'target' | 'name' | 'stored'>,
  content: Uint8Array,
  { storage, zip, onBytes }: Pick<PackWorld, 'storage' | 'zip' | 'onBytes'>,
): Promise<Packed> {
  const file = await storage.createFile(target);
  try {
    await file.write(content);
    await file.flush();
  } finally {
    await file.close();
  }
  await zip.add(name, stored, one(content));
  onBytes(content.length);
  const sums = createSums();
  sums.add(content);
  return sums.result();
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
}

export interface Sums {
  add(bytes: Uint8Array): void;
  result(): Packed;
}

/** `crc: false` where a zip's own reader compares it anyway, or there is none to compare. */
export function createSums({ crc = true } = {}): Sums {
  const hash = createHash('sha256');
  let [bytes, sum] = [0, 0];
  return {
    add: (piece) => {
      hash.update(piece);
      if (crc) sum = crc32(piece, sum);
      bytes += piece.length;
    },
    result: () => ({ bytes, sha256: hash.digest('hex'), crc32: sum }),
  };
}

/** A source that cannot be read is no fault of the outbox: it is named. */
export async function reading<T>(shown: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing') throw sourceChanged(shown);
    throw new EnvironmentError(
      {
        zh: `读不了“${shown}”：没有权限，或正被别的程序占用`,
        en: `${shown} cannot be read: no permission, or held by another program`,
      },
      { zh: '请关闭打开着它的程序，再运行一次', en: 'close the program that holds it, then run again' },
      { cause: error },
    );
  }
}
