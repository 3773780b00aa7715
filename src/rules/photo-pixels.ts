import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

/** Pixels of the long edge. */
export const photoPixels: Rule<PartCase> = (input) => {
  const { longEdge } = input.media;
  if (!longEdge) return [];
  const actual = input.part.facts.photo?.shown;
  return [
    judge(input, 'photo.pixels', longEdge, {
      fact: actual,
      holds: ({ width, height }) => within(longEdge.value, Math.max(width, height)),
      args: { longEdge: longEdge.value, ...(actual && { actual }) },
    }),
  ];
};
