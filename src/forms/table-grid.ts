import { isBlank, OBJECT, readParagraph } from './paragraph-text.ts';
import {
  childElements,
  isPlain,
  isWord,
  wordChild,
  wordChildren,
  wordValue,
  type Element,
} from './word-xml.ts';

/** A cell of a table, merged ones as one. Columns are those of the table's grid, counted from 0. */
export interface GridCell {
  readonly element: Element;
  readonly row: number;
  readonly column: number;
  readonly span: number;
  /** Rows it reaches over. */
  rows: number;
  readonly paragraphs: readonly Element[];
  readonly text: string;
  readonly blank: boolean;
  /** A picture or a table lies in it. */
  readonly occupied: boolean;
}

export interface Grid {
  readonly element: Element;
  /** Cells by row from left to right; a merged cell appears in every row it reaches. */
  readonly rows: readonly (readonly GridCell[])[];
  readonly width: number;
}

const WIDEST = 1_000;

/** Reads w:gridSpan, w:vMerge and w:gridBefore (ECMA-376 Part 1, 17.4). */
export function readGrid(table: Element): Grid {
  const rows: GridCell[][] = [];
  for (const tr of rowsOf(table)) rows.push(readRow(tr, rows.length, rows.at(-1) ?? []));
  const ends = rows.map((row) => Math.max(0, ...row.map((cell) => cell.column + cell.span)));
  return { element: table, rows, width: Math.max(0, ...ends) };
}

function rowsOf(table: Element): readonly Element[] {
  return childElements(table).flatMap((child) =>
    isWord(child, 'tr') ? [child] : isPlain(child) ? rowsOf(child) : [],
  );
}

function cellsOf(row: Element): readonly Element[] {
  return childElements(row).flatMap((child) =>
    isWord(child, 'tc') ? [child] : isPlain(child) ? cellsOf(child) : [],
  );
}

function readRow(tr: Element, row: number, above: readonly GridCell[]): GridCell[] {
  let column = count(wordChild(wordChild(tr, 'trPr'), 'gridBefore'), 0);
  return cellsOf(tr).map((tc) => {
    const properties = wordChild(tc, 'tcPr');
    const span = Math.max(1, count(wordChild(properties, 'gridSpan'), 1));
    const merge = wordChild(properties, 'vMerge');
    const start = column;
    column += span;
    const origin = above.find((cell) => cell.column === start && cell.span === span);
    if (merge && wordValue(merge) !== 'restart' && origin) {
      origin.rows = row - origin.row + 1;
      return origin;
    }
    return readCell(tc, row, start, span);
  });
}

function count(element: Element | undefined, otherwise: number): number {
  const value = Number(wordValue(element) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? Math.min(value, WIDEST) : otherwise;
}

function readCell(element: Element, row: number, column: number, span: number): GridCell {
  const paragraphs = paragraphsOf(element);
  const text = paragraphs.map((paragraph) => readParagraph(paragraph).text).join('\n');
  const occupied = text.includes(OBJECT) || wordChildren(element, 'tbl').length > 0;
  return {
    element,
    row,
    column,
    span,
    rows: 1,
    paragraphs,
    text,
    blank: !occupied && isBlank(text),
    occupied,
  };
}

/** Paragraphs directly in a cell or the body, those within content controls too; not those of inner tables. */
export function paragraphsOf(parent: Element): readonly Element[] {
  return childElements(parent).flatMap((child) =>
    isWord(child, 'p') ? [child] : isPlain(child) ? paragraphsOf(child) : [],
  );
}

/** The cell that ends where this one begins, in a row. */
export function leftOf(grid: Grid, cell: GridCell, row = cell.row): GridCell | undefined {
  return grid.rows[row]?.find((other) => other.column + other.span === cell.column);
}

export function rightOf(grid: Grid, cell: GridCell, row = cell.row): GridCell | undefined {
  return grid.rows[row]?.find((other) => other.column === cell.column + cell.span);
}

/** The cell right above, of the same width. */
export function aboveOf(grid: Grid, cell: GridCell): GridCell | undefined {
  return grid.rows[cell.row - 1]?.find((other) => other.column === cell.column && other.span === cell.span);
}

/** Both rows are cut into the same columns. */
export function sameCut(a: readonly GridCell[], b: readonly GridCell[]): boolean {
  return (
    a.length === b.length &&
    a.every((cell, index) => cell.column === b[index]?.column && cell.span === b[index].span)
  );
}
