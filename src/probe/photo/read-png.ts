import { crc32, inflateSync } from 'node:zlib';
import type { BrokenCause } from '../../model/facts.ts';
import type { ColorSpace } from '../../model/media-rules.ts';
import { ByteReader } from './byte-reader.ts';
import { colorSpaceOf } from './color-space.ts';
import { dotsPerInch } from './dots-per-inch.ts';
import { corrupt, type ImageHeader, type ImageStructure } from './image-structure.ts';
import { readExif } from './read-exif.ts';
import { plainLine } from './tiff-directory.ts';

const SIGNATURE_BYTES = 8;
/** Length, type and CRC around a chunk's data. */
const CHUNK_FRAME = 12;
const MOST_CHUNKS = 1_000_000;
const MOST_ICC_BYTES = 4 * 1024 * 1024;

interface Chunk {
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

/** PNG (W3C PNG, third edition): every chunk's CRC, and the closing IEND. */
export function readPng(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  const { chunks, broken } = walkChunks(reader);
  const header = readHeader(reader, chunks);
  const fault =
    broken ?? (chunks.some(({ type }) => type === 'IDAT') ? undefined : { kind: 'nothing-inside' as const });
  const interlaced = reader.u8(28) === 1;
  return {
    decoding: interlaced ? 'buffered' : 'stream',
    ...(header && { header }),
    ...(fault && { broken: fault }),
  };
}

/** Keeps one IDAT of many: they are only counted as present. */
function walkChunks(reader: ByteReader): { chunks: readonly Chunk[]; broken?: BrokenCause } {
  const chunks: Chunk[] = [];
  let at = SIGNATURE_BYTES;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    if (!reader.has(at, CHUNK_FRAME)) return { chunks, broken: { kind: 'ends-early' } };
    const chunk = { type: reader.name(at + 4, 4), at: at + 8, length: reader.u32(at) };
    const end = at + CHUNK_FRAME + chunk.length;
    if (!/^[A-Za-z]{4}$/.test(chunk.type))
      return { chunks, broken: corrupt('no chunk where one should begin') };
    if (end > reader.length)
      return { chunks, broken: { kind: 'cut-off', declared: end, actual: reader.length } };
    if (crc32(reader.slice(at + 4, chunk.length + 4)) !== reader.u32(end - 4)) {
      return { chunks, broken: corrupt(`wrong checksum of ${chunk.type}`) };
    }
    if (chunk.type !== 'IDAT' || chunks.at(-1)?.type !== 'IDAT') chunks.push(chunk);
    if (chunk.type === 'IEND') return { chunks };
    at = end;
  }
  return { chunks, broken: corrupt('too many chunks') };
}

function readHeader(reader: ByteReader, chunks: readonly Chunk[]): ImageHeader | undefined {
  const [first] = chunks;
  if (first?.type !== 'IHDR' || first.length < 13) return undefined;
  const find = (type: string) => chunks.find((chunk) => chunk.type === type);
  const exifChunk = find('eXIf');
  const exif = exifChunk && readExif(reader.slice(exifChunk.at, exifChunk.length));
  const dpi = readDensity(reader, find('pHYs'));
  const software = readSoftware(reader, chunks);
  const color = colorOf(reader, first, find('iCCP'));
  return {
    stored: { width: reader.u32(first.at), height: reader.u32(first.at + 4) },
    frames: 1,
    ...(color && { color }),
    ...(dpi !== undefined && { dpi }),
    ...(software !== undefined && { software }),
    ...(exif && { exif }),
  };
}

/** By IHDR's colour type: 0 and 4 are grey; colour is sRGB unless a profile says otherwise. */
function colorOf(reader: ByteReader, header: Chunk, profile: Chunk | undefined): ColorSpace | undefined {
  const type = reader.u8(header.at + 9);
  const icc = profile && inflateProfile(reader.slice(profile.at, profile.length));
  return colorSpaceOf({ channels: type === 0 || type === 4 ? 1 : 3, ...(icc && { icc }) });
}

/** iCCP: a name, NUL, one byte for the method, then the profile, deflated. */
function inflateProfile(chunk: Uint8Array): Uint8Array | undefined {
  const nul = chunk.indexOf(0);
  try {
    return inflateSync(chunk.subarray(nul + 2), { maxOutputLength: MOST_ICC_BYTES });
  } catch {
    // A profile that cannot be unpacked is one that no program will follow either.
    return undefined;
  }
}

/** pHYs: pixels per unit; unit 1 is the metre. */
function readDensity(reader: ByteReader, chunk: Chunk | undefined): number | undefined {
  if (!chunk || chunk.length < 9 || reader.u8(chunk.at + 8) !== 1) return undefined;
  return dotsPerInch(reader.u32(chunk.at), 'metre');
}

function readSoftware(reader: ByteReader, chunks: readonly Chunk[]): string | undefined {
  const key = 'Software\0';
  const chunk = chunks.find(({ type, at }) => type === 'tEXt' && reader.name(at, key.length) === key);
  return chunk && plainLine(reader.slice(chunk.at + key.length, Math.min(chunk.length - key.length, 1024)));
}
