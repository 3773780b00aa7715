import { foldLabel } from './fold-label.ts';
import { OBJECT } from './paragraph-text.ts';
import { readGrid, sameCut, type Grid, type GridCell } from './table-grid.ts';
import { allWord, isWord, wordChild, type Element } from './word-xml.ts';

/** The head of a table of works, and what lies below it to be filled. */
export interface TableHead {
  readonly grid: Grid;
  readonly row: Element;
  readonly cells: readonly GridCell[];
  /** Index of the cell for each title asked for, in their order. */
  readonly columns: readonly number[];
  /** Lines for works: blank, but for a number or dots. */
  readonly lines: readonly Element[];
}

export type HeadFound =
  | { readonly kind: 'found'; readonly head: TableHead }
  /** No table has all of these, or not these alone; of the table that comes nearest. */
  | { readonly kind: 'unlike'; readonly missing: readonly string[]; readonly extra: readonly string[] }
  | { readonly kind: 'several' };

/** Finds the row that has just these titles, whatever their order, spaces and hints in brackets. */
export function findHead(root: Element, titles: readonly string[]): HeadFound {
  const rows = allWord(root, 'tbl').flatMap((table) => {
    const grid = readGrid(table);
    return grid.rows.map((_, row) => compareRow(grid, row, titles));
  });
  const fitting = rows.flatMap(({ head }) => head ?? []);
  const [only, ...others] = fitting;
  if (only) return others.length === 0 ? { kind: 'found', head: only } : { kind: 'several' };
  const [nearest] = rows.sort(
    (a, b) => a.missing.length + a.extra.length - b.missing.length - b.extra.length,
  );
  return { kind: 'unlike', missing: nearest?.missing ?? titles, extra: nearest?.extra ?? [] };
}

/** What is printed in the line right below a head, where no blank one stands there: an example, as a rule. */
export function printedBelow({ grid, cells, lines }: TableHead): string | undefined {
  const below = grid.rows[(cells[0]?.row ?? 0) + 1] ?? [];
  if (lines.length > 0 || !sameCut(cells, below)) return undefined;
  return below.map(({ text }) => text.trim()).find((text) => text !== '');
}

interface Compared {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly head?: TableHead;
}

function compareRow(grid: Grid, row: number, titles: readonly string[]): Compared {
  const cells = (grid.rows[row] ?? []).filter((cell) => cell.row === row);
  const printed = cells.map(({ text }) => foldLabel(text).folded);
  const asked = titles.map((title) => foldLabel(title).folded);
  const missing = titles.filter((_, index) => !printed.includes(asked[index] ?? ''));
  const extra = printed.filter((title) => title !== '' && !asked.includes(title));
  const element = rowOf(cells[0]);
  const isExact = missing.length + extra.length === 0 && new Set(printed).size === titles.length;
  if (!isExact || !element || cells.length !== titles.length) return { missing, extra };
  const columns = asked.map((title) => printed.indexOf(title));
  const lines = linesBelow(grid, row, cells);
  return { missing, extra, head: { grid, row: element, cells, columns, lines } };
}

/** Only rows cut as the head is; the first that says something ends them. */
function linesBelow(grid: Grid, row: number, head: readonly GridCell[]): readonly Element[] {
  const lines: Element[] = [];
  for (const cells of grid.rows.slice(row + 1)) {
    const element = rowOf(cells[0]);
    if (!element || !sameCut(head, cells) || !cells.every(isRoom)) break;
    lines.push(element);
  }
  return lines;
}

const COUNTED = /^[\s\u3000]*(?:\d{1,4}|[.…·。]{1,6})?[\s\u3000]*$/;

function isRoom({ text, rows, element }: GridCell): boolean {
  const isMerged = wordChild(wordChild(element, 'tcPr'), 'vMerge') !== undefined;
  return rows === 1 && !isMerged && !text.includes(OBJECT) && COUNTED.test(text);
}

function rowOf(cell: GridCell | undefined): Element | undefined {
  for (let node = cell?.element.parentNode; node; node = node.parentNode) if (isWord(node, 'tr')) return node;
  return undefined;
}
