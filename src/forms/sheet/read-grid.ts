import { UnreadableForm } from '../unreadable.ts';
import type { Element } from '../word-xml.ts';
import { parsePlace, parseRange, placeName, type CellRange } from './cell-place.ts';
import { runsOf, type TextRun } from './cell-text.ts';
import { numberOf, sheetChild, sheetChildren } from './sheet-xml.ts';

/** A cell that stands in the file; merged ones as one, by the first of them. */
export interface SheetCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  /** Columns and rows it reaches over. */
  readonly span: number;
  readonly rows: number;
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly hasFormula: boolean;
  /** Number of its look. */
  readonly look: number;
}

export interface SheetRow {
  readonly element: Element;
  readonly row: number;
  /** From left to right. */
  readonly cells: readonly SheetCell[];
}

export interface SheetGrid {
  readonly root: Element;
  readonly data: Element;
  /** Those that stand in the file, by their numbers, from 0. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly merges: readonly CellRange[];
}

const MOST_MERGES = 10_000;

/** The cells of a sheet. Rows and cells that leave out where they stand are told (ECMA-376-1, 18.3.1.73). */
export function readGrid(root: Element, strings: readonly (readonly TextRun[])[]): SheetGrid {
  const data = sheetChild(root, 'sheetData');
  if (!data) throw new UnreadableForm('not-docx', 'no sheetData');
  const merges = mergesOf(root);
  const starts = new Map(merges.map((merge) => [`${merge.top} ${merge.left}`, merge]));
  const rows = new Map<number, SheetRow>();
  let next = 0;
  for (const element of sheetChildren(data, 'row')) {
    const row = (numberOf(element, 'r') ?? next + 1) - 1;
    if (row < next) throw new UnreadableForm('broken', 'rows out of order');
    next = row + 1;
    element.setAttribute('r', String(next));
    rows.set(row, { element, row, cells: readCells(element, row, starts, strings) });
  }
  return { root, data, rows, merges };
}

export function mergesOf(root: Element): readonly CellRange[] {
  const list = sheetChild(root, 'mergeCells');
  const merges = (list ? sheetChildren(list, 'mergeCell') : []).flatMap(
    (element) => parseRange(element.getAttribute('ref') ?? '') ?? [],
  );
  if (merges.length > MOST_MERGES) throw new UnreadableForm('too-large', 'merged cells');
  return merges;
}

function readCells(
  line: Element,
  row: number,
  starts: ReadonlyMap<string, CellRange>,
  strings: readonly (readonly TextRun[])[],
): readonly SheetCell[] {
  let next = 0;
  return sheetChildren(line, 'c').map((element) => {
    const written = element.getAttribute('r');
    const column = written ? parsePlace(written)?.column : next;
    if (column === undefined || column < next) throw new UnreadableForm('broken', 'cells out of order');
    next = column + 1;
    element.setAttribute('r', placeName({ row, column }));
    const merge = starts.get(`${row} ${column}`);
    const runs = readText(element, strings);
    return {
      ...{ element, row, column, runs },
      span: merge ? merge.right - merge.left + 1 : 1,
      rows: merge ? merge.bottom - merge.top + 1 : 1,
      text: runs.map(({ text }) => text).join(''),
      hasFormula: sheetChild(element, 'f') !== undefined,
      look: numberOf(element, 's') ?? 0,
    };
  });
}

function readText(cell: Element, strings: readonly (readonly TextRun[])[]): readonly TextRun[] {
  const inline = sheetChild(cell, 'is');
  if (inline) return runsOf(inline);
  const value = sheetChild(cell, 'v')?.textContent ?? '';
  if (cell.getAttribute('t') !== 's') return value === '' ? [] : [{ text: value }];
  const shared = strings[Number(value)];
  if (!shared) throw new UnreadableForm('broken', 'a text that is not there');
  return shared;
}
