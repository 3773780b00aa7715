import type { Orientation, PixelSize } from '../model/media-rules.ts';

/** Whether a picture lies wide or upright, as shown; a square lies both ways. */
export function liesSo({ width, height }: PixelSize, asked: Orientation): boolean {
  return asked === 'landscape' ? width >= height : height >= width;
}
