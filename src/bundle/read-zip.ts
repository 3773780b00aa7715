import { Readable } from 'node:stream';
import { createInflateRaw, crc32 } from 'node:zlib';
import type yauzl from 'yauzl';
import { FileError, type OpenFile } from '../system/system.ts';
import { readAhead } from './read-ahead.ts';

/** The zip itself is at fault, not the disk. */
export class BadZip extends Error {
  override readonly name = 'BadZip';
}

/** As the central directory says (APPNOTE.TXT 4.3.12). Sizes in bytes. */
export interface ZipEntry {
  readonly rawName: Uint8Array;
  /** Bit 11. */
  readonly namedInUtf8: boolean;
  readonly extraFields: readonly { readonly id: number; readonly data: Uint8Array }[];
  readonly bytes: number;
  readonly packed: number;
  readonly crc32: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly link: boolean;
  readonly offset: number;
}

export interface ZipReader {
  readonly entries: readonly ZipEntry[];
  /** The unpacked bytes, compared with their length and CRC at the end. Throws `BadZip`. */
  read(entry: ZipEntry): AsyncGenerator<Uint8Array>;
  /** A stored entry as a file of its own, to be read at any place; undefined where it is compressed. Throws `BadZip`. */
  openStored(entry: ZipEntry): Promise<OpenFile | undefined>;
}

export const MOST_ENTRIES = 100_000;
const INFLATE_BYTES = 262_144;

/** Throws `BadZip` where the directory cannot be read, a `FileError` where the disk cannot. */
export async function openZip(file: OpenFile): Promise<ZipReader> {
  const { fromRandomAccessReaderPromise, RandomAccessReader } = await import('yauzl').then(
    (it) => it.default,
  );
  const reader = readerOn(file, RandomAccessReader);
  const zip = await translated(() =>
    fromRandomAccessReaderPromise(reader, file.bytes, { autoClose: false, decodeStrings: false }),
  );
  if (zip.entryCount > MOST_ENTRIES) throw new BadZip(`${zip.entryCount} entries`);
  const found = new Map<ZipEntry, yauzl.Entry>();
  const iterator = zip.eachEntry();
  for (;;) {
    const next = await translated(() => iterator.next());
    if (next.done === true) break;
    found.set(entryOf(next.value), next.value);
  }
  const originalOf = (entry: ZipEntry) => {
    const original = found.get(entry);
    if (!original) throw new Error('an entry of another zip');
    return original;
  };
  return {
    entries: [...found.keys()],
    read: (entry) => checked(entry, dataOf(file, zip, entry, originalOf(entry))),
    openStored: async (entry) => {
      if (entry.method !== 0 || entry.encrypted) return undefined;
      return partOf(file, await dataStart(zip, entry, originalOf(entry)), entry.packed);
    },
  };
}

/** A stretch of a file, as if it were one: closing it leaves the file open. */
function partOf(file: OpenFile, start: number, bytes: number): OpenFile {
  return {
    bytes,
    read: (offset, length) =>
      offset >= bytes
        ? Promise.resolve(new Uint8Array())
        : file.read(start + offset, Math.min(length, bytes - offset)),
    close: () => Promise.resolve(),
  };
}

function entryOf(entry: yauzl.Entry): ZipEntry {
  return {
    rawName: entry.fileNameRaw,
    namedInUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
    extraFields: entry.extraFields,
    bytes: entry.uncompressedSize,
    packed: entry.compressedSize,
    crc32: entry.crc32,
    method: entry.compressionMethod,
    encrypted: entry.isEncrypted(),
    // The upper half holds the mode of Unix, where the packer wrote one: S_IFLNK.
    link: ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

async function* dataOf(
  file: OpenFile,
  zip: yauzl.ZipFile,
  entry: ZipEntry,
  original: yauzl.Entry,
): AsyncGenerator<Uint8Array> {
  const start = await dataStart(zip, entry, original);
  const packed = readAhead(file, start, start + entry.packed);
  if (entry.method === 0) yield* packed;
  else if (entry.method === 8) yield* inflated(packed);
  else throw new BadZip(`compression method ${entry.method}`);
}

async function dataStart(zip: yauzl.ZipFile, entry: ZipEntry, original: yauzl.Entry): Promise<number> {
  const local = await translated(() => zip.readLocalFileHeaderPromise(original));
  if (!local.fileName.equals(entry.rawName)) throw new BadZip('named differently in the directory');
  return local.fileDataStart;
}

async function* inflated(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw({ chunkSize: INFLATE_BYTES });
  source.on('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of source.pipe(inflate)) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('zlib yields bytes');
      yield chunk;
    }
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

async function* checked(entry: ZipEntry, data: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let [bytes, sum] = [0, 0];
  try {
    for (;;) {
      const next = await translated(() => data.next());
      if (next.done === true) break;
      bytes += next.value.length;
      // Never more than was declared, however much comes.
      if (bytes > entry.bytes) throw new BadZip('longer than declared');
      sum = crc32(next.value, sum);
      yield next.value;
    }
  } finally {
    await data.return(undefined);
  }
  if (bytes !== entry.bytes) throw new BadZip('shorter than declared');
  if (sum !== entry.crc32) throw new BadZip('CRC-32');
}

/** What yauzl and zlib complain about is a fact of the zip; what the disk complains about is not. */
async function translated<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof FileError || !(error instanceof Error) || error instanceof BadZip) throw error;
    throw new BadZip(error.message, { cause: error });
  }
}

const WINDOW_BYTES = 262_144;

/** The directory is read in small bits: a window of the file answers most of them. */
function readerOn(file: OpenFile, Base: typeof yauzl.RandomAccessReader): yauzl.RandomAccessReader {
  let window: { at: number; bytes: Uint8Array } = { at: 0, bytes: new Uint8Array() };
  const read = async (position: number, length: number): Promise<Uint8Array> => {
    const inside = position >= window.at && position + length <= window.at + window.bytes.length;
    if (!inside) window = { at: position, bytes: await file.read(position, Math.max(length, WINDOW_BYTES)) };
    return window.bytes.subarray(position - window.at, position - window.at + length);
  };
  return new (class extends Base {
    override read(
      buffer: Buffer,
      offset: number,
      length: number,
      position: number,
      callback: (error: Error | null, bytesRead?: number) => void,
    ): void {
      read(position, length).then(
        (bytes) => {
          buffer.set(bytes, offset);
          callback(null, bytes.length);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)));
        },
      );
    }
  })();
}
