import { within } from '../model/range.ts';
import { partsOf } from './item-parts.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** How many photographs an item has. Told apart from other parts because notices speak of it most. */
export const photoCount: Rule<ItemCase> = ({ category, item }) => {
  if (!category) return [];
  return category.parts
    .filter(({ value }) => value.role === 'photo' && !value.named)
    .map((rule) => {
      const { role, named, ...range } = rule.value;
      const actual = partsOf(item, role, named, category).length;
      const result = within(range, actual) ? 'pass' : 'fail';
      return finding('photo.count', rule, subjectOfItem(item), result, { range, actual });
    });
};
