import type { PixelSize } from '../model/media-rules.ts';

/** Whether a picture has the shape “16:9”, give or take a share of it: sizes do not divide evenly. */
export function hasRatio(ratio: string, { width, height }: PixelSize, tolerance: number): boolean {
  const [across = Number.NaN, down = Number.NaN] = ratio.split(':').map(Number);
  return Math.abs(width / height / (across / down) - 1) <= tolerance;
}
