import type { MissingValue } from '../model/bundle.ts';
import type { Category } from '../model/notice.ts';
import { variablesIn } from '../model/variables-in.ts';
import { DEFAULT_NAMING, itemValues, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';

/** What the patterns of files, of works and of the bundle ask for, and a work does not say. */
export function missingValues(
  { naming, packing }: Pick<Category, 'naming' | 'packing'>,
  works: readonly Numbered[],
  common: Values,
): readonly MissingValue[] {
  const { name = '', each } = packing?.value ?? {};
  const patterns = [naming?.value.pattern ?? DEFAULT_NAMING.pattern, name, each?.name ?? ''];
  const asked = [...new Set(patterns.flatMap(variablesIn))];
  return works.flatMap((work) => {
    const values = { ...common, ...itemValues(work, asked) };
    const missing = asked.filter((variable) => values[variable] === undefined);
    return missing.map((variable) => ({ item: work.item.path, variable }));
  });
}
