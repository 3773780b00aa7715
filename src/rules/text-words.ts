import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

/** 字数 as Word counts it. */
export const textWords: Rule<PartCase> = (input) => {
  const { words } = input.media;
  if (!words) return [];
  const actual = input.part.facts.text?.words;
  return [
    judge(input, 'text.words', words, {
      fact: actual,
      holds: (count) => within(words.value, count),
      args: { range: words.value, ...(actual !== undefined && { actual }) },
    }),
  ];
};
