import { judge, type PartCase, type Rule } from './rule.ts';

/** Progressive, not interlaced. */
export const videoScan: Rule<PartCase> = (input) => {
  const { scanType } = input.media;
  if (!scanType) return [];
  const interlaced = input.part.facts.video?.interlaced;
  return [
    judge(input, 'video.scan', scanType, {
      fact: interlaced,
      holds: (is) => !is,
      args: { ...(interlaced !== undefined && { interlaced }) },
    }),
  ];
};
