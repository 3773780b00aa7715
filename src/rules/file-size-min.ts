import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At least so many bytes, inclusive: notices ask it of photos, against thumbnails. */
export const fileSizeMin: Rule<PartCase> = (input) => {
  const { size } = input.media;
  const min = size?.value.min;
  if (!size || min === undefined) return [];
  const { role, bytes } = input.part;
  const result = bytes >= min ? 'pass' : 'fail';
  return [finding('file.size-min', size, subjectOfPart(input), result, { role, min, actual: bytes })];
};
