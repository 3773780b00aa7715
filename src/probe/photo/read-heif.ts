import type { BrokenCause } from '../../model/facts.ts';
import { ByteReader } from './byte-reader.ts';
import { colorSpaceOf } from './color-space.ts';
import { findItemOfType, readItemLocations, readPrimaryItem } from './heif-items.ts';
import type { HeifItem } from './heif-items.ts';
import { readHeifProperties } from './heif-properties.ts';
import { corrupt } from './image-structure.ts';
import type { Decoding, ImageHeader, ImageStructure, PackedData } from './image-structure.ts';
import { readBoxes } from './iso-boxes.ts';
import type { BoxProblem, IsoBox } from './iso-boxes.ts';
import { readExif } from './read-exif.ts';
import type { ExifFacts } from './read-exif.ts';

/** HEIC (HEVC) cannot be decoded here; its boxes still show whether all of it is there. */
export function readHeic(bytes: Uint8Array): ImageStructure {
  return readHeif(bytes, 'no-decoder');
}

export function readAvif(bytes: Uint8Array): ImageStructure {
  return readHeif(bytes, 'buffered');
}

/** HEIF (ISO/IEC 23008-12): boxes, and the items whose places the meta box declares. */
function readHeif(bytes: Uint8Array, decoding: Decoding): ImageStructure {
  const reader = new ByteReader(bytes);
  const { boxes, problem } = readBoxes(reader, 0, bytes.length);
  const meta = boxes.find(({ type }) => type === 'meta');
  const items = meta ? readItemLocations(reader, meta) : [];
  const broken = findFault(reader, boxes, items, problem);
  const header = meta && readHeader(reader, meta, items);
  return {
    decoding: header ? decoding : 'no-decoder',
    packed: meta ? packedData(reader, meta, items) : [],
    ...(header && { header }),
    ...(broken && { broken }),
  };
}

/** Neither HEVC nor AV1 leaves many zeros at the end of a picture; EXIF may. */
function packedData(reader: ByteReader, meta: IsoBox, items: readonly HeifItem[]): readonly PackedData[] {
  const exif = findItemOfType(reader, meta, 'Exif');
  return items
    .filter(({ id }) => id !== exif)
    .flatMap(({ extents }) => extents.map((extent) => ({ ...extent, endingZeros: 64 })));
}

/** A file cut short lacks part of its last box, or of the data an item lies in; a stump is no box at all. */
function findFault(
  reader: ByteReader,
  boxes: readonly IsoBox[],
  items: readonly HeifItem[],
  problem: BoxProblem | undefined,
): BrokenCause | undefined {
  const meta = boxes.find(({ type }) => type === 'meta');
  const inner =
    meta && meta.end <= reader.length ? readBoxes(reader, meta.at + 4, meta.end).problem : undefined;
  if (problem === 'bad-size' || inner) return corrupt('a box of impossible size');
  const last = boxes.at(-1)?.end ?? 0;
  const data = items.flatMap(({ extents }) => extents).reduce((end, { to }) => Math.max(end, to), 0);
  const declared = Math.max(last, data);
  if (declared > reader.length) return { kind: 'cut-off', declared, actual: reader.length };
  // Bytes behind the last box that are no box belong to nobody (a phone's own trailer); a stump is a box cut short.
  const stump = problem !== 'no-box' && last < reader.length;
  return (meta || boxes.some(({ type }) => type === 'moov')) && !stump ? undefined : { kind: 'ends-early' };
}

function readHeader(reader: ByteReader, meta: IsoBox, items: readonly HeifItem[]): ImageHeader | undefined {
  const primary = readPrimaryItem(reader, meta);
  const properties = primary === undefined ? undefined : readHeifProperties(reader, meta, primary);
  if (!properties?.size) return undefined;
  const { size, orientation, icc, grey } = properties;
  const exif = readExifItem(reader, meta, items);
  const color = colorSpaceOf({ channels: grey ? 1 : 3, ...(icc && { icc }), ...(exif && { exif }) });
  return { stored: size, frames: 1, orientation, ...(color && { color }), ...(exif && { exif }) };
}

/** The item begins with the offset of the TIFF header behind that number itself (23008-12, annex A.2.1). */
function readExifItem(reader: ByteReader, meta: IsoBox, items: readonly HeifItem[]): ExifFacts | undefined {
  const id = findItemOfType(reader, meta, 'Exif');
  const extent = items.find((item) => item.id === id)?.extents[0];
  if (!extent || extent.to > reader.length) return undefined;
  const start = extent.from + 4 + reader.u32(extent.from);
  return start < extent.to ? readExif(reader.slice(start, extent.to - start)) : undefined;
}
