import type { PartEvidence, Picture } from '../model/evidence.ts';
import type { Part } from '../model/materials.ts';

/** One file, for those who draw it. */
export interface DrawnPart {
  readonly part: Part;
  /** Absolute. */
  readonly path: string;
}

export const UNDRAWABLE: PartEvidence = { kind: 'none', reason: 'undrawable' };

export function toPicture(small: {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}): Picture {
  const { jpeg, width, height } = small;
  return {
    jpeg: Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength).toString('base64'),
    width,
    height,
  };
}
