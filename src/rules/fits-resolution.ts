import type { PixelSize, ResolutionRule } from '../model/notice.ts';

export function fitsResolution({ exact, min, max }: ResolutionRule, { width, height }: PixelSize): boolean {
  if (exact && !exact.some((size) => size.width === width && size.height === height)) return false;
  if (min && (width < min.width || height < min.height)) return false;
  return !max || (width <= max.width && height <= max.height);
}
