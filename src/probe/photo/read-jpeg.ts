import type { BrokenCause } from '../../model/facts.ts';
import { colorSpaceOf } from './color-space.ts';
import { ByteReader } from './byte-reader.ts';
import { dotsPerInch } from './dots-per-inch.ts';
import { corrupt } from './image-structure.ts';
import type { ImageHeader, ImageStructure } from './image-structure.ts';
import { findAttachmentFault } from './jpeg-attachments.ts';
import { isProgressive, isSinglePass, readJpegFrame } from './jpeg-frame.ts';
import type { JpegFrame } from './jpeg-frame.ts';
import { estimateJpegQuality } from './jpeg-quality.ts';
import { readExif } from './read-exif.ts';
import { JPEG_MARKER, walkJpeg } from './walk-jpeg.ts';
import type { JpegSegment, JpegWalk } from './walk-jpeg.ts';

const MOST_ICC_BYTES = 4 * 1024 * 1024;
const ICC_MARK = 'ICC_PROFILE\0';

/** JPEG (ITU-T T.81): header, what its end shows, and how to prove the rest. */
export function readJpeg(bytes: Uint8Array): ImageStructure {
  const reader = new ByteReader(bytes);
  if (reader.u16(0) !== 0xff00 + JPEG_MARKER.soi)
    return { broken: corrupt('no JPEG start'), decoding: 'no-decoder' };
  const walk = walkJpeg(reader, 0);
  const frame = readJpegFrame(reader, walk.segments);
  const broken = findFault(reader, walk);
  const singlePass = frame !== undefined && isSinglePass(reader, walk, frame);
  return {
    decoding: frame ? (singlePass ? 'stream' : 'buffered') : 'no-decoder',
    ...(frame && { header: readHeader(reader, walk.segments, frame) }),
    ...(broken && { broken }),
    ...(singlePass && walk.end !== undefined && { singlePass: { frame, end: walk.end } }),
    ...(walk.dataStart !== undefined && {
      packed: [{ from: walk.dataStart, to: walk.end ?? bytes.length, endingZeros: 0 }],
    }),
  };
}

/** Every JPEG ends with EOI (T.81, B.2.1); one that does not was cut off, or its end was never copied. */
function findFault(reader: ByteReader, walk: JpegWalk): BrokenCause | undefined {
  if (walk.end === undefined) return { kind: 'ends-early' };
  if (walk.scans === 0) return { kind: 'nothing-inside' };
  return findAttachmentFault(reader, walk.segments, walk.end);
}

function readHeader(reader: ByteReader, segments: readonly JpegSegment[], frame: JpegFrame): ImageHeader {
  const exif = readFirstExif(reader, segments);
  const icc = readIcc(reader, segments);
  const channels = frame.components === 1 ? 1 : frame.components === 4 ? 4 : 3;
  const color = colorSpaceOf({ channels, ...(icc && { icc }), ...(exif && { exif }) });
  const dpi = jfifDpi(reader, segments);
  const tables = segments.filter(({ marker }) => marker === JPEG_MARKER.dqt);
  const jpegQuality = estimateJpegQuality(reader, tables);
  return {
    stored: { width: frame.width, height: frame.height },
    frames: 1,
    progressive: isProgressive(frame),
    ...(color && { color }),
    ...(dpi !== undefined && { dpi }),
    ...(jpegQuality !== undefined && { jpegQuality }),
    ...(exif && { exif }),
  };
}

function readFirstExif(reader: ByteReader, segments: readonly JpegSegment[]): ImageHeader['exif'] {
  const segment = segments.find(
    ({ marker, at }) => marker === JPEG_MARKER.app1 && reader.name(at, 6) === 'Exif\0\0',
  );
  return segment && readExif(reader.slice(segment.at, segment.length));
}

/** JFIF 1.02: units 0 (only an aspect), 1 (dots per inch), 2 (dots per cm). */
function jfifDpi(reader: ByteReader, segments: readonly JpegSegment[]): number | undefined {
  const jfif = segments.find(
    ({ marker, at }) => marker === JPEG_MARKER.app0 && reader.name(at, 5) === 'JFIF\0',
  );
  const unit = jfif && jfif.length >= 14 ? reader.u8(jfif.at + 7) : 0;
  if (!jfif || (unit !== 1 && unit !== 2)) return undefined;
  return dotsPerInch(reader.u16(jfif.at + 8), unit === 1 ? 'inch' : 'centimetre');
}

/** A profile is cut into numbered APP2 pieces (ICC.1:2022, B.4). */
function readIcc(reader: ByteReader, segments: readonly JpegSegment[]): Uint8Array | undefined {
  const pieces = segments
    .filter(({ marker, at }) => marker === JPEG_MARKER.app2 && reader.name(at, 12) === ICC_MARK)
    .sort((a, b) => reader.u8(a.at + 12) - reader.u8(b.at + 12));
  const total = pieces.reduce((sum, { length }) => sum + length, 0);
  if (pieces.length === 0 || total > MOST_ICC_BYTES) return undefined;
  return Buffer.concat(pieces.map(({ at, length }) => reader.slice(at + 14, length - 14)));
}
