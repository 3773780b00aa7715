import { judge, type PartCase, type Rule } from './rule.ts';

/** The index stands in front, so that the film plays on a web page before it is loaded whole. */
export const videoFaststart: Rule<PartCase> = (input) => {
  const { faststart } = input.media;
  if (!faststart) return [];
  const actual = input.part.facts.video?.faststart;
  return [
    judge(input, 'video.faststart', faststart, {
      fact: actual,
      holds: (is) => is,
      args: { ...(actual !== undefined && { faststart: actual }) },
    }),
  ];
};
