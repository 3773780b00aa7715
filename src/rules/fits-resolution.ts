import type { PixelSize, ResolutionRule } from '../model/media-rules.ts';
import { turnedLike } from '../model/turned-like.ts';

export function fitsResolution(rule: ResolutionRule, picture: PixelSize): boolean {
  const { exact, min, max } = turnedLike(rule, picture);
  const { width, height } = picture;
  if (exact && !exact.some((size) => size.width === width && size.height === height)) return false;
  if (min && (width < min.width || height < min.height)) return false;
  return !max || (width <= max.width && height <= max.height);
}
