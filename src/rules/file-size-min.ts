import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At least so many bytes, inclusive: notices ask it of photos, against thumbnails. */
export const fileSizeMin: Rule<PartCase> = (input) => {
  const { role, bytes } = input.part;
  return (input.media.size ?? []).flatMap((size) => {
    const { min } = size.value;
    if (min === undefined) return [];
    const result = bytes >= min ? 'pass' : 'fail';
    return [finding('file.size-min', size, subjectOfPart(input), result, { role, min, actual: bytes })];
  });
};
