import type { FormRoster } from '../model/form.ts';
import { foldLabel, looksLikeLabel } from './fold-label.ts';
import { sameCut, type Grid, type GridCell } from './table-grid.ts';

/** With its cells, for writing lines into it. */
export interface FoundRoster extends FormRoster {
  readonly head: readonly GridCell[];
  /** Cells below the head by line; undefined where something is printed. */
  readonly lines: readonly (readonly (GridCell | undefined)[])[];
}

export interface FoundRosters {
  readonly rosters: readonly FoundRoster[];
  /** Rows whose blanks take one line a person or work, and their heads. */
  readonly rows: ReadonlySet<number>;
  /** Heads over exactly one blank row: each label names the cell below it. */
  readonly singles: ReadonlySet<number>;
}

const COUNTED = /^(?:序号|编号|No\.?|序)$/i;
/** Fewer columns than these under one head are a pair of cells, not a list. */
const FEWEST_COLUMNS = 3;

/** Finds heads with several lines below: 序号 姓名 单位 … */
export function findRosters(grid: Grid): FoundRosters {
  const rosters: FoundRoster[] = [];
  const rows = new Set<number>();
  const singles = new Set<number>();
  for (let row = 0; row < grid.rows.length; row++) {
    const head = ownCells(grid, row);
    if (rows.has(row) || !isHead(head)) continue;
    const body = bodyBelow(grid, row, head);
    const counted = COUNTED.test(foldLabel(head[0]?.text ?? '').folded);
    const last = row === grid.rows.length - 1;
    if (
      body.length === 1 &&
      !counted &&
      ownCells(grid, row + 1).every((cell) => cell.blank || isSmall(cell))
    ) {
      singles.add(row);
    } else if (body.length > 0 || ((counted || last) && head.length >= FEWEST_COLUMNS)) {
      if (body.length === 0 && !last && !counted) continue;
      rosters.push({
        columns: head.map((cell) => foldLabel(cell.text).folded),
        blankRows: body.length,
        head,
        lines: body.map((line) =>
          ownCells(grid, line).map((cell) => (cell.blank || isSmall(cell) ? cell : undefined)),
        ),
      });
      for (const index of [row, ...body]) rows.add(index);
    }
  }
  return { rosters, rows, singles };
}

/** The cells of a row without those that reach down into it from above (the name of a group). */
function ownCells(grid: Grid, row: number): readonly GridCell[] {
  return (grid.rows[row] ?? []).filter((cell) => cell.rows === 1);
}

function isSmall(cell: GridCell): boolean {
  return /^[\s\u3000年月日_]*$/.test(cell.text) && !cell.occupied;
}

function isHead(cells: readonly GridCell[]): boolean {
  return cells.length >= 2 && cells.every((cell) => !cell.blank && looksLikeLabel(cell.text));
}

/** Rows below, cut as the head, that are blank but for a number or a name in front. */
function bodyBelow(grid: Grid, row: number, head: readonly GridCell[]): readonly number[] {
  const body: number[] = [];
  for (let next = row + 1; next < grid.rows.length; next++) {
    const cells = ownCells(grid, next);
    if (!sameCut(head, cells) || !isLine(cells, head.length)) break;
    body.push(next);
  }
  return body;
}

function isLine(cells: readonly GridCell[], columns: number): boolean {
  const firstBlank = cells.findIndex((cell) => cell.blank || isSmall(cell));
  if (firstBlank < 0) return false;
  const tail = cells.slice(firstBlank);
  if (!tail.every((cell) => cell.blank || isSmall(cell))) return false;
  return firstBlank === 0 || columns >= FEWEST_COLUMNS;
}
