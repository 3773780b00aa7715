import type { Check } from '../model/check.ts';
import type { RuledRanges } from '../model/ruled.ts';
import { PIXEL_MEASURES, type PhotoMeasure } from '../model/pixel-measures.ts';
import { fitsResolution } from './fits-resolution.ts';
import { judge, judgeRanges, type PartCase, type Rule } from './rule.ts';

/** Pixels, as shown: of an edge, of the whole picture, or width by height. */
export const photoPixels: Rule<PartCase> = (input) => {
  if (input.part.role === 'video') return [];
  const { longEdge, shortEdge, area } = input.media;
  return [
    ...measured(input, 'long-edge', longEdge),
    ...measured(input, 'short-edge', shortEdge),
    ...measured(input, 'area', area),
    ...sized(input),
  ];
};

function measured(input: PartCase, by: PhotoMeasure, ranges: RuledRanges | undefined): readonly Check[] {
  const size = input.part.facts.photo?.shown;
  return judgeRanges(input, 'photo.pixels', ranges, size && PIXEL_MEASURES[by](size), (range) => ({
    asked: { by, range },
    ...(size && { actual: size }),
  }));
}

function sized(input: PartCase): readonly Check[] {
  const actual = input.part.facts.photo?.shown;
  return (input.media.resolution ?? []).map((rule) =>
    judge(input, 'photo.pixels', rule, {
      fact: actual,
      holds: (size) => fitsResolution(rule.value, size),
      args: { asked: { by: 'size', rule: rule.value }, ...(actual && { actual }) },
    }),
  );
}
