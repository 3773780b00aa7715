import type { PersonNeed, PlannedFile, PlannedSummary } from '../model/bundle.ts';
import { formCopies, lacksStamp } from '../model/form-copies.ts';
import type { Item } from '../model/materials.ts';
import type { Category, FormSpec } from '../model/notice.ts';
import type { NamedItem } from './name-items.ts';

/** Forms that are to be printed, stamped and scanned before the bundle can go: each with what is printed. */
export function stampNeeds(
  item: Item,
  forms: readonly FormSpec[],
  named: NamedItem | undefined,
): readonly PersonNeed[] {
  return forms
    .filter((form) => lacksStamp(item, form))
    .map(({ id }): PersonNeed => {
      const [word] = formCopies(item, id, 'word');
      const made = named?.forms.find(({ form }) => form === id)?.name;
      const print = made ?? named?.files.find(({ source }) => source === word?.path)?.name;
      return { kind: 'stamp', form: id, item: item.path, ...(print !== undefined && { print }) };
    });
}

/** The same for the 汇总表, where the notice wants it stamped and no scan of it lies among the materials. */
export function tableStampNeeds(
  { name, summary }: Category,
  summaries: readonly PlannedSummary[],
  scans: readonly PlannedFile[],
): readonly PersonNeed[] {
  if (summary?.value.stamped !== true || scans.length > 0) return [];
  // Whoever prints would rather have a page than a sheet.
  const made = summaries.find(({ format }) => format === 'docx') ?? summaries[0];
  const print = made && { print: made.name };
  return [{ kind: 'stamp-table', table: summary.value.name, category: name, ...print }];
}
