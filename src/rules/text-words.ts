import { judgeRanges, type PartCase, type Rule } from './rule.ts';

/** 字数 as Word counts it. */
export const textWords: Rule<PartCase> = (input) => {
  const actual = input.part.facts.text?.words;
  return judgeRanges(input, 'text.words', input.media.words, actual, (range) => ({
    range,
    ...(actual !== undefined && { actual }),
  }));
};
