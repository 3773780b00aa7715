import { cleanValue } from '../clean-value.ts';
import { copyOf, detach, insertAfter, type Element } from '../word-xml.ts';
import { placeName, type CellRange } from './cell-place.ts';
import { writeCellText } from './cell-text.ts';
import type { HeadColumn, SheetHead } from './find-sheet-head.ts';
import { setRow } from './move-rows.ts';
import type { RowShift } from './row-shift.ts';
import type { SheetLooks } from './sheet-looks.ts';
import { makeSheet, numberOf, sheetChildren } from './sheet-xml.ts';

/**
 * Puts a line for each work below the head, as high, ruled and set as the blank's first one; its own lines go. The
 * rows below have been moved.
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
    for (const [at, column] of columns.entries())
      writeColumn(line, bottom + 1 + index, column, cleanValue(texts[at] ?? ''), looks, model !== undefined);
  }
}

/** The last row of the file at or above one. */
function rowAbove(data: Element, bottom: number): Element | undefined {
  return sheetChildren(data, 'row')
    .filter((line) => (numberOf(line, 'r') ?? 0) <= bottom + 1)
    .at(-1);
}

function writeColumn(
  line: Element,
  row: number,
  { column, span, look: head }: HeadColumn,
  text: string,
  looks: SheetLooks,
  isLike: boolean,
): void {
  for (let at = column; at < column + span; at++) {
    const cell = cellIn(line, row, at);
    const own = isLike ? (numberOf(cell, 's') ?? numberOf(line, 's') ?? 0) : head;
    const look = isLike ? looks.forText(own, text.includes('\n')) : looks.belowHead(head);
    cell.setAttribute('s', String(look));
    writeCellText(cell, at === column ? [{ text }] : []);
  }
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
