import type { OpenFile } from '../../system/system.ts';
import { childrenOf, parseDirectory, type DirectoryEntry } from './compound-directory.ts';
import { readSectorTable, SectorChains, wordsOf, type TablePlaces } from './compound-sectors.ts';
import { broken, corrupt, unknown } from './unfit.ts';

/** Bytes that lie in pieces of one size in a file. */
interface Pieces {
  /** Offset of each piece in the file. */
  readonly offsets: readonly number[];
  readonly pieceBytes: number;
}

/** A stream of an OLE compound file. */
export interface CompoundStream extends Pieces {
  readonly name: string;
  readonly bytes: number;
}

interface Header extends TablePlaces {
  readonly directoryStart: number;
  /** Streams below this length lie in small sectors. */
  readonly smallLimit: number;
  readonly smallTableStart: number;
}

const LARGEST_FILE = 536_870_912;
const HEADER_BYTES = 512;
const SMALL_SECTOR_BYTES = 64;
const READ_AT_ONCE = 1_048_576;

/**
 * An OLE compound file ([MS-CFB]), as Word 97–2003 and WPS write it. Opening it follows every stream to its end,
 * those of embedded objects too: what is missing from the file is found without reading it. Throws `Unfit`.
 */
export class CompoundFile {
  /** Streams at the top level by lower-case name. */
  readonly streams: ReadonlyMap<string, CompoundStream>;
  readonly #file: OpenFile;

  private constructor(file: OpenFile, streams: ReadonlyMap<string, CompoundStream>) {
    this.#file = file;
    this.streams = streams;
  }

  static async open(file: OpenFile): Promise<CompoundFile> {
    if (file.bytes > LARGEST_FILE) throw unknown({ kind: 'too-large', what: 'file', limit: LARGEST_FILE });
    const header = parseHeader(await file.read(0, HEADER_BYTES), file.bytes);
    const chains = await readSectorTable(file, header);
    const places = new Places(chains, file.bytes);
    const entries = parseDirectory(
      await readPieces(file, places.find(header.directoryStart, undefined, 'directory')),
    );
    const [root] = entries;
    if (root?.kind !== 'root') throw corrupt('', 'no root storage');
    const small = await smallPlaces(file, places, header, root);
    const streams = entries.map((entry) => streamOf(entry, entry.bytes < header.smallLimit ? small : places));
    places.assertPresent();
    const top = childrenOf(root, entries).flatMap((index) => streams[index] ?? []);
    return new CompoundFile(file, new Map(top.map((stream) => [stream.name.toLowerCase(), stream])));
  }

  /** Up to `length` bytes of a stream; fewer only at its end. */
  async read(stream: CompoundStream, at: number, length: number): Promise<Uint8Array> {
    return await readPieces(this.#file, stream, at, Math.max(at, Math.min(stream.bytes, at + length)));
  }
}

/** [MS-CFB] 2.2 */
function parseHeader(bytes: Uint8Array, actual: number): Header {
  if (bytes.length < HEADER_BYTES) throw broken({ kind: 'cut-off', declared: HEADER_BYTES, actual });
  const words = wordsOf(bytes);
  const word = (offset: number): number => words[offset / 4] ?? 0;
  const shift = word(28) >>> 16;
  if (word(0) !== 0xe011cfd0 || (shift !== 9 && shift !== 12)) throw corrupt('', 'compound file header');
  return {
    sectorBytes: 2 ** shift,
    tableSectors: word(44),
    directoryStart: word(48),
    smallLimit: word(56),
    smallTableStart: word(60),
    moreTableStart: word(68),
    firstTables: [...words.subarray(19, 128)],
  };
}

/** Turns chains of sectors into places in the file. */
class Places {
  readonly #chains: SectorChains;
  readonly #actual: number;
  #needed = 0;

  constructor(chains: SectorChains, actual: number) {
    this.#chains = chains;
    this.#actual = actual;
  }

  find(start: number, bytes: number | undefined, name: string): Pieces {
    const size = this.#chains.sectorBytes;
    const offsets = this.#chains.follow(start, bytes, name).map((sector) => (sector + 1) * size);
    // Of the last sector only what the stream fills need be there: WPS writes no more.
    const lastBytes = bytes === undefined ? size : bytes - (offsets.length - 1) * size;
    for (const [index, offset] of offsets.entries()) {
      this.#needed = Math.max(this.#needed, offset + (index === offsets.length - 1 ? lastBytes : size));
    }
    if (bytes === undefined) this.assertPresent();
    return { offsets, pieceBytes: size };
  }

  assertPresent(): void {
    if (this.#needed > this.#actual)
      throw broken({ kind: 'cut-off', declared: this.#needed, actual: this.#actual });
  }
}

/** Short streams share the root's own stream, in sectors of 64 bytes. [MS-CFB] 2.4 */
class SmallPlaces {
  readonly #chains: SectorChains;
  readonly #within: Pieces;

  constructor(chains: SectorChains, within: Pieces) {
    this.#chains = chains;
    this.#within = within;
  }

  find(start: number, bytes: number, name: string): Pieces {
    const perPiece = this.#within.pieceBytes / SMALL_SECTOR_BYTES;
    const offsets = this.#chains.follow(start, bytes, name).map((sector) => {
      const piece = this.#within.offsets[Math.floor(sector / perPiece)];
      if (piece === undefined) throw corrupt(name, 'small sector outside the root');
      return piece + (sector % perPiece) * SMALL_SECTOR_BYTES;
    });
    return { offsets, pieceBytes: SMALL_SECTOR_BYTES };
  }
}

async function smallPlaces(
  file: OpenFile,
  places: Places,
  header: Header,
  root: DirectoryEntry,
): Promise<SmallPlaces> {
  const table = await readPieces(file, places.find(header.smallTableStart, undefined, 'small sector table'));
  const within = places.find(root.start, root.bytes, root.name);
  return new SmallPlaces(new SectorChains(wordsOf(table), SMALL_SECTOR_BYTES), within);
}

function streamOf(entry: DirectoryEntry, places: Places | SmallPlaces): CompoundStream | undefined {
  if (entry.kind !== 'stream') return undefined;
  return { name: entry.name, bytes: entry.bytes, ...places.find(entry.start, entry.bytes, entry.name) };
}

/** From `at` to `end`; neighbouring pieces are read in one. */
async function readPieces(
  file: OpenFile,
  { offsets, pieceBytes }: Pieces,
  at = 0,
  end = offsets.length * pieceBytes,
): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for (let next = at; next < end;) {
    const index = Math.floor(next / pieceBytes);
    const from = (offsets[index] ?? 0) + (next % pieceBytes);
    let stop = (index + 1) * pieceBytes;
    for (
      let ahead = index + 1;
      offsets[ahead] === from - next + stop && stop - next < READ_AT_ONCE;
      ahead++
    ) {
      stop += pieceBytes;
    }
    const bytes = await file.read(from, Math.min(stop, end) - next);
    if (bytes.length === 0) break;
    read.push(bytes);
    next += bytes.length;
  }
  return Buffer.concat(read);
}
