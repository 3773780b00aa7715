import type { ByteReader } from './byte-reader.ts';

/** Marker codes of ITU-T T.81, table B.1. */
export const JPEG_MARKER = {
  soi: 0xd8,
  eoi: 0xd9,
  sos: 0xda,
  dqt: 0xdb,
  app0: 0xe0,
  app1: 0xe1,
  app2: 0xe2,
} as const;

const MOST_SEGMENTS = 20_000;

export interface JpegSegment {
  readonly marker: number;
  /** Of its payload, behind marker and length. */
  readonly at: number;
  readonly length: number;
}

/** One JPEG image from its SOI to its EOI. */
export interface JpegWalk {
  readonly segments: readonly JpegSegment[];
  readonly scans: number;
  /** First byte of compressed data. */
  readonly dataStart?: number;
  /** Behind the EOI; absent when there is none. */
  readonly end?: number;
}

/**
 * Walks an image's markers (T.81, B.1.1): segments by their length, compressed data by the next marker that is
 * neither a stuffed FF nor a restart. Ends at EOI, at the file's end, or where another image begins.
 */
export function walkJpeg(reader: ByteReader, start: number): JpegWalk {
  const segments: JpegSegment[] = [];
  let scans = 0;
  let dataStart: number | undefined;
  let at = start + 2;
  while (segments.length < MOST_SEGMENTS) {
    at = nextMarker(reader.bytes, at);
    const marker = reader.u8(at + 1);
    if (at < 0 || marker === JPEG_MARKER.soi) break;
    if (marker === JPEG_MARKER.eoi) return walk(segments, scans, dataStart, at + 2);
    const length = reader.u16(at + 2);
    if (length < 2 || !reader.has(at + 2, length)) break;
    segments.push({ marker, at: at + 4, length: length - 2 });
    at += 2 + length;
    if (marker === JPEG_MARKER.sos) {
      scans++;
      dataStart ??= at;
    }
  }
  return walk(segments, scans, dataStart);
}

function walk(segments: readonly JpegSegment[], scans: number, dataStart?: number, end?: number): JpegWalk {
  return {
    segments,
    scans,
    ...(dataStart !== undefined && { dataStart }),
    ...(end !== undefined && { end }),
  };
}

/** Position of the next marker's FF; -1 at the end. Passes over stuffed FF 00, fill bytes, RST and TEM. */
function nextMarker(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1];
    if (next === undefined) return -1;
    if (next === 0xff) at += 1;
    else if (next <= 0x01 || (next >= 0xd0 && next <= 0xd7)) at += 2;
    else return at;
  }
  return -1;
}
