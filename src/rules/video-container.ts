import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** The container by its brand: a renamed .mov differs from an .mp4 in nothing else. One cause with `file.format`. */
export const videoContainer: Rule<PartCase> = (input) => {
  const { formats } = input.media;
  if (!formats || input.part.role !== 'video') return [];
  const { format, video } = input.part.facts;
  const allowed = formats.value.includes(format);
  return [
    finding(
      'video.container',
      formats,
      subjectOfPart(input),
      allowed ? 'pass' : 'fail',
      { allowed: formats.value, actual: format, ...(video?.brand !== undefined && { brand: video.brand }) },
      allowed ? undefined : 'file.format',
    ),
  ];
};
