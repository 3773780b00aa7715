import type { PartEvidence, Picture } from '../model/evidence.ts';

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
