import { compareTitles, isRoom } from '../compare-titles.ts';
import { tellExample } from '../tell-example.ts';
import type { SheetCell, SheetGrid, SheetRow } from './read-grid.ts';
import type { SheetLooks } from './sheet-looks.ts';

/** A column of the table, by the cell of its head. */
export interface HeadColumn {
  readonly column: number;
  readonly span: number;
  readonly look: number;
}

export interface SheetHead {
  readonly grid: SheetGrid;
  /** The head's row, or the last of them where its cells reach over several. */
  readonly bottom: number;
  /** For each title asked for, in their order. */
  readonly columns: readonly HeadColumn[];
  /** Lines for works: blank, but for a number or dots. */
  readonly lines: readonly SheetRow[];
}

export type SheetHeadFound =
  | { readonly kind: 'found'; readonly head: SheetHead }
  /** No row has all of these, or not these alone; of the row that comes nearest. */
  | { readonly kind: 'unlike'; readonly missing: readonly string[]; readonly extra: readonly string[] }
  | { readonly kind: 'several' }
  /** Below some of its titles stand others. */
  | { readonly kind: 'two-rows' };

/** Finds the row of a sheet that has just these titles, whatever their order, spaces and hints in brackets. */
export function findSheetHead(grid: SheetGrid, titles: readonly string[], looks: SheetLooks): SheetHeadFound {
  const rows = [...grid.rows.values()].map((row) => {
    const cells = row.cells.filter(({ text }) => text.trim() !== '');
    const compared = compareTitles(
      cells.map(({ text }) => text),
      titles,
    );
    return { row, cells, ...compared };
  });
  const [only, ...others] = rows.filter(({ columns }) => columns !== undefined);
  if (others.length > 0) return { kind: 'several' };
  if (only) return headAt(grid, only.row, only.cells, only.columns ?? [], looks);
  const [nearest] = rows.sort(
    (a, b) => a.missing.length + a.extra.length - b.missing.length - b.extra.length,
  );
  return { kind: 'unlike', missing: nearest?.missing ?? titles, extra: nearest?.extra ?? [] };
}

function headAt(
  grid: SheetGrid,
  { row }: SheetRow,
  cells: readonly SheetCell[],
  order: readonly number[],
  looks: SheetLooks,
): SheetHeadFound {
  const [first] = cells;
  if (cells.some(({ rows }) => rows !== first?.rows)) return { kind: 'two-rows' };
  const bottom = row + (first?.rows ?? 1) - 1;
  const columns = order.flatMap((index) => cells[index] ?? []);
  const lines = linesBelow(grid, bottom, columns, looks);
  return { kind: 'found', head: { grid, bottom, columns, lines } };
}

/** Only rows cut and lined as the head's first one is; the first that says something ends them. */
function linesBelow(
  grid: SheetGrid,
  bottom: number,
  columns: readonly HeadColumn[],
  looks: SheetLooks,
): readonly SheetRow[] {
  const lines: SheetRow[] = [];
  const borders = (row: SheetRow) =>
    columns.map((column) => looks.isBordered(cellAt(row, column)?.look ?? 0)).join();
  for (let row = grid.rows.get(bottom + 1); row && isLine(grid, row, columns);) {
    const [first = row] = lines;
    if (borders(row) !== borders(first)) break;
    lines.push(row);
    row = grid.rows.get(row.row + 1);
  }
  return lines;
}

function isLine(grid: SheetGrid, row: SheetRow, columns: readonly HeadColumn[]): boolean {
  const cells = columns.map((column) => cellAt(row, column));
  if (cells.every((cell) => cell === undefined)) return false;
  return cells.every((cell) => isRoom(cell?.text ?? '')) && isCutAlike(grid, row.row, columns);
}

/** What is merged in the row is so in the head, and within this row alone. */
export function isCutAlike({ merges }: SheetGrid, row: number, columns: readonly HeadColumn[]): boolean {
  const own = merges.filter(
    ({ top, bottom, left, right }) =>
      top <= row &&
      bottom >= row &&
      columns.some(({ column, span }) => left < column + span && right >= column),
  );
  const wide = columns.filter(({ span }) => span > 1);
  return (
    own.length === wide.length &&
    own.every(
      ({ top, bottom, left, right }) =>
        top === bottom && wide.some(({ column, span }) => left === column && right === column + span - 1),
    )
  );
}

export function cellAt({ cells }: SheetRow, { column }: Pick<HeadColumn, 'column'>): SheetCell | undefined {
  return cells.find((cell) => cell.column === column);
}

/** What is printed in the line right below a head, where no blank one stands there: an example, as a rule. */
export function printedBelow(
  { grid, bottom, columns, lines }: SheetHead,
  looks: SheetLooks,
): string | undefined {
  const row = grid.rows.get(bottom + 1);
  if (!row || lines.length > 0 || !isCutAlike(grid, row.row, columns)) return undefined;
  const written = columns
    .flatMap((column) => cellAt(row, column) ?? [])
    .filter(({ text }) => text.trim() !== '');
  const [first] = written;
  const isExample = written.length > 1 || (first !== undefined && looks.isBordered(first.look));
  return isExample ? tellExample(written.map(({ text }) => text)) : undefined;
}
