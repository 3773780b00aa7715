import { colorSpaceOf } from './color-space.ts';
import { ByteReader } from './byte-reader.ts';
import { corrupt, type ImageHeader, type ImageStructure, type PackedData } from './image-structure.ts';
import type { PixelSize } from '../../model/media-rules.ts';
import { readExif } from './read-exif.ts';

const MOST_CHUNKS = 100_000;

interface Chunk {
  readonly type: string;
  readonly at: number;
  readonly length: number;
}

/** WebP (RFC 9649): the RIFF header declares the length, chunks hold the rest. */
export function readWebp(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  const declared = reader.u32(4, 'little') + 8;
  const chunks = walkChunks(reader, Math.min(declared, reader.length));
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L' || type === 'ANMF');
  const header = readHeader(reader, chunks, pictures);
  const inner = chunks.find(({ at, length }) => at + length > declared);
  const broken =
    declared > reader.length
      ? { kind: 'cut-off' as const, declared, actual: reader.length }
      : inner && corrupt('a chunk is longer than the file says it is');
  return {
    decoding: 'buffered',
    packed: pictures.map((picture) => packedData(picture, header)),
    ...(header && { header }),
    ...(broken && { broken }),
  };
}

/**
 * The lossy coder closes plain areas with zeros: measured up to 2,900 for a million pixels of one colour, mostly
 * 100; the lossless one with none.
 */
function packedData({ type, at, length }: Chunk, header: ImageHeader | undefined): PackedData {
  const pixels = header ? header.stored.width * header.stored.height : 0;
  return { from: at, to: at + length, endingZeros: type === 'VP8L' ? 64 : 300 + pixels / 300 };
}

function walkChunks(reader: ByteReader, end: number): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= end && chunks.length < MOST_CHUNKS) {
    const chunk = { type: reader.name(at, 4), at: at + 8, length: reader.u32(at + 4, 'little') };
    chunks.push(chunk);
    at = chunk.at + chunk.length + (chunk.length % 2);
  }
  return chunks;
}

function readHeader(
  reader: ByteReader,
  chunks: readonly Chunk[],
  pictures: readonly Chunk[],
): ImageHeader | undefined {
  const [first] = chunks;
  const stored = first && readSize(reader, first);
  if (!stored) return undefined;
  const exif = readChunk(reader, chunks, 'EXIF', readExif);
  const icc = readChunk(reader, chunks, 'ICCP', (block) => block);
  const color = colorSpaceOf({ channels: 3, ...(exif && { exif }), ...(icc && { icc }) });
  return { stored, frames: Math.max(1, pictures.length), ...(color && { color }), ...(exif && { exif }) };
}

function readChunk<T>(
  reader: ByteReader,
  chunks: readonly Chunk[],
  type: string,
  read: (block: Uint8Array) => T,
) {
  const chunk = chunks.find((candidate) => candidate.type === type);
  return chunk && reader.has(chunk.at, chunk.length) ? read(reader.slice(chunk.at, chunk.length)) : undefined;
}

/** Extended (canvas, 24 bits), lossless (14 bits) and lossy (RFC 6386, 9.1) headers. */
function readSize(reader: ByteReader, { type, at }: Chunk): PixelSize | undefined {
  if (type === 'VP8X' && reader.has(at, 10)) {
    const uint24 = (from: number) => reader.u16(from, 'little') + reader.u8(from + 2) * 65_536;
    return { width: uint24(at + 4) + 1, height: uint24(at + 7) + 1 };
  }
  if (type === 'VP8L' && reader.u8(at) === 0x2f && reader.has(at, 5)) {
    const bits = reader.u32(at + 1, 'little');
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (type === 'VP8 ' && reader.name(at + 3, 3) === '\x9d\x01\x2a' && reader.has(at, 10)) {
    return { width: reader.u16(at + 6, 'little') & 0x3fff, height: reader.u16(at + 8, 'little') & 0x3fff };
  }
  return undefined;
}
