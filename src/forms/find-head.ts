import { compareTitles, isRoom, type ComparedTitles } from './compare-titles.ts';
import { OBJECT } from './paragraph-text.ts';
import { tellExample } from './tell-example.ts';
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
  return tellExample(below.map(({ text }) => text));
}

interface Compared extends ComparedTitles {
  readonly head?: TableHead;
}

function compareRow(grid: Grid, row: number, titles: readonly string[]): Compared {
  const cells = (grid.rows[row] ?? []).filter((cell) => cell.row === row);
  const compared = compareTitles(
    cells.map(({ text }) => text),
    titles,
  );
  const { columns } = compared;
  const element = rowOf(cells[0]);
  if (!columns || !element) return compared;
  const lines = linesBelow(grid, row, cells);
  return { ...compared, head: { grid, row: element, cells, columns, lines } };
}

/** Only rows cut as the head is; the first that says something ends them. */
function linesBelow(grid: Grid, row: number, head: readonly GridCell[]): readonly Element[] {
  const lines: Element[] = [];
  for (const cells of grid.rows.slice(row + 1)) {
    const element = rowOf(cells[0]);
    if (!element || !sameCut(head, cells) || !cells.every(isLine)) break;
    lines.push(element);
  }
  return lines;
}

function isLine({ text, rows, element }: GridCell): boolean {
  const isMerged = wordChild(wordChild(element, 'tcPr'), 'vMerge') !== undefined;
  return rows === 1 && !isMerged && !text.includes(OBJECT) && isRoom(text);
}

function rowOf(cell: GridCell | undefined): Element | undefined {
  for (let node = cell?.element.parentNode; node; node = node.parentNode) if (isWord(node, 'tr')) return node;
  return undefined;
}
