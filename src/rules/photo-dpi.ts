import { judgeRanges, type PartCase, type Rule } from './rule.ts';

/** Dots per inch. A file that does not say has none to judge; its pixels are what counts. */
export const photoDpi: Rule<PartCase> = (input) => {
  const actual = input.part.facts.photo?.dpi;
  return judgeRanges(input, 'photo.dpi', input.media.dpi, actual, (range) => ({
    range,
    ...(actual !== undefined && { actual }),
  }));
};
