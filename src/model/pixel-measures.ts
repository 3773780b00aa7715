import type { PixelSize } from './media-rules.ts';

/** What of a picture is measured in pixels. */
export type PhotoMeasure = 'long-edge' | 'short-edge' | 'area';

export const PIXEL_MEASURES: Readonly<Record<PhotoMeasure, (size: PixelSize) => number>> = {
  'long-edge': ({ width, height }) => Math.max(width, height),
  'short-edge': ({ width, height }) => Math.min(width, height),
  area: ({ width, height }) => width * height,
};
