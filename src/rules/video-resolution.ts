import { fitsResolution } from './fits-resolution.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** As shown: after rotation and pixel aspect, so that a film shot upright is not taken for a wide one. */
export const videoResolution: Rule<PartCase> = (input) => {
  if (input.part.role !== 'video') return [];
  const { video } = input.part.facts;
  return (input.media.resolution ?? []).map((rule) =>
    judge(input, 'video.resolution', rule, {
      fact: video?.shown,
      holds: (shown) => fitsResolution(rule.value, shown),
      args: {
        rule: rule.value,
        ...(video && { actual: video.shown, stored: video.stored, rotation: video.rotation }),
      },
    }),
  );
};
