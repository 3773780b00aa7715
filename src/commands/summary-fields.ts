import { openLabelBook } from '../forms/match-label.ts';
import type { ItemField } from '../model/project.ts';
import type { Language } from '../model/report.ts';
import { isNumberColumn, type SummaryRule } from '../model/summary.ts';
import { variablesIn } from '../model/variables-in.ts';
import { INFO_KEYS, KEY_OF_FIELD, NOT_ASKED } from './info-keys.ts';

/** Known of every work. */
const KNOWN: ReadonlySet<string> = new Set(['org', 'date']);
/** What a work's own record calls otherwise. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['authors', INFO_KEYS.authors],
  ['作品日期', INFO_KEYS.date],
]);

/** What a 汇总表 wants to know of a work that only a person can say. */
export function summaryFields({ columns }: SummaryRule, language: Language): readonly ItemField[] {
  const book = openLabelBook();
  return columns.flatMap(({ title, value, optional }) => {
    const asked = value === undefined ? [title.replace(/\s/g, '')] : variablesIn(value);
    return asked.flatMap((name): ItemField[] => {
      const field = book.fieldNamed(name) ?? book.match(name).field ?? name;
      if (isNumberColumn(name) || KNOWN.has(name) || NOT_ASKED.has(field)) return [];
      const key = OTHERWISE.get(name) ?? KEY_OF_FIELD.get(field) ?? book.labelOf(name);
      const hint = language === 'zh' ? '没有可以不填' : 'may stay empty';
      return [{ key, ...(optional && { hint }) }];
    });
  });
}
