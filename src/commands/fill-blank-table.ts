import path from 'node:path';
import { fillTable, type TableFilling } from '../forms/fill-table.ts';
import type { FormSlot, FormValues } from '../model/form.ts';
import type { Notice } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import type { SummaryRule, SummaryTable } from '../model/summary.ts';
import type { System } from '../system/system.ts';
import { MAY_STAY_EMPTY } from './fill-forms.ts';
import { readBlank } from './read-blank.ts';

export interface BlankTable {
  readonly bytes: Uint8Array;
  /** Labels around the table that the config answers, and does not. */
  readonly empty: readonly string[];
  /** Those that nobody here can answer: what belongs there is for a person to see. */
  readonly open: readonly string[];
}

/** What four-ones.yaml says of whom to ask. */
const SETTINGS: ReadonlySet<string> = new Set(['contact', 'phone', 'email']);

/**
 * The notice's own blank of a 汇总表, filled with the lines of all works. Throws a `UsageError` where its head is not
 * that of the columns, an `EnvironmentError` where it cannot be read.
 */
export async function fillBlankTable(
  { name, template }: SummaryRule & { readonly template: string },
  table: SummaryTable,
  values: FormValues,
  system: System,
): Promise<BlankTable> {
  const filling = await fillTable(await readBlank(template, system), table, values);
  if (filling.kind !== 'filled') throw unfit(name, path.basename(template), filling);
  const waiting = [...filling.unfilled, ...filling.unknown].filter(isAsked);
  const labels = (slots: readonly FormSlot[]) => [...new Set(slots.map(({ label }) => label))];
  return {
    bytes: filling.bytes,
    empty: labels(waiting.filter(({ field }) => field !== undefined && SETTINGS.has(field))),
    open: labels(waiting.filter(({ field }) => field === undefined || !SETTINGS.has(field))),
  };
}

/** Throws as filling would, where a blank of the notice cannot take its columns. */
export async function assertBlankTables({ categories }: Notice, system: System): Promise<void> {
  const rules = categories.flatMap(({ summary }) => summary?.value ?? []);
  for (const { template, ...rule } of rules) {
    if (template === undefined) continue;
    const head = rule.columns.map(({ title }) => title);
    await fillBlankTable({ ...rule, template }, { heading: '', above: [], head, rows: [] }, {}, system);
  }
}

function isAsked({ field, doubt }: FormSlot): boolean {
  return doubt === undefined && (field === undefined || !MAY_STAY_EMPTY.has(field));
}

function unfit(name: string, file: string, filling: Exclude<TableFilling, { kind: 'filled' }>): UsageError {
  if (filling.kind !== 'unfit') {
    return new UsageError({
      zh: `《${name}》的空白表 ${file} 打不开或填不进去；请用 Word 或 WPS 另存为 .docx 再试`,
      en: `the blank ${file} of “${name}” cannot be opened or filled; save it anew as .docx and try again`,
    });
  }
  const { why } = filling;
  if (why.kind === 'several') {
    return new UsageError({
      zh: `《${name}》的空白表 ${file} 里有几个表都有这些栏，不知道填哪一个；请只留一个`,
      en: `several tables of the blank ${file} of “${name}” have these columns; leave only one`,
    });
  }
  if (why.kind === 'printed') {
    return new UsageError({
      zh: `《${name}》的空白表 ${file} 表头下面一行已经写着“${why.text}”，像是示例；请先删去这一行`,
      en: `the line below the head of the blank ${file} of “${name}” says “${why.text}”, as an example does; remove it first`,
    });
  }
  const { missing, extra } = why;
  return new UsageError({
    zh: `《${name}》的空白表 ${file} 的表头和通知的 columns 不一致：${[
      ...(missing.length > 0 ? [`表头里没有 ${missing.join('、')}`] : []),
      ...(extra.length > 0 ? [`columns 里没有 ${extra.join('、')}`] : []),
    ].join('；')}。请照着空白表的表头改 summary.columns（表头须是一行）`,
    en: `the head of the blank ${file} of “${name}” is not that of its columns: ${[
      ...(missing.length > 0 ? [`not in the blank: ${missing.join(', ')}`] : []),
      ...(extra.length > 0 ? [`not in columns: ${extra.join(', ')}`] : []),
    ].join('; ')}. Write summary.columns as the head of the blank has them (one row)`,
  });
}
