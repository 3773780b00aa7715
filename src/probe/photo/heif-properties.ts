import type { PixelSize } from '../../model/media-rules.ts';
import type { ByteReader } from './byte-reader.ts';
import { findBox, readBoxes, type IsoBox } from './iso-boxes.ts';

const MOST_ASSOCIATIONS = 100_000;

export interface HeifProperties {
  readonly size?: PixelSize;
  /** As an EXIF orientation: 1, 8 (a quarter to the left), 3, 6. Mirroring is left out. */
  readonly orientation: number;
  readonly icc?: Uint8Array;
  readonly grey: boolean;
}

/** EXIF orientation by the quarter turns anti-clockwise of `irot` (ISO/IEC 23008-12, 6.5.10). */
const ORIENTATION_BY_TURNS: readonly number[] = [1, 8, 3, 6];

/** Size, turn and colour profile of one item (`iprp`: `ipco` holds the properties, `ipma` says whose they are). */
export function readHeifProperties(reader: ByteReader, meta: IsoBox, item: number): HeifProperties {
  const iprp = findBox(reader, meta.at + 4, meta.end, 'iprp');
  const ipco = iprp && findBox(reader, iprp.at, iprp.end, 'ipco');
  const ipma = iprp && findBox(reader, iprp.at, iprp.end, 'ipma');
  if (!ipco || !ipma) return { orientation: 1, grey: false };
  const all = readBoxes(reader, ipco.at, ipco.end).boxes;
  const own = propertyNumbers(reader, ipma, item).flatMap((number) => all[number - 1] ?? []);
  const find = (type: string) => own.find((box) => box.type === type);
  const size = readSize(reader, find('ispe'));
  const turn = find('irot');
  const icc = own.map((box) => readProfile(reader, box)).find((profile) => profile !== undefined);
  const channels = find('pixi');
  return {
    orientation: turn ? (ORIENTATION_BY_TURNS[reader.u8(turn.at) & 3] ?? 1) : 1,
    grey: channels !== undefined && reader.u8(channels.at + 4) === 1,
    ...(size && { size }),
    ...(icc && { icc }),
  };
}

function readSize(reader: ByteReader, ispe: IsoBox | undefined): PixelSize | undefined {
  const size = ispe && { width: reader.u32(ispe.at + 4), height: reader.u32(ispe.at + 8) };
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

/** `colr` of type `prof` or `rICC` holds an ICC profile. */
function readProfile(reader: ByteReader, { type, at, end }: IsoBox): Uint8Array | undefined {
  const kind = type === 'colr' ? reader.name(at, 4) : '';
  return (kind === 'prof' || kind === 'rICC') && reader.has(at, end - at)
    ? reader.slice(at + 4, end - at - 4)
    : undefined;
}

/** The numbers, from 1, of an item's properties (`ipma`, 9.3). */
function propertyNumbers(reader: ByteReader, ipma: IsoBox, item: number): readonly number[] {
  const idSize = reader.u8(ipma.at) === 0 ? 2 : 4;
  const wide = (reader.u32(ipma.at) & 1) === 1;
  const width = wide ? 2 : 1;
  const count = Math.min(reader.u32(ipma.at + 4), MOST_ASSOCIATIONS);
  let at = ipma.at + 8;
  for (let i = 0; i < count && at < ipma.end; i++) {
    const id = reader.uint(at, idSize);
    const associations = reader.u8(at + idSize);
    const first = at + idSize + 1;
    if (id === item) {
      // The top bit says only that a reader must know the property.
      return Array.from(
        { length: associations },
        (_, n) => reader.uint(first + n * width, width) & (wide ? 0x7fff : 0x7f),
      );
    }
    at = first + associations * width;
  }
  return [];
}
