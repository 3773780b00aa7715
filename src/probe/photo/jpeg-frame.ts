import type { ByteReader } from './byte-reader.ts';
import type { JpegSegment, JpegWalk } from './walk-jpeg.ts';
import { JPEG_MARKER } from './walk-jpeg.ts';

/** A frame header (T.81, B.2.2). */
export interface JpegFrame {
  readonly marker: number;
  /** Of its payload. */
  readonly at: number;
  readonly width: number;
  readonly height: number;
  readonly components: number;
  /** Pixels of one MCU, the unit in which an interleaved scan is coded (T.81, A.2). */
  readonly unit: { readonly width: number; readonly height: number };
}

/** The first frame header that gives a size; undefined where there is none. */
export function readJpegFrame(reader: ByteReader, segments: readonly JpegSegment[]): JpegFrame | undefined {
  const segment = segments.find(({ marker, length }) => isFrameMarker(marker) && length >= 6);
  if (!segment) return undefined;
  const { marker, at, length } = segment;
  const components = reader.u8(at + 5);
  const height = reader.u16(at + 1);
  const width = reader.u16(at + 3);
  if (width === 0 || height === 0 || components === 0 || length < 6 + components * 3) return undefined;
  return { marker, at, width, height, components, unit: unitOf(reader, at, components) };
}

/** A scan of one component is coded block by block, whatever its sampling. */
function unitOf(reader: ByteReader, at: number, components: number): JpegFrame['unit'] {
  if (components === 1) return { width: 8, height: 8 };
  const sampling = Array.from({ length: components }, (_, i) => reader.u8(at + 7 + i * 3));
  const across = Math.max(...sampling.map((factors) => factors >> 4));
  const down = Math.max(...sampling.map((factors) => factors & 0x0f));
  return { width: across * 8, height: down * 8 };
}

/** SOF0–SOF15 without DHT, JPG and DAC, which share the number range (T.81, table B.1). */
function isFrameMarker(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

export function isProgressive({ marker }: JpegFrame): boolean {
  return marker === 0xc2 || marker === 0xc6 || marker === 0xca || marker === 0xce;
}

/** Huffman-coded, all components in one scan: decoded as it is read. All else is kept until the last scan has come. */
export function isSinglePass(reader: ByteReader, { segments, scans }: JpegWalk, frame: JpegFrame): boolean {
  const scan = segments.find(({ marker }) => marker === JPEG_MARKER.sos);
  const plain = frame.marker === 0xc0 || frame.marker === 0xc1;
  return plain && scans === 1 && scan !== undefined && reader.u8(scan.at) === frame.components;
}
