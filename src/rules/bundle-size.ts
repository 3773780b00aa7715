import { within } from '../model/range.ts';
import { finding, type CategoryCase, type Rule } from './rule.ts';

/** What goes in one bundle, added up: films, photos and Office files are packed already, a zip makes them no smaller. */
export const bundleSize: Rule<CategoryCase> = ({ category, items }) => {
  const range = category.packing?.value.size;
  if (!category.packing || !range || items.length === 0) return [];
  const actual = items.flatMap(({ parts }) => parts).reduce((sum, { bytes }) => sum + bytes, 0);
  const result = within(range, actual) ? 'pass' : 'fail';
  return [
    finding('bundle.size', category.packing, { category: category.id }, result, {
      category: category.name,
      range,
      actual,
    }),
  ];
};
