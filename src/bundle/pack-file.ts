import { EnvironmentError, Interrupted } from '../model/problems.ts';
import { FileError, type Files, type NewFile, type OpenFile, type Storage } from '../system/system.ts';
import { sourceChanged } from './bundle-problems.ts';
import { readAhead } from './read-ahead.ts';
import { createSums, type Packed, type Sums } from './sums.ts';
import type { ZipWriter } from './write-zip.ts';

export interface PackWorld {
  readonly files: Files;
  readonly storage: Storage;
  readonly interrupted: AbortSignal;
  readonly zip: ZipWriter;
  /** Called with the bytes of each piece. */
  readonly onBytes: (count: number) => void;
}

/** Putting what is there into a zip, and nothing else. */
type ZipWorld = Omit<PackWorld, 'storage'>;

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
    const packed = await pass(cloned ? target : source, packing, copy, world);
    await copy?.flush();
    await assertSame(packing, packed, world.files);
    return packed;
  } finally {
    await copy?.close();
  }
}

/** A file into a zip alone, where the folder beside it holds that zip and no copy. */
export async function packSource(packing: Omit<Packing, 'target'>, world: ZipWorld): Promise<Packed> {
  const packed = await pass(packing.source, packing, undefined, world);
  await assertSame(packing, packed, world.files);
  return packed;
}

/** What was written into the folder just now, into the zip beside it. */
export function packWritten(
  written: Pick<Packing, 'target' | 'name' | 'stored' | 'shown'>,
  world: ZipWorld,
): Promise<Packed> {
  return pass(written.target, written, undefined, world);
}

async function pass(
  from: string,
  { name, stored, shown }: Pick<Packing, 'name' | 'stored' | 'shown'>,
  copy: NewFile | undefined,
  world: ZipWorld,
): Promise<Packed> {
  const file = await reading(shown, () => world.files.open(from));
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
  world: ZipWorld,
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

async function assertSame(packing: Omit<Packing, 'target'>, packed: Packed, files: Files): Promise<void> {
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
  return addBytes(name, stored, content, { zip, onBytes });
}

/** The same for a zip alone. */
export async function addBytes(
  name: string,
  stored: boolean,
  content: Uint8Array,
  { zip, onBytes }: Pick<PackWorld, 'zip' | 'onBytes'>,
): Promise<Packed> {
  await zip.add(name, stored, one(content));
  onBytes(content.length);
  const sums = createSums();
  sums.add(content);
  return sums.result();
}

async function* one(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(content);
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
