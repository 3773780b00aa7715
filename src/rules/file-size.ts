import { isAbove } from '../model/range.ts';
import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At most so many bytes, by role. */
export const fileSize: Rule<PartCase> = (input) => {
  const { role, bytes, facts } = input.part;
  return (input.media.size ?? []).flatMap((size) => {
    const { max, excludes, formats } = size.value;
    if (max === undefined || formats?.includes(facts.format) === false) return [];
    const result = isAbove(size.value, bytes) ? 'fail' : 'pass';
    const excluded = excludes?.includes('max') === true && ({ excluded: true } as const);
    const args = { role, max, ...excluded, actual: bytes };
    return [finding('file.size', size, subjectOfPart(input), result, args)];
  });
};
