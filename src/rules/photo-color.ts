import { judge, type PartCase, type Rule } from './rule.ts';

export const photoColor: Rule<PartCase> = (input) => {
  const { color } = input.media;
  if (!color) return [];
  const actual = input.part.facts.photo?.color;
  return [
    judge(input, 'photo.color', color, {
      fact: actual,
      holds: (space) => color.value.includes(space),
      args: { allowed: color.value, ...(actual && { actual }) },
    }),
  ];
};
