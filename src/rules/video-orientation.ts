import { liesSo } from './lies-so.ts';
import { judge, type PartCase, type Rule } from './rule.ts';

/** Which way up, as shown: a telephone held upright is not made right by its rotation mark. */
export const videoOrientation: Rule<PartCase> = (input) => {
  const { orientation } = input.media;
  if (!orientation || input.part.role !== 'video') return [];
  const actual = input.part.facts.video?.shown;
  return [
    judge(input, 'video.orientation', orientation, {
      fact: actual,
      holds: (shown) => liesSo(shown, orientation.value),
      args: { asked: orientation.value, ...(actual && { actual }) },
    }),
  ];
};
