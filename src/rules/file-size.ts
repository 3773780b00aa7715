import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At most so many bytes, inclusive, by role. */
export const fileSize: Rule<PartCase> = (input) => {
  const { size } = input.media;
  const max = size?.value.max;
  if (!size || max === undefined) return [];
  const { role, bytes } = input.part;
  const result = bytes <= max ? 'pass' : 'fail';
  return [finding('file.size', size, subjectOfPart(input), result, { role, max, actual: bytes })];
};
