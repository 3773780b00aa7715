import type { BrokenCause } from '../../model/facts.ts';
import type { ReadStream } from './doc-runs.ts';

const BLOCK = 2_048;
/** Word pads a Data stream that is shorter with zeros. */
const PADDED = 4_096;
const READ_BYTES = 1_048_576;
const EMPTY = Buffer.alloc(BLOCK);

/**
 * Stretches of nothing but zeros, as a copy leaves them that was broken off. A .doc has no checksums; but its
 * text, tables and compressed pictures hold some 600 zeros in a row at most.
 */
export async function findHoles(bytes: number, stream: ReadStream): Promise<BrokenCause | undefined> {
  if (bytes <= PADDED) return undefined;
  let checked = 0;
  let holes = 0;
  for (let at = 0; at < bytes; at += READ_BYTES) {
    const read = await stream(at, READ_BYTES);
    for (let start = 0; start + BLOCK <= read.length; start += BLOCK) {
      checked++;
      if (EMPTY.equals(read.subarray(start, start + BLOCK))) holes++;
    }
  }
  return holes > 0 ? { kind: 'hollow', checked, broken: holes } : undefined;
}
