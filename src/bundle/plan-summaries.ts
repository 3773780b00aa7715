import type { PlannedFile, PlannedSummary } from '../model/bundle.ts';
import type { Materials } from '../model/materials.ts';
import type { Category, Notice } from '../model/notice.ts';
import type { SummaryRule } from '../model/summary.ts';
import { tableScans } from '../model/table-scans.ts';
import { bytesOf, MOST_NAME_BYTES } from './fit-name.ts';
import { tooLong } from './name-items.ts';
import { fillPattern, type Values } from './name-values.ts';
import { safeStem } from './safe-text.ts';
import { numberWorks } from './sequence.ts';
import { trueExtension } from './true-extension.ts';

/** The 汇总表 of one category's bundle, once in each format that is asked for. */
export function planSummaries(
  category: Category,
  common: Values,
  { notice, materials }: { readonly notice: Notice; readonly materials: Materials },
): readonly PlannedSummary[] {
  if (!category.summary) return [];
  const { name: title, formats } = category.summary.value;
  const works = numberWorks(category, notice.categories, materials.items);
  const lines = works.map(({ item, seq }) => ({ item: item.path, seq }));
  return formats.map((format) => {
    return { title, name: fileName(category.summary?.value, common, `.${format}`), format, lines };
  });
}

/** Its stamped scans, called as the table is; of several pages, each as a picture, they bear numbers. */
export function planTableScans(
  category: Category,
  common: Values,
  { notice, materials }: { readonly notice: Notice; readonly materials: Materials },
): readonly PlannedFile[] {
  const scans = tableScans(category, notice.categories, materials);
  return scans.map(({ part: { path, role, bytes, facts }, table }, index): PlannedFile => {
    const number = scans.length > 1 ? String(index + 1) : '';
    const tail = number + trueExtension(facts.format, path);
    const name = fileName(category.summary?.value, common, tail);
    return { source: path, name, role, format: facts.format, bytes, item: table.path };
  });
}

function fileName(rule: SummaryRule | undefined, common: Values, tail: string): string {
  const stem = safeStem(fillPattern(rule?.file ?? '', common));
  const name = (stem === '' ? '汇总表' : stem) + tail;
  if (bytesOf(name) > MOST_NAME_BYTES) throw tooLong([name]);
  return name;
}
