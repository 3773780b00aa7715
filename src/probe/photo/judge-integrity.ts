import type { BrokenCause, UnknownCause } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { decodeImage } from '../decode-image.ts';
import type { DecodeOptions } from '../decode-image.ts';
import { explainDecodeFailure } from './explain-decode-failure.ts';
import { findHollow, hollowEnd, hollowTail } from './find-hollow.ts';
import { corrupt } from './image-structure.ts';
import type { ImageHeader, ImageStructure } from './image-structure.ts';
import { proveJpeg } from './prove-jpeg.ts';
import type { PictureProof } from './prove-jpeg.ts';

export interface DecodeLimits {
  /** For decoding one file. */
  readonly seconds: number;
  /** Pixels, of all frames together, above which nothing is decoded. */
  readonly pixels: number;
  /** The same where the decoder must hold the whole picture at once (progressive JPEG, WebP, AVIF …). */
  readonly bufferedPixels: number;
}

/** Pixels are averaged to a small output, which needs all of them and keeps none. */
const SHRINK = 16;
/** Pages of a TIFF decoded one by one; scans have a few dozen. */
const MOST_PAGES = 200;

/** From the cheapest proof to the dearest: structure, holes, size, and only then decoding. */
export async function judgeIntegrity(
  bytes: Buffer,
  format: Format,
  structure: ImageStructure,
  limits: DecodeLimits,
): Promise<PictureProof> {
  const fault = structure.broken ?? findHole(bytes, structure);
  if (fault) return broken(fault.kind === 'cut-off' ? fault : (hollowTail(bytes) ?? fault));
  const { header, decoding } = structure;
  if (decoding === 'no-decoder') return unknown({ kind: 'no-prober' });
  if (!header || header.stored.width === 0 || header.stored.height === 0)
    return broken(corrupt('no picture size'));
  if (decoding === 'none-needed') return { integrity: { state: 'whole' } };
  const limit = decoding === 'buffered' ? limits.bufferedPixels : limits.pixels;
  const animated = format === 'gif' || format === 'webp';
  const pixels = header.stored.width * header.stored.height * (animated ? header.frames : 1);
  if (pixels > limit) return unknown({ kind: 'too-large', what: 'pixels', limit });
  if (structure.singlePass) return proveJpeg(bytes, structure.singlePass, limits.seconds);
  return decode(bytes, format, header, limits);
}

function findHole(bytes: Buffer, { packed = [] }: ImageStructure): BrokenCause | undefined {
  const ends = packed.map((range) => hollowEnd(bytes, range));
  return findHollow(bytes, packed) ?? ends.find((found) => found !== undefined);
}

async function decode(
  bytes: Buffer,
  format: Format,
  { stored, frames }: ImageHeader,
  { seconds }: DecodeLimits,
): Promise<PictureProof> {
  if (format === 'tiff' && frames > MOST_PAGES) {
    return unknown({ kind: 'too-large', what: 'pages', limit: MOST_PAGES });
  }
  const animated = (format === 'gif' || format === 'webp') && frames > 1;
  const parts: readonly DecodeOptions['pages'][] =
    format === 'tiff' ? Array.from({ length: frames }, (_, i) => i) : [animated ? 'all' : 'main'];
  const size = { width: Math.ceil(stored.width / SHRINK), height: Math.ceil(stored.height / SHRINK) };
  for (const pages of parts) {
    const outcome = await decodeImage(bytes, { ...size, pages, seconds });
    if (outcome.kind === 'timed-out') return unknown({ kind: 'timed-out', seconds });
    if (outcome.kind === 'failed') {
      const integrity = explainDecodeFailure(outcome.message);
      if (integrity.state !== 'whole') return { integrity };
    }
  }
  return { integrity: { state: 'whole' } };
}

function broken(cause: BrokenCause): PictureProof {
  return { integrity: { state: 'broken', cause } };
}

function unknown(cause: UnknownCause): PictureProof {
  return { integrity: { state: 'unknown', cause } };
}
