import type { Check } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import { within } from '../model/range.ts';
import { finding, subjectOfItem, type CategoryCase, type Rule } from './rule.ts';

/**
 * What goes in one bundle, and what in the folder or archive of one work, added up: films, photos and Office files are
 * packed already, a zip makes them no smaller.
 */
export const bundleSize: Rule<CategoryCase> = (input) => {
  const { packing } = input.category;
  if (!packing || input.items.length === 0) return [];
  return [...ofEachWork(input, packing), ...ofAll(input, packing)];
};

type Packed = NonNullable<CategoryCase['category']['packing']>;

function ofEachWork({ category, items }: CategoryCase, packing: Packed): readonly Check[] {
  const range = packing.value.each?.size;
  if (!range) return [];
  return items.map((item) => {
    const actual = bytesOf([item]);
    const result = within(range, actual) ? 'pass' : 'fail';
    const args = { category: category.name, work: item.title, range, actual };
    return finding('bundle.size', packing, subjectOfItem(item), result, args);
  });
}

function ofAll({ category, items }: CategoryCase, packing: Packed): readonly Check[] {
  const range = packing.value.size;
  if (!range) return [];
  const actual = bytesOf(items);
  const result = within(range, actual) ? 'pass' : 'fail';
  const args = { category: category.name, range, actual };
  return [finding('bundle.size', packing, { category: category.id }, result, args)];
}

function bytesOf(items: readonly Item[]): number {
  return items.flatMap(({ parts }) => parts).reduce((sum, { bytes }) => sum + bytes, 0);
}
