import { liesSo } from './lies-so.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** Wide or upright, as a photo is shown: its rotation mark counts. */
export const photoOrientation: Rule<PartCase> = (input) => {
  const { orientation } = input.media;
  if (!orientation || input.part.role !== 'photo') return [];
  const actual = input.part.facts.photo?.shown;
  return [
    judge(input, 'photo.orientation', orientation, {
      fact: actual,
      holds: (shown) => liesSo(shown, orientation.value),
      args: { asked: orientation.value, ...(actual && { actual }) },
    }),
  ];
};
