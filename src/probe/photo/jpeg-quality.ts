import type { ByteReader } from './byte-reader.ts';
import type { JpegSegment } from './walk-jpeg.ts';

/** The luminance table of T.81, Annex K, table K.1, in zig-zag order as a DQT segment holds it. */
const STANDARD_LUMINANCE: readonly number[] = [
  16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40, 26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58,
  51, 61, 60, 57, 51, 56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87, 95, 98, 103, 104, 103,
  62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99,
];

/**
 * Quality 1–100 on the scale most encoders use: the one whose scaled standard table lies nearest to the file's
 * first table. Exact for libjpeg and its kin, an estimate for encoders with tables of their own.
 */
export function estimateJpegQuality(reader: ByteReader, tables: readonly JpegSegment[]): number | undefined {
  const table = tables.map((segment) => firstTable(reader, segment)).find((found) => found !== undefined);
  if (!table) return undefined;
  let best = { quality: 1, distance: Infinity };
  for (let quality = 1; quality <= 100; quality++) {
    const distance = distanceAt(table, quality);
    if (distance < best.distance) best = { quality, distance };
  }
  return best.quality;
}

/** Table 0 of a DQT segment (T.81, B.2.4.1), which serves the luminance; 8 or 16 bits a value. */
function firstTable(reader: ByteReader, { at, length }: JpegSegment): readonly number[] | undefined {
  const wide = reader.u8(at) >> 4 === 1;
  const destination = reader.u8(at) & 0x0f;
  if (destination !== 0 || length < 1 + (wide ? 128 : 64)) return undefined;
  return STANDARD_LUMINANCE.map((_, i) => (wide ? reader.u16(at + 1 + i * 2) : reader.u8(at + 1 + i)));
}

/** Relative, so that the small values, which show most, count as much as the large ones. */
function distanceAt(table: readonly number[], quality: number): number {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  return table.reduce((sum, value, i) => {
    const standard = STANDARD_LUMINANCE[i] ?? 1;
    const scaled = Math.min(255, Math.max(1, Math.floor((standard * scale + 50) / 100)));
    return sum + Math.abs(value - scaled) / scaled;
  }, 0);
}
