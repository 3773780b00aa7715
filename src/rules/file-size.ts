import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At most so many bytes, inclusive, by role. */
export const fileSize: Rule<PartCase> = (input) => {
  const { role, bytes } = input.part;
  return (input.media.size ?? []).flatMap((size) => {
    const { max } = size.value;
    if (max === undefined) return [];
    const result = bytes <= max ? 'pass' : 'fail';
    return [finding('file.size', size, subjectOfPart(input), result, { role, max, actual: bytes })];
  });
};
