import type { FormFilled, FormFilling, FormValues } from '../model/form.ts';
import type { SummaryTable } from '../model/summary.ts';
import { cleanValue } from './clean-value.ts';
import { removeAtoms } from './edit-runs.ts';
import { fillForm } from './fill-form.ts';
import { findHead, printedBelow, type HeadFound, type TableHead } from './find-head.ts';
import { rewritePackage } from './form-package.ts';
import { openForm, type OpenForm, type Story } from './open-form.ts';
import { readParagraph } from './paragraph-text.ts';
import { readGrid, type GridCell } from './table-grid.ts';
import { UnreadableForm } from './unreadable.ts';
import { allWord, copyOf, detach, insertAfter, isWord, printWordXml, type Element } from './word-xml.ts';
import { writeCell } from './write-text.ts';

export type TableFilling = FormFilling | { readonly kind: 'unfit'; readonly why: TableUnfit };

/** Why a blank cannot take the lines. */
export type TableUnfit =
  | Exclude<HeadFound, { kind: 'found' }>
  /** A line that says something stands right below the head: an example, which would count as a work. */
  | { readonly kind: 'printed'; readonly text: string };

type Lines = Pick<SummaryTable, 'head' | 'rows'>;

/**
 * Fills a blank 汇总表: a line a work below the head that has just these titles, set as the blank sets its own lines,
 * and the blanks around the table with `values`. What else is printed stays; the result is read back. The blank's
 * spare lines go.
 */
export async function fillTable(bytes: Uint8Array, lines: Lines, values: FormValues): Promise<TableFilling> {
  try {
    const blank = await openForm(bytes);
    const found = headIn(blank, lines);
    if (found.kind !== 'found') return { kind: 'unfit', why: found };
    const text = printedBelow(found.head);
    if (text !== undefined) return { kind: 'unfit', why: { kind: 'printed', text } };
    const model = modelOf(found.head);
    // While there are lines, their blanks would be taken for those of a form.
    for (const line of found.head.lines) detach(line);
    const around = await fillForm(await printed(blank), values);
    if (around.kind !== 'filled') return around;
    const form = await openForm(around.bytes);
    return await withLines(form, model, lines, around);
  } catch (error) {
    if (error instanceof UnreadableForm) return error.result;
    throw error;
  }
}

function headIn({ stories: [main] }: OpenForm, { head }: Lines): HeadFound {
  return main ? findHead(main.root, head) : { kind: 'unlike', missing: head, extra: [] };
}

async function withLines(
  form: OpenForm,
  model: Element,
  lines: Lines,
  around: FormFilled,
): Promise<TableFilling> {
  const found = headIn(form, lines);
  if (found.kind !== 'found') return { kind: 'unfit', why: found };
  const { head } = found;
  writeLines(head, model, lines);
  const bytes = await printed(form);
  const missing = await unlike(bytes, lines);
  if (missing !== undefined) return { kind: 'failed', problems: [{ kind: 'value-missing', label: missing }] };
  return { ...around, bytes };
}

function writeLines({ row, grid, cells, columns }: TableHead, model: Element, { rows }: Lines): void {
  // Each goes right below the head, the first one at last.
  for (const line of rows.map(() => lineLike(model, row)).reverse()) insertAfter(line, row);
  const filled = linesOf(readGrid(grid.element), cells, rows.length);
  for (const [index, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      const at = columns[column];
      const cell = at === undefined ? undefined : filled[index]?.[at];
      const value = cleanValue(text);
      if (cell && value !== '')
        writeCell({ kind: 'cell', cell: cell.element, paragraphs: cell.paragraphs }, value);
    }
  }
}

/** In the document of `row`: the model may be another's. */
function lineLike(model: Element, row: Element): Element {
  const line = row.ownerDocument?.importNode(model, true);
  if (!isWord(line, 'tr')) throw new Error('a row of another kind');
  return line;
}

function linesOf(grid: ReturnType<typeof readGrid>, head: readonly GridCell[], count: number) {
  const first = (head[0]?.row ?? 0) + 1;
  return grid.rows.slice(first, first + count);
}

/** The title of the first cell that does not read as it should. */
async function unlike(bytes: Uint8Array, lines: Lines): Promise<string | undefined> {
  const [main] = (await openForm(bytes)).stories;
  const [head] = main ? rowsUnder(main, lines) : [];
  if (!head) return lines.head[0] ?? '';
  const { texts, columns } = head;
  for (const [index, row] of lines.rows.entries()) {
    const wrong = row.findIndex(
      (text, column) => plain(texts[index]?.[columns[column] ?? -1] ?? '') !== plain(cleanValue(text)),
    );
    if (wrong >= 0) return lines.head[wrong];
  }
  return undefined;
}

/** With its lines filled in, the head has none below it any more that would count as blank. */
function rowsUnder({ root }: Story, { head: titles, rows }: Lines) {
  const found = findHead(root, titles);
  if (found.kind !== 'found') return [];
  const { grid, cells, columns } = found.head;
  const texts = linesOf(grid, cells, rows.length).map((line) => line.map(({ text }) => text));
  return [{ texts, columns }];
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}

/** A line to be copied: the blank's first, else one cut as the head, without what is printed in it. */
function modelOf({ row, lines: [first] }: TableHead): Element {
  const model = copyOf(first ?? row);
  for (const paragraph of allWord(model, 'p')) removeAtoms(readParagraph(paragraph).atoms);
  // Names of places, which a document has but once.
  for (const name of ['bookmarkStart', 'bookmarkEnd'])
    for (const element of allWord(model, name)) detach(element);
  if (first) return model;
  // Below its own head, a copy of it is neither repeated on each page nor bold.
  for (const name of ['tblHeader', 'b', 'bCs', 'shd'])
    for (const element of allWord(model, name)) detach(element);
  return model;
}

async function printed({ parts, stories }: OpenForm): Promise<Uint8Array> {
  const [main] = stories;
  return main
    ? rewritePackage(parts, new Map([[main.part, await printWordXml(main.document)]]))
    : new Uint8Array();
}
