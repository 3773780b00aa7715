import type { BrokenCause } from '../../model/facts.ts';
import type { ByteRange, PackedData } from './image-structure.ts';

/** Disks and copying programs write whole blocks: a piece that never arrived begins and ends at a multiple of this. */
const BLOCK = 4096;
/** Real data beside a hole may itself end or begin with a few zeros. */
const SLACK = 8;
/** Below this, zeros at the end of a file mean nothing. */
const SHORTEST_TAIL = 64;

type Hollow = Extract<BrokenCause, { kind: 'hollow' }>;

/**
 * Zero-filled holes in compressed data. A run of zeros alone proves nothing (a white wall compresses to one), but
 * one that begins and ends on block boundaries does: by chance that happens about five times in a million runs.
 */
export function findHollow(bytes: Uint8Array, ranges: readonly ByteRange[]): Hollow | undefined {
  let checked = 0;
  let broken = 0;
  for (const range of ranges) {
    const to = Math.min(range.to, bytes.length);
    checked += Math.max(0, to - range.from);
    broken += hollowBytes(bytes, range.from, to);
  }
  return broken > 0 ? { kind: 'hollow', checked, broken } : undefined;
}

function hollowBytes(bytes: Uint8Array, from: number, to: number): number {
  let broken = 0;
  let at = Math.ceil(from / BLOCK) * BLOCK;
  while (at + BLOCK <= to) {
    if (bytes[at] !== 0 || bytes[at + BLOCK - 1] !== 0) {
      at += BLOCK;
      continue;
    }
    const end = endOfZeros(bytes, at, to);
    const endsOnBlock = end === to || end % BLOCK <= SLACK;
    if (end - at >= BLOCK && endsOnBlock && zerosBefore(bytes, at, from) <= SLACK) broken += end - at;
    at = Math.max(at + BLOCK, Math.ceil(end / BLOCK) * BLOCK);
  }
  return broken;
}

function endOfZeros(bytes: Uint8Array, from: number, to: number): number {
  let end = from;
  while (end < to && bytes[end] === 0) end++;
  return end;
}

/** Counts no farther than one beyond the slack. */
function zerosBefore(bytes: Uint8Array, at: number, from: number): number {
  let count = 0;
  while (count <= SLACK && at - count > from && bytes[at - count - 1] === 0) count++;
  return count;
}

/** Zeros up to the very end of a file that is known to be broken: a copy that was given its full length first. */
export function hollowTail(bytes: Uint8Array): Hollow | undefined {
  const zeros = trailingZeros(bytes, 0, bytes.length);
  return zeros >= SHORTEST_TAIL ? { kind: 'hollow', checked: bytes.length, broken: zeros } : undefined;
}

/** More zeros at the end of compressed data than its coder ever writes there. */
export function hollowEnd(bytes: Uint8Array, { from, to, endingZeros }: PackedData): Hollow | undefined {
  const broken = trailingZeros(bytes, from, Math.min(to, bytes.length));
  return broken > endingZeros ? { kind: 'hollow', checked: to - from, broken } : undefined;
}

function trailingZeros(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && bytes[at - 1] === 0) at--;
  return to - at;
}
