import type { PlannedSummary } from '../model/bundle.ts';
import type { Materials } from '../model/materials.ts';
import type { Category, Notice } from '../model/notice.ts';
import { bytesOf, MOST_NAME_BYTES } from './fit-name.ts';
import { tooLong } from './name-items.ts';
import { fillPattern, type Values } from './name-values.ts';
import { safeStem } from './safe-text.ts';
import { numberWorks } from './sequence.ts';

/** The 汇总表 of one category's bundle, once in each format that is asked for. */
export function planSummaries(
  category: Category,
  common: Values,
  { notice, materials }: { readonly notice: Notice; readonly materials: Materials },
): readonly PlannedSummary[] {
  if (!category.summary) return [];
  const { name: title, file, formats } = category.summary.value;
  const works = numberWorks(category, notice.categories, materials.items);
  const lines = works.map(({ item, seq }) => ({ item: item.path, seq }));
  return formats.map((format) => {
    const stem = safeStem(fillPattern(file, common));
    const name = `${stem === '' ? '汇总表' : stem}.${format}`;
    if (bytesOf(name) > MOST_NAME_BYTES) throw tooLong([name]);
    return { title, name, format, lines };
  });
}
