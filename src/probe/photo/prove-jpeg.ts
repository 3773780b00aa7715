import type { Integrity } from '../../model/facts.ts';
import { decodeImage } from '../decode-image.ts';
import type { ImageDecoding } from '../decode-image.ts';
import { explainDecodeFailure } from './explain-decode-failure.ts';
import { corrupt } from './image-structure.ts';
import type { SinglePassJpeg } from './image-structure.ts';
import { planReframing, reframeJpeg } from './reframe-jpeg.ts';
import type { Reframing } from './reframe-jpeg.ts';

/** One line of output for 16 of the picture: the data is then read at an eighth, which still walks all of it. */
const SHRINK = 16;
/** Of each two pixels at an eighth, the second one is picked. */
const PICKED = 8;
/** Units that stray bytes before the end mark, which some cameras leave, may decode to. */
const STRAY_UNITS = 4;

type Unit = SinglePassJpeg['frame']['unit'];

/**
 * Proves a baseline JPEG by counting: its data must decode without complaint and hold exactly as many coded units
 * as its size needs. Too few: something is missing. Too many: something in the middle was lost or altered, so
 * that the decoder came out of step.
 */
export async function proveJpeg(
  bytes: Uint8Array,
  { frame, end }: SinglePassJpeg,
  seconds: number,
): Promise<Integrity> {
  const jpeg = bytes.subarray(0, end);
  const { unit } = frame;
  // Of units as small as a pixel at an eighth, only every second row is seen: the picture has to end in such a row.
  const shape = planReframing(frame, unit.height === 8 ? 1 : 0);
  if (!shape) return decodePlainly(jpeg, frame, seconds);
  const outcome = await decodeInShape(jpeg, frame, shape, seconds);
  if (outcome.kind !== 'decoded') return integrityOf(outcome, seconds);
  const last = lastDrawnUnit(outcome.pixels, shape, unit);
  if (last >= shape.spare + STRAY_UNITS) {
    return { state: 'broken', cause: corrupt('more picture data than the picture has room for') };
  }
  if (last >= shape.spare - SHRINK / unit.width) return { state: 'whole' };
  // Either the last units are missing, or the picture's corner is as grey as the empty ones.
  const strict = planReframing(frame, 0) ?? shape;
  return integrityOf(await decodeInShape(jpeg, frame, strict, seconds), seconds);
}

function decodeInShape(
  jpeg: Uint8Array,
  frame: SinglePassJpeg['frame'],
  shape: Reframing,
  seconds: number,
): Promise<ImageDecoding> {
  const size = { width: shape.width / SHRINK, height: shape.height / SHRINK };
  return decodeImage(reframeJpeg(jpeg, frame, shape), { ...size, pages: 'main', exact: true, seconds });
}

/** At half the size, for pictures too small for another shape. */
async function decodePlainly(
  jpeg: Uint8Array,
  { width, height }: SinglePassJpeg['frame'],
  seconds: number,
): Promise<Integrity> {
  const size = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  return integrityOf(await decodeImage(jpeg, { ...size, pages: 'main', seconds }), seconds);
}

function integrityOf(outcome: ImageDecoding, seconds: number): Integrity {
  if (outcome.kind === 'timed-out') return { state: 'unknown', cause: { kind: 'timed-out', seconds } };
  return outcome.kind === 'failed' ? explainDecodeFailure(outcome.message) : { state: 'whole' };
}

/** In the last strip, the last unit seen to differ from the empty ones, counted from the strip's first; -1: none. */
function lastDrawnUnit(pixels: Uint8Array, shape: Reframing, unit: Unit): number {
  const width = shape.width / SHRINK;
  const lines = shape.height / SHRINK;
  const channels = pixels.length / (width * lines);
  const empty = pixels.subarray(-channels);
  const stripLine = lines - (shape.rowsPerStrip * unit.height) / SHRINK;
  for (let i = width * lines - 1; i >= width * stripLine; i--) {
    if (empty.every((value, channel) => pixels[i * channels + channel] === value)) continue;
    const row = Math.floor(((Math.floor(i / width) - stripLine) * SHRINK + PICKED) / unit.height);
    return row * shape.columns + Math.floor(((i % width) * SHRINK + PICKED) / unit.width);
  }
  return -1;
}
