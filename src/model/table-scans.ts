import type { Item, Materials, Part } from './materials.ts';
import type { Category } from './notice.ts';

/** The categories whose works stand in one 汇总表 with those of this one: itself, or all that share the notice's. */
export function sharingTable(category: Category, categories: readonly Category[]): readonly Category[] {
  if (category.summary?.value.per !== 'notice') return [category];
  return categories.filter(({ summary }) => summary?.value.per === 'notice');
}

/** The stamped scans of a category's 汇总表 that lie among the materials, where it is asked for. */
export function tableScans(
  category: Category,
  categories: readonly Category[],
  { tables = [] }: Pick<Materials, 'tables'>,
): readonly { readonly part: Part; readonly table: Item }[] {
  if (category.summary?.value.stamped !== true) return [];
  const sharing = new Set(sharingTable(category, categories).map(({ id }) => id));
  return tables
    .filter((table) => table.category !== undefined && sharing.has(table.category))
    .flatMap((table) => table.parts.map((part) => ({ part, table })));
}
