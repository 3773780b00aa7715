import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import type { Integrity } from '../../model/facts.ts';
import { FileError, type OpenFile } from '../../system/system.ts';
import { checkDirectory } from './zip-directory.ts';
import { broken, corrupt, Unfit, unknown } from './unfit.ts';
import { unpack } from './unpack.ts';

/** One file inside an Office package. `name` is normalised: `/` between folders, none in front, lower case. */
export interface PackagePart {
  readonly name: string;
  readonly shownName: string;
  readonly crc32: number;
  /** Unpacked, as declared; reading stops with an error where there is more or less. */
  readonly bytes: number;
  readonly entry: yauzl.Entry;
}

const MIB = 1_048_576;
const LIMITS = { file: 512 * MIB, parts: 20_000, unpacked: 1024 * MIB };
/** XML packs to a tenth, seldom to a fiftieth. What packs tighter, beyond a small size, was made to be large. */
const TIGHTEST = 100;
const SMALL = 16 * MIB;

/** A zip read at random places of a file, a chunk at a time; nothing is kept. Throws `Unfit`. */
export class OfficePackage {
  readonly parts: ReadonlyMap<string, PackagePart>;
  readonly #file: OpenFile;
  readonly #zip: yauzl.ZipFile;
  readonly #checked = new Set<string>();

  private constructor(file: OpenFile, zip: yauzl.ZipFile, parts: ReadonlyMap<string, PackagePart>) {
    this.#file = file;
    this.#zip = zip;
    this.parts = parts;
  }

  static async open(file: OpenFile): Promise<OfficePackage> {
    if (file.bytes > LIMITS.file) throw unknown({ kind: 'too-large', what: 'file', limit: LIMITS.file });
    const declared = await checkDirectory(file);
    if (declared.entries > LIMITS.parts) throw corrupt('', `${String(declared.entries)} parts`);
    const zip = await translated('', () =>
      yauzl.fromRandomAccessReaderPromise(new FileReader(file), file.bytes, {
        lazyEntries: true,
        autoClose: false,
        decodeStrings: false,
      }),
    );
    const entries = await allEntries(zip);
    if (entries.reduce((sum, entry) => sum + entryBytes(entry), 0) !== declared.bytes) {
      throw corrupt('', 'central directory: wrong length');
    }
    return new OfficePackage(file, zip, partsOf(entries, file.bytes));
  }

  /** Unpacks one part piece by piece, at most `limit` bytes, and compares its checksum. */
  async read(part: PackagePart, limit: number, consume: (bytes: Uint8Array) => void): Promise<void> {
    if (part.bytes > limit) throw unknown({ kind: 'too-large', what: 'unpacked', limit });
    const { entry, shownName } = part;
    const local = await translated(shownName, () => this.#zip.readLocalFileHeaderPromise(entry));
    if (!local.fileName.equals(entry.fileNameRaw)) throw corrupt(shownName, 'named differently in the index');
    const chunks = unpack(this.#file, local.fileDataStart, entry);
    let sum = 0;
    let length = 0;
    try {
      for (;;) {
        const next = await translated(shownName, () => chunks.next());
        if (next.done === true) break;
        sum = crc32(next.value, sum);
        length += next.value.length;
        if (length > part.bytes) break;
        consume(next.value);
      }
    } finally {
      await chunks.return(undefined);
    }
    if (length !== part.bytes) throw corrupt(shownName, 'length');
    if (sum !== part.crc32) throw corrupt(shownName, 'CRC-32');
    this.#checked.add(part.name);
  }

  /**
   * Reads what was not read yet, so that every byte has been compared with its checksum. A damaged picture does not
   * take the text with it.
   */
  async integrityOfRest(): Promise<Integrity> {
    try {
      for (const part of this.parts.values()) {
        if (!this.#checked.has(part.name)) await this.read(part, LIMITS.unpacked, () => undefined);
      }
      return { state: 'whole' };
    } catch (error) {
      if (error instanceof Unfit) return error.integrity;
      throw error;
    }
  }
}

async function allEntries(zip: yauzl.ZipFile): Promise<readonly yauzl.Entry[]> {
  const iterator = zip.eachEntry();
  const entries: yauzl.Entry[] = [];
  for (;;) {
    const next = await translated('', () => iterator.next());
    if (next.done === true) return entries;
    entries.push(next.value);
    if (entries.length > LIMITS.parts) throw corrupt('', 'too many parts');
  }
}

/** APPNOTE.TXT 4.3.12: 46 bytes and three fields of variable length. */
function entryBytes(entry: yauzl.Entry): number {
  return 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
}

function partsOf(entries: readonly yauzl.Entry[], fileBytes: number): ReadonlyMap<string, PackagePart> {
  const parts = new Map<string, PackagePart>();
  let unpacked = 0;
  for (const entry of entries) {
    const shownName = new TextDecoder().decode(entry.fileNameRaw);
    const name = partName(shownName);
    if (name.endsWith('/')) continue;
    if (entry.isEncrypted()) throw broken({ kind: 'password' });
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw corrupt(shownName, 'compression method');
    if (parts.has(name)) throw corrupt(shownName, 'twice in the package');
    unpacked += entry.uncompressedSize;
    parts.set(name, { name, shownName, crc32: entry.crc32, bytes: entry.uncompressedSize, entry });
  }
  const limit = Math.min(LIMITS.unpacked, Math.max(SMALL, fileBytes * TIGHTEST));
  if (unpacked > limit) throw unknown({ kind: 'too-large', what: 'unpacked', limit });
  return parts;
}

/** ECMA-376 Part 2: part names are compared without regard to case. */
export function partName(name: string): string {
  return name.replace(/\\/g, '/').replace(/^\/+/, '').toLowerCase();
}

/** What yauzl and zlib complain about is a fact of the file; what the disk complains about is not. */
async function translated<T>(part: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw error instanceof FileError || !(error instanceof Error) ? error : fault(part, error);
  }
}

function fault(part: string, error: Error): Unfit {
  return corrupt(part, error.message);
}

class FileReader extends yauzl.RandomAccessReader {
  readonly #file: OpenFile;

  constructor(file: OpenFile) {
    super();
    this.#file = file;
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#file.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset);
        callback(null, bytes.length);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)));
      },
    );
  }
}
