import { cleanValue } from '../clean-value.ts';
import { copyOf, detach, insertAfter, type Element } from '../word-xml.ts';
import { placeName, type CellRange } from './cell-place.ts';
import { writeCellText } from './cell-text.ts';
import type { HeadColumn, SheetHead } from './find-sheet-head.ts';
import { growLine, linesOf } from './fit-line.ts';
import { setRow } from './move-rows.ts';
import type { RowShift } from './row-shift.ts';
import type { SheetLooks } from './sheet-looks.ts';
import { makeSheet, numberOf, sheetChildren } from './sheet-xml.ts';

/**
 * Puts a line for each work below the head, ruled and set as the blank's first one, and as high, unless a text would be
 * cut off; the blank's own lines go. The rows below have been moved.
 */
export function writeLines(
  { grid, bottom, columns, lines }: SheetHead,
  rows: readonly (readonly string[])[],
  looks: SheetLooks,
): void {
  const [first] = lines;
  const model = first ? copyOf(first.element) : undefined;
  const above = rowAbove(grid.data, bottom);
  for (const { element } of lines) detach(element);
  let last = above;
  for (const [index, texts] of rows.entries()) {
    const line = model ? copyOf(model) : makeSheet(grid.data, 'row');
    line.removeAttribute('hidden');
    setRow(line, bottom + 1 + index);
    if (last) insertAfter(line, last);
    else grid.data.insertBefore(line, grid.data.firstChild);
    last = line;
    const place = { line, row: bottom + 1 + index, root: grid.root };
    const needed = columns.map((column, at) =>
      writeColumn(place, column, cleanValue(texts[at] ?? ''), looks, model !== undefined),
    );
    const [highest] = needed.sort((a, b) => b.lines * b.points - a.lines * a.points);
    if (highest) growLine(line, highest.lines, highest.points);
  }
}

/** The last row of the file at or above one. */
function rowAbove(data: Element, bottom: number): Element | undefined {
  return sheetChildren(data, 'row')
    .filter((line) => (numberOf(line, 'r') ?? 0) <= bottom + 1)
    .at(-1);
}

interface LinePlace {
  readonly root: Element;
  readonly line: Element;
  readonly row: number;
}

/** Writes one column of a line; says how many lines the text takes, of how many points. */
function writeColumn(
  { root, line, row }: LinePlace,
  column: HeadColumn,
  text: string,
  looks: SheetLooks,
  isLike: boolean,
): { readonly lines: number; readonly points: number } {
  const cells = Array.from({ length: column.span }, (_, index) => cellIn(line, row, column.column + index));
  const lookOf = (cell: Element) => numberOf(cell, 's') ?? numberOf(line, 's') ?? 0;
  const { own, usual } = looks.sizes(isLike && cells[0] ? lookOf(cells[0]) : column.look);
  const lines = linesOf(root, { column, text, scale: own / usual });
  for (const [index, cell] of cells.entries()) {
    const look = isLike ? looks.forText(lookOf(cell), lines > 1) : looks.belowHead(column.look);
    cell.setAttribute('s', String(look));
    writeCellText(cell, index === 0 ? [{ text }] : []);
  }
  return { lines, points: own };
}

/** The cell of a row at a column; made where it is not there. */
function cellIn(line: Element, row: number, column: number): Element {
  const name = placeName({ row, column });
  const cells = sheetChildren(line, 'c');
  const there = cells.find((cell) => cell.getAttribute('r') === name);
  if (there) return there;
  const made = makeSheet(line, 'c');
  made.setAttribute('r', name);
  const next = cells.find((cell) => isBehind(cell.getAttribute('r') ?? '', name));
  line.insertBefore(made, next ?? null);
  return made;
}

/** Of two cells of one row: longer letters lie further to the right. */
function isBehind(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}

/** The merged cells there will be: those of the head's columns in each line, all others moved. */
export function mergesAfter(
  { grid, columns }: SheetHead,
  shift: RowShift,
  moved: (range: CellRange) => CellRange | undefined,
): readonly CellRange[] {
  const isLine = ({ top }: CellRange) => top >= shift.first && top < shift.first + shift.before;
  const kept = grid.merges.filter((merge) => !isLine(merge)).flatMap((merge) => moved(merge) ?? []);
  const wide = columns.filter(({ span }) => span > 1);
  const made = Array.from({ length: shift.after }, (_, index) => shift.first + index).flatMap((row) =>
    wide.map(({ column, span }) => ({ top: row, bottom: row, left: column, right: column + span - 1 })),
  );
  return [...kept, ...made];
}
