import path from 'node:path';
import type { SheetFilling } from '../forms/sheet/fill-sheet.ts';
import type { FormSlot, FormValues } from '../model/form.ts';
import type { Notice } from '../model/notice.ts';
import { blankFormat, type SummaryFormat, type SummaryRule, type SummaryTable } from '../model/summary.ts';
import type { System } from '../system/system.ts';
import { MAY_STAY_EMPTY } from './fill-forms.ts';
import { readBlank } from './read-blank.ts';
import { unfitBlank } from './unfit-blank.ts';

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
  const blank = await readBlank(template, system);
  const filling = await fillAs(blankFormat(template), blank, table, values);
  if (filling.kind !== 'filled') throw unfitBlank(name, path.basename(template), filling);
  const waiting = [...filling.unfilled, ...filling.unknown].filter(isAsked);
  const labels = (slots: readonly FormSlot[]) => [...new Set(slots.map(({ label }) => label))];
  return {
    bytes: filling.bytes,
    empty: labels(waiting.filter(({ field }) => field !== undefined && SETTINGS.has(field))),
    open: labels(waiting.filter(({ field }) => field === undefined || !SETTINGS.has(field))),
  };
}

/** As what the blank is; the libraries that read one of them are not loaded for the other. */
async function fillAs(
  format: SummaryFormat | undefined,
  blank: Uint8Array,
  table: SummaryTable,
  values: FormValues,
): Promise<SheetFilling> {
  if (format === 'xlsx') {
    const { fillSheet } = await import('../forms/sheet/fill-sheet.ts');
    return fillSheet(blank, table, values);
  }
  const { fillTable } = await import('../forms/fill-table.ts');
  return fillTable(blank, table, values);
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
