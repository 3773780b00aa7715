import type { ColorSpace } from '../../model/media-rules.ts';
import { ByteReader } from './byte-reader.ts';
import type { ImageStructure } from './image-structure.ts';

const HEADER_BYTES = 26;
/** Colour mode, image resources, layers: each a length and so many bytes. */
const SECTIONS = 3;

/** Photoshop file (Adobe Photoshop File Formats Specification): sizes of its sections; version 2 is the large PSB. */
export function readPsd(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  if (!reader.has(0, HEADER_BYTES)) return { broken: { kind: 'ends-early' }, decoding: 'no-decoder' };
  const stored = { width: reader.u32(18), height: reader.u32(14) };
  const declared = reader.u16(4) === 1 ? declaredEnd(reader) : 0;
  return {
    decoding: 'no-decoder',
    ...(stored.width > 0 &&
      stored.height > 0 && { header: { stored, frames: 1, ...colorOf(reader.u16(24)) } }),
    ...(declared > reader.length && {
      broken: { kind: 'cut-off', declared, actual: reader.length } as const,
    }),
  };
}

/** Color modes 0 bitmap, 1 grey, 3 RGB, 4 CMYK, 8 duotone. Which RGB it is, only its profile would tell. */
function colorOf(mode: number): { readonly color?: ColorSpace } {
  if (mode === 0 || mode === 1 || mode === 8) return { color: 'gray' };
  if (mode === 3) return {};
  return { color: mode === 4 ? 'cmyk' : 'other' };
}

/** Behind the flattened picture: raw rows, or rows packed by run length whose lengths stand in front. */
function declaredEnd(reader: ByteReader): number {
  let at = HEADER_BYTES;
  for (let i = 0; i < SECTIONS; i++) {
    if (!reader.has(at, 4)) return at + 4;
    at += 4 + reader.u32(at);
  }
  const rows = reader.u16(12) * reader.u32(14);
  if (!reader.has(at, 2)) return at + 2;
  const compression = reader.u16(at);
  if (compression === 0) return at + 2 + rows * Math.ceil((reader.u32(18) * reader.u16(22)) / 8);
  return compression === 1 ? packedEnd(reader, at + 2, rows) : at + 2;
}

function packedEnd(reader: ByteReader, from: number, rows: number): number {
  let end = from + rows * 2;
  if (end > reader.length) return end;
  for (let i = 0; i < rows; i++) end += reader.u16(from + i * 2);
  return end;
}
