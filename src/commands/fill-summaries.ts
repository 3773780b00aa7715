import { openLabelBook, type LabelBook } from '../forms/match-label.ts';
import { openValues, type ValueBook } from '../forms/value-book.ts';
import type { PlannedBundle, PlannedSummary } from '../model/bundle.ts';
import type { FormValues } from '../model/form.ts';
import type { Item } from '../model/materials.ts';
import type { Category } from '../model/notice.ts';
import type { System } from '../system/system.ts';
import {
  blankFormat,
  isNumberColumn,
  type SummaryColumn,
  type SummaryRule,
  type SummaryTable,
} from '../model/summary.ts';
import { variablesIn } from '../model/variables-in.ts';
import { fillBlankTable, type BlankTable } from './fill-blank-table.ts';
import { MAY_STAY_EMPTY, type Answers } from './fill-forms.ts';
import { formValues, type FormSource } from './form-values.ts';

export interface FilledSummary {
  readonly planned: PlannedSummary;
  /** Id of the category in whose bundle it lies. */
  readonly category: string;
  readonly table: SummaryTable;
  readonly lacking: readonly Lacking[];
  /** The notice's own blank, filled; absent: it is drawn. */
  readonly filled?: Pick<BlankTable, 'bytes' | 'open'>;
}

/** What nothing is known for: of a work, or, where none is named, of the lines above the table. */
export interface Lacking {
  readonly item?: string;
  /** Labels under which a person may say it. */
  readonly empty: readonly string[];
}

interface SummarySource extends Omit<FormSource, 'item' | 'answers' | 'categoryName'> {
  readonly items: readonly Item[];
  readonly answers: Answers;
  readonly categories: readonly Category[];
}

/** Every 汇总表 that a bundle plans, as tables; nothing is drawn yet, only a blank of the notice's own is filled. */
export async function fillSummaries(
  bundle: PlannedBundle,
  source: SummarySource,
  system: System,
): Promise<readonly FilledSummary[]> {
  const rule = source.categories.find(({ id }) => id === bundle.category.id)?.summary?.value;
  if (!rule) return [];
  return Promise.all(
    bundle.summaries.map((planned) => fillSummary(planned, { bundle, rule, source }, system)),
  );
}

interface Filling {
  readonly bundle: PlannedBundle;
  readonly rule: SummaryRule;
  readonly source: SummarySource;
}

async function fillSummary(
  planned: PlannedSummary,
  { bundle, rule, source }: Filling,
  system: System,
): Promise<FilledSummary> {
  const book = openLabelBook();
  const works = planned.lines.map((line) => fillLine(line, rule, source, book));
  const top = [rule.heading, ...rule.above].map((text) => fillText(text, commonOf(bundle, planned), book));
  const [heading, ...above] = top.map(({ text }) => text);
  const table = {
    heading: heading ?? planned.title,
    above,
    head: rule.columns.map(({ title }) => title),
    rows: works.map(({ cells }) => cells),
  };
  const { template } = rule;
  const blank =
    template !== undefined && planned.format === blankFormat(template)
      ? await fillBlankTable({ ...rule, template }, table, aroundTable(bundle), system)
      : undefined;
  // A blank has lines of its own above the table.
  const settings = blank?.empty ?? [...new Set(top.flatMap(({ empty }) => empty))];
  return {
    ...{ planned, category: bundle.category.id, table },
    lacking: [
      ...works.flatMap(({ item, empty }) => (empty.length > 0 ? [{ item, empty }] : [])),
      ...(settings.length > 0 ? [{ empty: settings }] : []),
    ],
    ...(blank && { filled: blank }),
  };
}

/** What stands beside the table of a blank: of no work, but of whoever hands it in. */
function aroundTable({ org, category, date, contact }: PlannedBundle): FormValues {
  const { name, phone, email } = contact ?? {};
  return {
    ...{ unit: org, category: category.name, fillDate: date },
    ...(name !== undefined && { contact: name }),
    ...(phone !== undefined && { phone }),
    ...(email !== undefined && { email }),
  };
}

type Find = (name: string) => string | undefined;

function commonOf({ org, category, date, contact }: PlannedBundle, { lines }: PlannedSummary): Find {
  const { name, phone, email } = contact ?? {};
  const known = {
    org,
    category: category.name,
    date,
    count: String(lines.length),
    contact: name,
    phone,
    email,
  };
  return (asked) => Object.entries(known).find(([variable]) => variable === asked)?.[1];
}

interface FilledLine {
  readonly item: string;
  readonly cells: readonly string[];
  readonly empty: readonly string[];
}

function fillLine(
  { item: path, seq }: PlannedSummary['lines'][number],
  { columns }: SummaryRule,
  source: SummarySource,
  book: LabelBook,
): FilledLine {
  const item = source.items.find((candidate) => candidate.path === path);
  if (!item) throw new Error(`the plan names no item of the folder: ${path}`);
  const categoryName = source.categories.find(({ id }) => id === item.category)?.name ?? '';
  const answers = source.answers[path] ?? {};
  // A form's boxes offer kinds of work under this label; a table of works means the notice's categories.
  const 作品类别 = answers['作品类别'] ?? item.info?.others?.['作品类别'] ?? categoryName;
  const known = { ...formValues({ ...source, item, categoryName, answers }), 作品类别 };
  const values = openValues(known, book);
  const find = finder(values, seq, source);
  const cells = columns.map((column) => fillCell(column, find, book));
  return {
    item: path,
    cells: cells.map(({ text }) => text),
    empty: [...new Set(cells.flatMap(({ empty }) => empty))],
  };
}

/** Variables of a file name that a form calls otherwise. */
const FORM_NAMES: Readonly<Record<string, string>> = { org: 'unit', authors: 'author' };

function finder(values: ValueBook, seq: string, { date }: SummarySource): Find {
  return (name) => {
    const said = values.valueNamed(FORM_NAMES[name] ?? name);
    if (said !== undefined) return said;
    return isNumberColumn(name) ? seq : name === 'date' ? date : undefined;
  };
}

interface FilledText {
  readonly text: string;
  /** Labels of what is not known. */
  readonly empty: readonly string[];
}

function fillCell({ title, value, optional }: SummaryColumn, find: Find, book: LabelBook): FilledText {
  const asked = title.replace(/\s/g, '');
  const filled = fillText(value ?? `{${asked}}`, find, book);
  const spared = optional === true || MAY_STAY_EMPTY.has(book.match(asked).field ?? '');
  return spared ? { ...filled, empty: [] } : filled;
}

function fillText(pattern: string, find: Find, book: LabelBook): FilledText {
  const empty = variablesIn(pattern).filter((name) => find(name) === undefined);
  return {
    text: pattern.replace(/\{([^{}]*)\}/g, (_, name: string) => find(name) ?? '').trim(),
    empty: empty.map((name) => book.labelOf(name)),
  };
}
