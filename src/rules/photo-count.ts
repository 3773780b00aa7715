import { within } from '../model/range.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** How many photographs an item has. Told apart from other parts because notices speak of it most. */
export const photoCount: Rule<ItemCase> = ({ category, item }) => {
  const actual = item.parts.filter(({ role }) => role === 'photo').length;
  return (category?.parts ?? [])
    .filter(({ value }) => value.role === 'photo')
    .map((rule) => {
      const result = within(rule.value, actual) ? 'pass' : 'fail';
      return finding('photo.count', rule, subjectOfItem(item), result, { range: rule.value, actual });
    });
};
