import type { FormRoster } from '../model/form.ts';
import { foldLabel, looksLikeLabel } from './fold-label.ts';
import type { FoundSlot } from './found-slot.ts';
import { isChoice } from './read-cell.ts';
import { isBlank } from './paragraph-text.ts';
import { readBoxes } from './read-boxes.ts';
import type { Grid, GridCell } from './table-grid.ts';
import type { Element } from './word-xml.ts';

/** A blank cell of this many rows is for a photograph or a stamp. */
const TALL = 3;

/** Blank cells that no label stands beside, as a table of heads and blank rows: told, never filled from a work. */
export function findLooseCells(grid: Grid, taken: ReadonlySet<Element>): readonly FormRoster[] {
  const columns = new Set<string>();
  const rows = new Set<number>();
  for (const cell of ownCells(grid)) {
    const spoken = cell.paragraphs.some((paragraph) => taken.has(paragraph));
    if (!cell.blank || spoken || cell.rows >= TALL || (grid.rows[cell.row] ?? []).length < 2) continue;
    const head = headOf(grid, cell);
    if (head === undefined) continue;
    columns.add(head);
    rows.add(cell.row);
  }
  return columns.size === 0 ? [] : [{ columns: [...columns], blankRows: rows.size, grid: true }];
}

function ownCells(grid: Grid): readonly GridCell[] {
  return grid.rows.flatMap((cells, row) => cells.filter((cell) => cell.row === row));
}

/** The nearest label above a cell, else the one to its left. */
function headOf(grid: Grid, cell: GridCell): string | undefined {
  for (let row = cell.row - 1; row >= 0; row--) {
    const above = grid.rows[row]?.find(
      (other) => other.column <= cell.column && cell.column < other.column + other.span,
    );
    if (above && isHead(above)) return foldLabel(above.text).folded;
  }
  const left = (grid.rows[cell.row] ?? []).filter((other) => other.column < cell.column && isHead(other));
  const nearest = left.at(-1);
  return nearest && foldLabel(nearest.text).folded;
}

function isHead(cell: GridCell): boolean {
  return !isBlank(cell.text) && looksLikeLabel(cell.text);
}

/** Boxes in cells of a row without a label, 初中□ | 高中□: one choice, called by its options. */
export function looseChoice(cells: readonly GridCell[], table: Element): FoundSlot | undefined {
  const boxes = cells
    .filter(isChoice)
    .flatMap((cell) => cell.paragraphs.flatMap((paragraph) => readBoxes(paragraph)));
  const options = boxes.map(({ option }) => option);
  if (options.length < 2 || options.includes('') || new Set(options).size < options.length) return undefined;
  const label = { folded: options.join('/'), hints: [] };
  return { label, kind: 'choice', place: { kind: 'boxes', boxes }, table };
}
