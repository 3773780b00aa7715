import type { PixelSize, ResolutionRule } from '../model/notice.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** As shown: after rotation and pixel aspect, so that a film shot upright is not taken for a wide one. */
export const videoResolution: Rule<PartCase> = (input) => {
  const { resolution } = input.media;
  if (!resolution) return [];
  const { video } = input.part.facts;
  return [
    judge(input, 'video.resolution', resolution, {
      fact: video?.shown,
      holds: (shown) => fits(resolution.value, shown),
      args: {
        rule: resolution.value,
        ...(video && { actual: video.shown, stored: video.stored, rotation: video.rotation }),
      },
    }),
  ];
};

function fits({ exact, min, max }: ResolutionRule, { width, height }: PixelSize): boolean {
  if (exact && !exact.some((size) => size.width === width && size.height === height)) return false;
  if (min && (width < min.width || height < min.height)) return false;
  return !max || (width <= max.width && height <= max.height);
}
