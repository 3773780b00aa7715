import type { ByteReader } from '../byte-reader.ts';
import type { ByteView } from '../byte-view.ts';
import type { SampleEntry } from './read-sample-entry.ts';
import type { Spot } from './read-sample-table.ts';

const SPREAD = 32;
const LAST = 4;

/** Which samples to look at: some spread over the film, and the last ones, where a half-made copy ends. */
export function spotsOf(samples: number): readonly number[] {
  const spread = Array.from({ length: SPREAD }, (_, index) => Math.floor((samples * index) / SPREAD));
  const last = Array.from({ length: LAST }, (_, index) => samples - LAST + index);
  return [...new Set([...spread, ...last])]
    .filter((index) => index >= 0 && index < samples)
    .sort((a, b) => a - b);
}

/** Of these a sample never begins with zero bytes only; of uncompressed pictures and sound it may. */
const NEVER_ZERO = new Set(
  'avc1 avc3 dva1 dvav hvc1 hev1 dvh1 dvhe av01 vp08 vp09 mp4v s263 jpeg mjpa mjpb apcn apch apcs apco ap4h mp4a'.split(
    ' ',
  ),
);
const ENOUGH_TO_SEE = 16;

/** How many samples hold no valid data. */
export async function countHollow(
  reader: ByteReader,
  spots: readonly Spot[],
  entry: SampleEntry | undefined,
): Promise<number> {
  if (!entry || !NEVER_ZERO.has(entry.codec)) return 0;
  let hollow = 0;
  for (const spot of spots) {
    if (spot.size < ENOUGH_TO_SEE) continue;
    const valid = entry.nal ? await isNalChain(reader, spot, entry.nal) : await beginsWithData(reader, spot);
    if (!valid) hollow++;
  }
  return hollow;
}

async function beginsWithData(reader: ByteReader, { offset, size }: Spot): Promise<boolean> {
  return !(await reader.at(offset, Math.min(size, 64))).isZero();
}

const UNITS_LIMIT = 256;
const LONGEST_ZERO_RUN = 32;

/**
 * The sample is a chain of NAL units, each with its length in front, that adds up (ISO/IEC 14496-15 §5.3.2), and
 * holds no long run of zeros in the middle or at the end, which such units cannot (ITU-T H.264 §7.4.1).
 */
async function isNalChain(
  reader: ByteReader,
  { offset, size }: Spot,
  { lengthBytes, standard }: NonNullable<SampleEntry['nal']>,
): Promise<boolean> {
  let at = 0;
  for (let units = 0; at + lengthBytes < size && units < UNITS_LIMIT; units++) {
    const head = await reader.at(offset + at, lengthBytes + 2);
    const length = lengthAt(head, lengthBytes);
    // Some muxers pad the end of a sample; at its beginning it is a hole.
    if (length === 0) return at > 0;
    if (at + lengthBytes + length > size || !isUnitHeader(head, lengthBytes, standard)) return false;
    if (await isHole(reader, offset + at + lengthBytes, length)) return false;
    at += lengthBytes + length;
  }
  return true;
}

function lengthAt(view: ByteView, bytes: number): number {
  let length = 0;
  for (let index = 0; index < bytes; index++) length = length * 256 + view.u8(index);
  return length;
}

/** ITU-T H.264 §7.3.1, H.265 §7.3.1.2: the first bit is 0; type 0 of H.264 and temporal id 0 of H.265 do not exist. */
function isUnitHeader(view: ByteView, at: number, standard: 'avc' | 'hevc'): boolean {
  if (view.length <= at) return false;
  const first = view.u8(at);
  if (first >= 0x80) return false;
  if (standard === 'avc') return (first & 0x1f) !== 0;
  return view.length > at + 1 && (view.u8(at + 1) & 7) !== 0;
}

async function isHole(reader: ByteReader, offset: number, length: number): Promise<boolean> {
  if (length < 4 * LONGEST_ZERO_RUN) return false;
  for (const place of [Math.floor(length / 2), length - LONGEST_ZERO_RUN]) {
    if ((await reader.at(offset + place, LONGEST_ZERO_RUN)).isZero()) return true;
  }
  return false;
}
