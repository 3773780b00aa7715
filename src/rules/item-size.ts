import { within } from '../model/range.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** All files of a work, added up. */
export const itemSize: Rule<ItemCase> = ({ category, item }) => {
  const actual = item.parts.reduce((sum, { bytes }) => sum + bytes, 0);
  return (category?.workSize ?? []).map((size) => {
    const result = within(size.value, actual) ? 'pass' : 'fail';
    const args = { range: size.value, actual, files: item.parts.length };
    return finding('item.size', size, subjectOfItem(item), result, args);
  });
};
