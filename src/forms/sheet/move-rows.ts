import { childElements, detach, isElement, type Element } from '../word-xml.ts';
import { parsePlace, parseRange, placeName, rangeName, type CellRange } from './cell-place.ts';
import type { SheetGrid } from './read-grid.ts';
import { movedRange, movedRow, type RowShift } from './row-shift.ts';
import { isSheet, makeSheet, numberOf, sheetChild, sheetChildren } from './sheet-xml.ts';

/** Moves the rows below the lines, and what the sheet says of stretches of its rows. */
export function moveRows({ root, rows }: SheetGrid, shift: RowShift): void {
  for (const { element, row } of rows.values()) {
    if (row >= shift.first + shift.before) setRow(element, movedRow(row, shift));
  }
  for (const child of childElements(root)) {
    if (isSheet(child, 'sheetData', 'mergeCells', 'sheetViews')) continue;
    if (isSheet(child, 'rowBreaks')) moveBreaks(child, shift);
    else moveRanges(child, shift);
  }
}

/** Gives a row and its cells their number, from 0. */
export function setRow(line: Element, row: number): void {
  line.setAttribute('r', String(row + 1));
  for (const cell of sheetChildren(line, 'c')) {
    const place = parsePlace(cell.getAttribute('r') ?? '');
    if (place) cell.setAttribute('r', placeName({ row, column: place.column }));
  }
}

/** `ref` and `sqref` of what is hidden, coloured, checked, linked, in whatever name space. */
function moveRanges(element: Element, shift: RowShift): void {
  for (const name of ['ref', 'sqref']) {
    const written = element.getAttribute(name);
    const moved = written ? movedList(written, shift) : undefined;
    if (moved === '') drop(element);
    else if (moved !== undefined) element.setAttribute(name, moved);
  }
  if (element.localName === 'sqref') {
    const moved = movedList(element.textContent ?? '', shift);
    if (moved === '') drop(isElement(element.parentNode) ? element.parentNode : element);
    else element.textContent = moved;
    return;
  }
  for (const child of childElements(element)) moveRanges(child, shift);
}

function movedList(written: string, shift: RowShift): string {
  const ranges = written.split(/\s+/).filter((one) => one !== '');
  return ranges
    .flatMap((one) => {
      const range = parseRange(one);
      if (!range) return [one];
      const moved = movedRange(range, shift);
      return moved ? [rangeName(moved)] : [];
    })
    .join(' ');
}

/** A list says how many it has, and none may be empty. */
function drop(element: Element): void {
  const list = element.parentNode;
  detach(element);
  if (!isElement(list)) return;
  const left = childElements(list).length;
  if (left === 0) detach(list);
  else if (list.hasAttribute('count')) list.setAttribute('count', String(left));
}

/** A new page begins behind the row of this number, from 1. ECMA-376-1, 18.3.1.3 */
function moveBreaks(list: Element, shift: RowShift): void {
  for (const element of sheetChildren(list, 'brk')) {
    const row = (numberOf(element, 'id') ?? 0) - 1;
    const isWithin = row >= shift.first && row < shift.first + shift.before - 1;
    if (isWithin) detach(element);
    else if (row >= shift.first) element.setAttribute('id', String(row + 1 + shift.after - shift.before));
  }
  const left = sheetChildren(list, 'brk');
  const manual = left.filter((element) => element.getAttribute('man') === '1').length;
  if (left.length === 0) detach(list);
  list.setAttribute('count', String(left.length));
  list.setAttribute('manualBreakCount', String(manual));
}

/** The merged cells there are to be. */
export function writeMerges({ root, data }: SheetGrid, merges: readonly CellRange[]): void {
  const there = sheetChild(root, 'mergeCells');
  if (merges.length === 0) {
    if (there) detach(there);
    return;
  }
  const list = there ?? makeSheet(root, 'mergeCells');
  for (const child of childElements(list)) detach(child);
  for (const merge of merges) {
    const element = makeSheet(root, 'mergeCell');
    element.setAttribute('ref', rangeName(merge));
    list.appendChild(element);
  }
  list.setAttribute('count', String(merges.length));
  if (!there) insertBehindData(root, data, list);
}

/** What may stand between the rows and the merged cells. ECMA-376-1, 18.3.1.99 */
const BETWEEN = [
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews'],
];

function insertBehindData(root: Element, data: Element, made: Element): void {
  let last: Element = data;
  for (const child of childElements(root)) if (isSheet(child, ...BETWEEN)) last = child;
  root.insertBefore(made, last.nextSibling);
}
