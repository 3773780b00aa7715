import type { BrokenCause } from '../../model/facts.ts';
import type { ColorSpace } from '../../model/media-rules.ts';
import { ByteReader, type ByteOrder } from './byte-reader.ts';
import { colorSpaceOf } from './color-space.ts';
import {
  corrupt,
  type ByteRange,
  type ImageHeader,
  type ImageStructure,
  type PackedData,
} from './image-structure.ts';
import { readExifDirectory } from './read-exif.ts';
import { readTiffDirectory, readTiffHeader, tiffNumbers, type TiffDirectory } from './tiff-directory.ts';

const MOST_PAGES = 1000;

/** Tags of TIFF 6.0 and its ICC supplement. */
const TAG = { width: 256, height: 257, compression: 259, photometric: 262, icc: 34_675 } as const;
/** Where strips or tiles lie, and how long each is. */
const DATA_TAGS = [
  { offsets: 273, counts: 279 },
  { offsets: 324, counts: 325 },
] as const;

/** TIFF 6.0: directories, and strips or tiles whose places they declare. BigTIFF is left to others. */
export function readTiff(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  const start = readTiffHeader(reader);
  if (!start) return { decoding: 'no-decoder' };
  const { order, first } = start;
  if (first >= reader.length) return { broken: cutOff(reader, first + 2), decoding: 'no-decoder' };
  const { pages, broken } = walkPages(reader, order, first);
  const [main] = pages;
  const header = main && readHeader(reader, order, main, pages.length);
  const packed = broken ? [] : pages.flatMap((page) => packedData(reader, order, page));
  return { decoding: 'buffered', packed, ...(header && { header }), ...(broken && { broken }) };
}

function cutOff(reader: ByteReader, declared: number): BrokenCause {
  return { kind: 'cut-off', declared, actual: reader.length };
}

function walkPages(
  reader: ByteReader,
  order: ByteOrder,
  first: number,
): { pages: readonly TiffDirectory[]; broken?: BrokenCause } {
  const pages: TiffDirectory[] = [];
  const seen = new Set<number>();
  for (let offset = first; offset !== 0 && pages.length < MOST_PAGES;) {
    if (seen.has(offset)) return { pages, broken: corrupt('the list of pages runs in a circle') };
    seen.add(offset);
    if (offset >= reader.length) return { pages, broken: cutOff(reader, offset + 2) };
    const page = readTiffDirectory(reader, order, offset);
    if (!page) return { pages, broken: corrupt('no directory where one should be') };
    pages.push(page);
    const end = Math.max(page.end, dataEnd(reader, order, page));
    if (end > reader.length) return { pages, broken: cutOff(reader, end) };
    offset = page.next;
  }
  return { pages };
}

function dataEnd(reader: ByteReader, order: ByteOrder, page: TiffDirectory): number {
  return dataRanges(reader, order, page).reduce((end, { to }) => Math.max(end, to), 0);
}

function dataRanges(reader: ByteReader, order: ByteOrder, page: TiffDirectory): readonly ByteRange[] {
  return DATA_TAGS.flatMap(({ offsets, counts }) => {
    const lengths = tiffNumbers(reader, order, page, counts);
    return tiffNumbers(reader, order, page, offsets).map((from, i) => ({
      from,
      to: from + (lengths[i] ?? 0),
    }));
  });
}

/** Uncompressed rows (compression 1) may well be black, which is zeros; and fax rows may be filled up with them. */
function packedData(reader: ByteReader, order: ByteOrder, page: TiffDirectory): readonly PackedData[] {
  const [compression = 1] = tiffNumbers(reader, order, page, TAG.compression);
  if (compression === 1) return [];
  return dataRanges(reader, order, page).map((range) => ({ ...range, endingZeros: 4096 }));
}

function readHeader(
  reader: ByteReader,
  order: ByteOrder,
  main: TiffDirectory,
  frames: number,
): ImageHeader | undefined {
  const [width = 0] = tiffNumbers(reader, order, main, TAG.width);
  const [height = 0] = tiffNumbers(reader, order, main, TAG.height);
  if (width === 0 || height === 0) return undefined;
  const color = readColor(reader, order, main);
  const exif = readExifDirectory(reader, order, main);
  return { stored: { width, height }, frames, exif, ...(color && { color }) };
}

/** Photometric interpretation: 0 and 1 are grey (or black and white), 5 is separated, 8 is CIELAB. */
function readColor(reader: ByteReader, order: ByteOrder, main: TiffDirectory): ColorSpace | undefined {
  const [photometric = 2] = tiffNumbers(reader, order, main, TAG.photometric);
  if (photometric > 6) return 'other';
  const profile = main.entries.get(TAG.icc);
  const icc =
    profile && reader.has(profile.at, profile.bytes) ? reader.slice(profile.at, profile.bytes) : undefined;
  return colorSpaceOf({ channels: photometric <= 1 ? 1 : photometric === 5 ? 4 : 3, ...(icc && { icc }) });
}
