import type { OpenFile } from '../../system/system.ts';
import { broken, corrupt } from './unfit.ts';

/** Sector numbers from here on are marks: end of chain, free, table. [MS-CFB] 2.1 */
const FIRST_MARK = 0xfffffffa;
const END_OF_CHAIN = 0xfffffffe;

/** Where the table that chains the sectors is itself kept. [MS-CFB] 2.2 */
export interface TablePlaces {
  readonly sectorBytes: number;
  readonly tableSectors: number;
  readonly firstTables: readonly number[];
  readonly moreTableStart: number;
}

/** Chains of numbered sectors. Each sector belongs to one chain only, so that none can loop or cost twice. */
export class SectorChains {
  readonly sectorBytes: number;
  readonly #next: Uint32Array;
  readonly #used: Uint8Array;

  constructor(next: Uint32Array, sectorBytes: number) {
    this.#next = next;
    this.#used = new Uint8Array(next.length);
    this.sectorBytes = sectorBytes;
  }

  /** Sector numbers of a chain: as many as `bytes` take; to its end where the length is not known. */
  follow(start: number, bytes: number | undefined, name: string): readonly number[] {
    const count = bytes === undefined ? Infinity : Math.ceil(bytes / this.sectorBytes);
    const sectors: number[] = [];
    for (
      let sector = start;
      sectors.length < count && sector !== END_OF_CHAIN;
      sector = this.#after(sector)
    ) {
      if (sector >= this.#next.length) throw corrupt(name, 'sector chain leaves the file');
      if (this.#used[sector] === 1) throw corrupt(name, 'sector used twice');
      this.#used[sector] = 1;
      sectors.push(sector);
    }
    if (bytes !== undefined && sectors.length < count) throw corrupt(name, 'sector chain too short');
    return sectors;
  }

  #after(sector: number): number {
    return this.#next[sector] ?? END_OF_CHAIN;
  }
}

/** [MS-CFB] 2.3 and 2.5: the header names 109 sectors of the table, a chain of lists the others. */
export async function readSectorTable(file: OpenFile, places: TablePlaces): Promise<SectorChains> {
  const perSector = places.sectorBytes / 4;
  const numbers = await tableSectors(file, places);
  const next = new Uint32Array(numbers.length * perSector);
  for (const [index, number] of numbers.entries()) {
    next.set(wordsOf(await readSector(file, number, places.sectorBytes)), index * perSector);
  }
  return new SectorChains(next, places.sectorBytes);
}

async function tableSectors(file: OpenFile, places: TablePlaces): Promise<readonly number[]> {
  const perSector = places.sectorBytes / 4;
  const possible = Math.ceil(file.bytes / places.sectorBytes / perSector) + 1;
  const numbers = places.firstTables.filter((number) => number < FIRST_MARK);
  let list = places.moreTableStart;
  for (let lists = 0; list < FIRST_MARK && numbers.length < places.tableSectors; lists++) {
    if (lists > possible) throw corrupt('', 'lists of sector tables loop');
    const words = wordsOf(await readSector(file, list, places.sectorBytes));
    numbers.push(...words.subarray(0, perSector - 1).filter((number) => number < FIRST_MARK));
    list = words[perSector - 1] ?? END_OF_CHAIN;
  }
  // More table than the file has room for: the rest of the file is missing.
  if (numbers.length > possible) throw broken({ kind: 'ends-early' });
  return numbers;
}

async function readSector(file: OpenFile, sector: number, sectorBytes: number): Promise<Uint8Array> {
  const end = (sector + 2) * sectorBytes;
  if (end > file.bytes) throw broken({ kind: 'cut-off', declared: end, actual: file.bytes });
  return await file.read(end - sectorBytes, sectorBytes);
}

/** Little-endian, as everything in these files. */
export function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => view.getUint32(index * 4, true));
}
