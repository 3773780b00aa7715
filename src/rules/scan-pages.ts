import { judge, type PartCase, type Rule } from './rule.ts';
import { within } from './within.ts';

export const scanPages: Rule<PartCase> = (input) => {
  const { pages } = input.media;
  if (!pages) return [];
  const { pdf, photo } = input.part.facts;
  // Behind a password the page count cannot be seen; a scan as a picture is as many pages as it has frames.
  const actual = pdf && pdf.lock !== 'password' ? pdf.pages : photo?.frames;
  return [
    judge(input, 'scan.pages', pages, {
      fact: actual,
      holds: (count) => within(pages.value, count),
      args: { range: pages.value, ...(actual !== undefined && { actual }) },
    }),
  ];
};
