import { ByteReader } from './byte-reader.ts';
import { dotsPerInch } from './dots-per-inch.ts';
import type { ImageStructure } from './image-structure.ts';

/** Compression values whose rows have a computable length: none, and the two with colour masks. */
const UNCOMPRESSED: readonly number[] = [0, 3, 6];

/** Windows bitmap (BITMAPFILEHEADER and BITMAPINFOHEADER); the OS/2 form has 16-bit sizes. */
export function readBmp(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  const old = reader.u32(14, 'little') === 12;
  const width = old ? reader.u16(18, 'little') : Math.abs(reader.i32(18, 'little'));
  const height = old ? reader.u16(20, 'little') : Math.abs(reader.i32(22, 'little'));
  if (!reader.has(0, 26) || width === 0 || height === 0)
    return { broken: { kind: 'ends-early' }, decoding: 'no-decoder' };
  const bitsPerPixel = reader.u16(old ? 24 : 28, 'little');
  const rowBytes = Math.ceil((width * bitsPerPixel) / 32) * 4;
  const computable = old || UNCOMPRESSED.includes(reader.u32(30, 'little'));
  const declared = computable ? reader.u32(10, 'little') + rowBytes * height : reader.u32(2, 'little');
  const dpi = old ? undefined : dotsPerInch(reader.i32(38, 'little'), 'metre');
  return {
    decoding: computable ? 'none-needed' : 'no-decoder',
    header: { stored: { width, height }, frames: 1, color: 'srgb', ...(dpi !== undefined && { dpi }) },
    ...(declared > reader.length && {
      broken: { kind: 'cut-off', declared, actual: reader.length } as const,
    }),
  };
}
