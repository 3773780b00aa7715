import type { FormFilled, FormFilling, FormValues } from '../../model/form.ts';
import type { SummaryTable } from '../../model/summary.ts';
import type { TableUnfit } from '../fill-table.ts';
import { rewritePackage } from '../form-package.ts';
import { UnreadableForm } from '../unreadable.ts';
import { printWordXml, type Document } from '../word-xml.ts';
import { placeName } from './cell-place.ts';
import { writeCellText } from './cell-text.ts';
import { fillAround, type ChangedCell } from './fill-around.ts';
import { findHazard, type Hazard } from './find-hazard.ts';
import { findSheetHead, printedBelow, type SheetHead, type SheetHeadFound } from './find-sheet-head.ts';
import { moveNames } from './move-names.ts';
import { moveRows, writeMerges } from './move-rows.ts';
import { openPart, openWorkbook, type ListedSheet, type OpenWorkbook } from './open-workbook.ts';
import { proveSheet, textsOutside, type Promised } from './prove-sheet.ts';
import { readGrid } from './read-grid.ts';
import { movedRange, movedRow, type RowShift } from './row-shift.ts';
import { SheetLooks } from './sheet-looks.ts';
import { markAsText } from './mark-as-text.ts';
import { mergesAfter, writeLines } from './write-lines.ts';

export type SheetUnfit = TableUnfit | Hazard | { readonly kind: 'two-rows' };
export type SheetFilling = FormFilling | { readonly kind: 'unfit'; readonly why: SheetUnfit };

type Lines = Pick<SummaryTable, 'head' | 'rows'>;

/**
 * Fills a blank 汇总表 in Excel: a line a work below the head that has just these titles, on the first sheet shown that
 * has it, set as the blank's first line; and the blanks around the table with `values`. What lies below moves with the
 * lines. Every other part of the file stays as it is; the result is read back.
 */
export async function fillSheet(bytes: Uint8Array, lines: Lines, values: FormValues): Promise<SheetFilling> {
  try {
    const book = await openWorkbook(bytes);
    const looks = await SheetLooks.open(book.parts, book.styles);
    const found = await findTable(book, lines.head, looks);
    if (found.kind !== 'found') return { kind: 'unfit', why: found };
    const text = printedBelow(found.head, looks);
    if (text !== undefined) return { kind: 'unfit', why: { kind: 'printed', text } };
    const hazard = await findHazard(book, found.sheet, found.head);
    if (hazard) return { kind: 'unfit', why: hazard };
    return await fillFound({ book, looks, ...found }, lines, values);
  } catch (error) {
    if (error instanceof UnreadableForm) return error.result;
    throw error;
  }
}

interface FoundTable {
  readonly kind: 'found';
  readonly sheet: ListedSheet;
  readonly document: Document;
  readonly head: SheetHead;
}

/** Of the sheets that are shown the first that has it; where none has, of the one that comes nearest. */
async function findTable(
  book: OpenWorkbook,
  titles: readonly string[],
  looks: SheetLooks,
): Promise<FoundTable | Exclude<SheetHeadFound, { kind: 'found' }>> {
  const unlike: Extract<SheetHeadFound, { kind: 'unlike' }>[] = [];
  for (const sheet of book.sheets) {
    if (sheet.hidden) continue;
    const document = await openPart(book.parts, sheet.part);
    const root = document.documentElement;
    if (root?.localName !== 'worksheet') continue;
    const found = findSheetHead(readGrid(root, book.strings), titles, looks);
    if (found.kind === 'found') return { kind: 'found', sheet, document, head: found.head };
    if (found.kind !== 'unlike') return found;
    unlike.push(found);
  }
  const [nearest] = unlike.sort((a, b) => a.missing.length - b.missing.length);
  return nearest ?? { kind: 'unlike', missing: titles, extra: [] };
}

interface Filling extends FoundTable {
  readonly book: OpenWorkbook;
  readonly looks: SheetLooks;
}

async function fillFound(table: Filling, lines: Lines, values: FormValues): Promise<SheetFilling> {
  const { book, looks, sheet, document, head } = table;
  const shift = { first: head.bottom + 1, before: head.lines.length, after: lines.rows.length };
  const before = textsOutside(head.grid, shift);
  const { filling, changed } = await fillAround(rowsAround(head, shift), values, looks);
  if (filling.kind !== 'filled') return filling;
  const names = moveNames(book, sheet, shift);
  if (names.hazard) return { kind: 'unfit', why: names.hazard };
  const merges = mergesAfter(head, shift, (range) => movedRange(range, shift));
  for (const { cell, runs } of changed) writeCellText(cell.element, runs);
  moveRows(head.grid, shift);
  writeLines(head, lines.rows, looks);
  writeMerges(head.grid, merges);
  markAsText(head, shift);
  const styles = await looks.printed();
  const written = new Map([
    [sheet.part, await printWordXml(document)],
    ...(styles ? [[book.styles, styles] as const] : []),
    ...(names.changed ? [[book.main, await printWordXml(book.document)] as const] : []),
  ]);
  const promised = {
    ...{ part: sheet.part, head, shift, merges, before },
    ...{ titles: lines.head, rows: lines.rows, around: textsOf(changed, shift) },
    changed: new Set(written.keys()),
  };
  return await proven(book, written, promised, filling);
}

function rowsAround({ grid, bottom }: SheetHead, { first, before }: RowShift) {
  return [...grid.rows.values()].filter(({ row }) => row < bottom || row >= first + before);
}

function textsOf(changed: readonly ChangedCell[], shift: RowShift): ReadonlyMap<string, string> {
  return new Map(
    changed.map(({ cell: { row, column }, runs }) => [
      placeName({ row: movedRow(row, shift), column }),
      runs.map(({ text }) => text).join(''),
    ]),
  );
}

async function proven(
  { parts }: OpenWorkbook,
  written: ReadonlyMap<string, Uint8Array>,
  promised: Promised,
  around: FormFilled,
): Promise<SheetFilling> {
  const bytes = await rewritePackage(parts, written);
  const problems = await proveSheet(parts, bytes, promised);
  return problems.length > 0 ? { kind: 'failed', problems } : { ...around, bytes };
}
