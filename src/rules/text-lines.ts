import { judgeRanges, type PartCase, type Rule } from './rule.ts';

/** Lines with something in them, as verse is measured. */
export const textLines: Rule<PartCase> = (input) => {
  const actual = input.part.facts.text?.lines;
  return judgeRanges(input, 'text.lines', input.media.lines, actual, (range) => ({
    range,
    ...(actual !== undefined && { actual }),
  }));
};
