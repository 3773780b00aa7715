import { looksLikeLabel } from '../fold-label.ts';
import type { LabelBook } from '../match-label.ts';
import { OBJECT, isBlank } from '../paragraph-text.ts';
import { UnreadableForm } from '../unreadable.ts';
import type { TextRun } from './cell-text.ts';
import type { SheetCell, SheetRow } from './read-grid.ts';
import { sheetChild } from './sheet-xml.ts';
import type { SheetLooks } from './sheet-looks.ts';

/** Rows of a sheet as a Word document says the same, for whoever knows the blanks of those. */
export interface Mirror {
  /** A whole main part. */
  readonly xml: string;
  /** What lies in the document, from its beginning: paragraphs, and cells of tables. */
  readonly cells: readonly (SheetCell | undefined)[];
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** Around a table of works stand a few lines. */
const MOST_CELLS = 2_000;
/** By it a run is known again. */
export const RUN_NAME = /^L(\d{1,6})$/;

/**
 * A line for each cell with text; but where a row has ruled blanks beside its labels, or a label without a colon and
 * room to its right, a row of a table. Throws `UnreadableForm` where that is too much.
 */
export function mirrorRows(rows: readonly SheetRow[], looks: SheetLooks, book: LabelBook): Mirror {
  const cells: (SheetCell | undefined)[] = [];
  let body = '';
  for (const row of rows) {
    const shown = row.cells.filter((cell) => cell.text.trim() !== '' || isRoom(cell, row, looks, book));
    const isTable = shown.some(({ text }) => text.trim() === '');
    const lines = isTable ? widened(shown) : shown;
    cells.push(...lines);
    if (cells.length > MOST_CELLS) throw new UnreadableForm('too-large', 'cells around the table');
    body += isTable
      ? `<w:tbl><w:tr>${lines.map(tableCell).join('')}</w:tr></w:tbl>`
      : lines.map(paragraph).join('');
  }
  return { xml: `<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`, cells };
}

/** A blank to be written in: ruled, or right of a label that has no colon to write behind. */
function isRoom(cell: SheetCell, { cells }: SheetRow, looks: SheetLooks, book: LabelBook): boolean {
  if (!isBlank(cell.text) || cell.hasFormula) return false;
  const left = cells.find(({ column, span }) => column + span === cell.column);
  if (!left || isBlank(left.text) || !looksLikeLabel(left.text)) return false;
  if (looks.isBordered(cell.look)) return true;
  return !/[:：]\s*$/.test(left.text) && book.match(left.text).field !== undefined;
}

/** What lies between two of them is no room. */
function widened(shown: readonly SheetCell[]): readonly (SheetCell | undefined)[] {
  return shown.flatMap((cell, index) => {
    const before = shown[index - 1];
    const isBeside = before === undefined || before.column + before.span === cell.column;
    return isBeside ? [cell] : [undefined, cell];
  });
}

function tableCell(cell: SheetCell | undefined): string {
  return `<w:tc><w:tcPr/>${cell ? paragraph(cell) : '<w:p><w:r><w:pict/></w:r></w:p>'}</w:tc>`;
}

function paragraph(cell: SheetCell | undefined): string {
  const runs = (cell?.runs ?? []).map((run, index) => runXml(run, index));
  return `<w:p>${runs.join('')}</w:p>`;
}

function runXml({ text, look }: TextRun, index: number): string {
  const line = sheetChild(look, 'u') ? '<w:u w:val="single"/>' : '';
  const lines = text.split(/\r?\n/).map((one) => `<w:t xml:space="preserve">${escaped(one)}</w:t>`);
  return `<w:r><w:rPr><w:rStyle w:val="L${index}"/>${line}</w:rPr>${lines.join('<w:br/>')}</w:r>`;
}

function escaped(text: string): string {
  return text
    .replaceAll(OBJECT, ' ')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}
