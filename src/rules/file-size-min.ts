import { isBelow } from '../model/range.ts';
import { finding, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/** At least so many bytes: notices ask it of photos, against thumbnails. */
export const fileSizeMin: Rule<PartCase> = (input) => {
  const { role, bytes, facts } = input.part;
  return (input.media.size ?? []).flatMap((size) => {
    const { min, excludes, formats } = size.value;
    if (min === undefined || formats?.includes(facts.format) === false) return [];
    const result = isBelow(size.value, bytes) ? 'fail' : 'pass';
    const excluded = excludes?.includes('min') === true && ({ excluded: true } as const);
    const args = { role, min, ...excluded, actual: bytes };
    return [finding('file.size-min', size, subjectOfPart(input), result, args)];
  });
};
