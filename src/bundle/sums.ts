import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What one pass over a file's bytes tells. */
export interface Packed {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

export interface Sums {
  add(bytes: Uint8Array): void;
  result(): Packed;
}

/** `crc: false` where a zip's own reader compares it anyway, or there is none to compare. */
export function createSums({ crc = true } = {}): Sums {
  const hash = createHash('sha256');
  let [bytes, sum] = [0, 0];
  return {
    add: (piece) => {
      hash.update(piece);
      if (crc) sum = crc32(piece, sum);
      bytes += piece.length;
    },
    result: () => ({ bytes, sha256: hash.digest('hex'), crc32: sum }),
  };
}
