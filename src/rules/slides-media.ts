import { finding, HOUSE_MUST, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** What is only linked to a file on somebody's disk is lost when the deck is sent; what is on the web plays there. */
export const slidesMedia: Rule<PartCase> = (input) => {
  const { slides } = input.part.facts;
  if (!slides) return [];
  const { linked } = slides;
  const result = linked.some(({ place }) => place !== 'web') ? 'fail' : 'pass';
  return [finding('slides.media', HOUSE_MUST, subjectOfPart(input), result, { linked })];
};
