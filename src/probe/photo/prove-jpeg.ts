import type { Integrity } from '../../model/facts.ts';
import { decodeImage } from '../decode-image.ts';
import type { ImageDecoding, RawPicture } from '../decode-image.ts';
import { explainDecodeFailure } from './explain-decode-failure.ts';
import { corrupt } from './image-structure.ts';
import type { SinglePassJpeg } from './image-structure.ts';
import { inShape, planReframing } from './reframe-jpeg.ts';
import type { Reframing } from './reframe-jpeg.ts';

/** One line of output for 16 of the picture: the data is then read at an eighth, which still walks all of it. */
const SHRINK = 16;
/** Of each two pixels at an eighth, the second one is picked. */
const PICKED = 8;
/** What the decoder draws where no data is left; CMYK is converted, so that it has no fixed colour there. */
const EMPTY = 128;
/** Bytes that some cameras leave between picture and end mark; such photos show well everywhere. */
const STRAY_BYTES = 8;
const END_MARK_BYTES = 2;

type Frame = SinglePassJpeg['frame'];

export interface PictureProof {
  readonly integrity: Integrity;
  /** A small copy that fell off: one pixel of sixteen by sixteen, not turned; only of some whole JPEGs. */
  readonly seen?: RawPicture;
}

/**
 * Proves a baseline JPEG by counting: its data must decode without complaint and hold exactly as many coded units
 * as its size needs. Too few: something is missing. Too many: something in the middle was lost or altered, so
 * that the decoder came out of step.
 */
export async function proveJpeg(
  bytes: Uint8Array,
  { frame, end }: SinglePassJpeg,
  seconds: number,
): Promise<PictureProof> {
  const jpeg = bytes.subarray(0, end);
  const shape = planReframing(frame, 'seen');
  if (!shape) return { integrity: await proveStrictly(jpeg, frame, seconds) };
  const outcome = await decodeInShape(jpeg, frame, shape, seconds);
  if (outcome.kind !== 'decoded') return { integrity: integrityOf(outcome, seconds) };
  const integrity = await proveByCounting(outcome.pixels, { jpeg, frame, shape, seconds });
  const seen = integrity.state === 'whole' ? unitsInRows(outcome.pixels, frame) : undefined;
  return { integrity, ...(seen && { seen }) };
}

interface Counted {
  readonly jpeg: Uint8Array;
  readonly frame: Frame;
  readonly shape: Reframing;
  readonly seconds: number;
}

async function proveByCounting(
  pixels: Uint8Array,
  { jpeg, frame, shape, seconds }: Counted,
): Promise<Integrity> {
  const last = lastDrawnUnit(pixels, shape, frame);
  if (last > shape.spare && (await hasMoreThanStrayBytes(jpeg, frame, shape, seconds))) {
    return { state: 'broken', cause: corrupt('more picture data than the picture has room for') };
  }
  // Of units as narrow as a pixel, only every second one is seen.
  const lastSeen = frame.unit.width === 8 && shape.spare % 2 === 1 ? shape.spare - 2 : shape.spare - 1;
  if (last >= lastSeen) return { state: 'whole' };
  // Either the last units are missing, or the picture's corner is as grey as the empty ones.
  return proveStrictly(jpeg, frame, seconds);
}

/** Whatever the shape, units come in the order in which the real picture has them; those of 16 pixels are one pixel each. */
function unitsInRows(pixels: Uint8Array, { width, height, unit, components }: Frame): RawPicture | undefined {
  if (components !== 3 || unit.width !== SHRINK || unit.height !== SHRINK) return undefined;
  const [columns, rows] = [Math.ceil(width / SHRINK), Math.ceil(height / SHRINK)];
  return { rgb: pixels.subarray(0, columns * rows * components), width: columns, height: rows };
}

/** Without counting: only that nothing is missing. */
async function proveStrictly(jpeg: Uint8Array, frame: Frame, seconds: number): Promise<Integrity> {
  const shape = planReframing(frame, 'strict');
  const outcome = await (shape
    ? decodeInShape(jpeg, frame, shape, seconds)
    : decodePlainly(jpeg, frame, seconds));
  return integrityOf(outcome, seconds);
}

/** Whether something is still drawn behind the picture's end without its last few bytes. */
async function hasMoreThanStrayBytes(
  jpeg: Uint8Array,
  frame: Frame,
  shape: Reframing,
  seconds: number,
): Promise<boolean> {
  const trimmed = Buffer.concat([
    jpeg.subarray(0, -STRAY_BYTES - END_MARK_BYTES),
    jpeg.subarray(-END_MARK_BYTES),
  ]);
  const outcome = await decodeInShape(trimmed, frame, shape, seconds);
  return outcome.kind === 'decoded' && lastDrawnUnit(outcome.pixels, shape, frame) > shape.spare;
}

function decodeInShape(
  jpeg: Uint8Array,
  frame: Frame,
  shape: Reframing,
  seconds: number,
): Promise<ImageDecoding> {
  const size = { width: Math.floor(shape.width / SHRINK), height: shape.height / SHRINK };
  const options = { ...size, pages: 'main', exact: true, seconds } as const;
  return inShape(jpeg, frame, shape, () => decodeImage(jpeg, options));
}

/** At half the size, for pictures too small for another shape. */
function decodePlainly(jpeg: Uint8Array, { width, height }: Frame, seconds: number): Promise<ImageDecoding> {
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  return decodeImage(jpeg, { ...size, pages: 'main', seconds });
}

function integrityOf(outcome: ImageDecoding, seconds: number): Integrity {
  if (outcome.kind === 'timed-out') return { state: 'unknown', cause: { kind: 'timed-out', seconds } };
  return outcome.kind === 'failed' ? explainDecodeFailure(outcome.message) : { state: 'whole' };
}

/** In the last strip, the last unit seen to differ from the empty ones, counted from the strip's first; -1: none. */
function lastDrawnUnit(pixels: Uint8Array, shape: Reframing, { unit, components }: Frame): number {
  const width = shape.width / SHRINK;
  const lines = shape.height / SHRINK;
  const channels = pixels.length / (width * lines);
  const empty = pixels.subarray(-channels);
  // Nothing of the strip is empty: what should not be there fills it, in one colour perhaps.
  if (components !== 4 && empty.some((value) => value !== EMPTY)) return shape.rowsPerStrip * shape.columns;
  const stripLine = lines - (shape.rowsPerStrip * unit.height) / SHRINK;
  for (let i = width * lines - 1; i >= width * stripLine; i--) {
    if (empty.every((value, channel) => pixels[i * channels + channel] === value)) continue;
    const row = Math.floor(((Math.floor(i / width) - stripLine) * SHRINK + PICKED) / unit.height);
    return row * shape.columns + Math.floor(((i % width) * SHRINK + PICKED) / unit.width);
  }
  return -1;
}
