import type { BrokenCause } from '../../model/facts.ts';
import { ByteReader } from './byte-reader.ts';
import { corrupt } from './image-structure.ts';
import { readTiffDirectory, readTiffHeader, tiffNumbers } from './tiff-directory.ts';
import { JPEG_MARKER, walkJpeg } from './walk-jpeg.ts';
import type { JpegSegment } from './walk-jpeg.ts';

/** Real files hold two or three: main picture, gain map, preview. */
const MOST_IMAGES = 32;
const MP_ENTRY_TAG = 0xb002;
const MP_ENTRY_BYTES = 16;

interface AttachedImage {
  /** From the file's beginning. */
  readonly start: number;
  readonly bytes: number;
}

/**
 * What phones append behind the picture: further JPEGs listed in a Multi-Picture index (CIPA DC-007; gain maps of
 * HDR photos too) and the film of a motion photo. A file that lacks part of these was cut off, though the picture
 * itself still shows. `end`: behind the picture's own EOI.
 */
export function findAttachmentFault(
  reader: ByteReader,
  segments: readonly JpegSegment[],
  end: number,
): BrokenCause | undefined {
  const [main, ...others] = multiPictureIndex(reader, segments);
  let after = end;
  for (const image of main ? others : []) {
    if (isStale(reader, main?.bytes, image, end)) continue;
    const declared = image.start + image.bytes;
    if (declared > reader.length) return { kind: 'cut-off', declared, actual: reader.length };
    const inner = new ByteReader(reader.bytes.subarray(0, declared));
    if (walkJpeg(inner, image.start).end === undefined) return corrupt('an attached picture has no end');
    after = Math.max(after, declared);
  }
  return findFilmFault(reader, after);
}

/**
 * Programs that rewrite a picture often keep the index and drop what it lists. It is believed where the picture
 * still has its listed length, or where a JPEG really begins at the listed place.
 */
function isStale(
  reader: ByteReader,
  mainBytes: number | undefined,
  image: AttachedImage,
  end: number,
): boolean {
  if (image.bytes === 0 || image.start < end) return true;
  if (reader.has(image.start, 2)) return reader.u16(image.start) !== 0xff00 + JPEG_MARKER.soi;
  return mainBytes !== end && reader.length === end;
}

/** The images of an APP2 `MPF` index, the main one first; offsets count from the index's own TIFF header. */
function multiPictureIndex(reader: ByteReader, segments: readonly JpegSegment[]): readonly AttachedImage[] {
  const segment = segments.find(
    ({ marker, at }) => marker === JPEG_MARKER.app2 && reader.name(at, 4) === 'MPF\0',
  );
  if (!segment) return [];
  const base = segment.at + 4;
  const index = new ByteReader(reader.slice(base, segment.length - 4));
  const header = readTiffHeader(index);
  const directory = header && readTiffDirectory(index, header.order, header.first);
  if (!directory) return [];
  const entries = directory.entries.get(MP_ENTRY_TAG);
  if (!entries || tiffNumbers(index, header.order, directory, MP_ENTRY_TAG).length === 0) return [];
  const count = Math.min(MOST_IMAGES, Math.floor(entries.bytes / MP_ENTRY_BYTES));
  return Array.from({ length: count }, (_, i) => {
    const at = entries.at + i * MP_ENTRY_BYTES;
    const offset = index.u32(at + 8, header.order);
    return { start: offset === 0 ? 0 : base + offset, bytes: index.u32(at + 4, header.order) };
  });
}

/** A motion photo's film follows at once, as MP4 boxes up to the end of the file (ISO/IEC 14496-12, 4.2). */
function findFilmFault(reader: ByteReader, start: number): BrokenCause | undefined {
  if (reader.name(start + 4, 4) !== 'ftyp') return undefined;
  let at = start;
  while (/^[a-z0-9]{4}$/i.test(reader.name(at + 4, 4))) {
    const size = reader.u32(at) === 1 ? reader.u64(at + 8) : reader.u32(at);
    if (size < 8) return undefined;
    if (at + size > reader.length) return { kind: 'cut-off', declared: at + size, actual: reader.length };
    at += size;
  }
  return undefined;
}
