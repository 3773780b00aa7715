import type { ReadBackProblem } from '../../model/form.ts';
import { cleanValue } from '../clean-value.ts';
import { readPackage, type PackedPart } from '../form-package.ts';
import { bare } from '../read-texts.ts';
import { placeName, rangeName, type CellRange } from './cell-place.ts';
import { cellAt, type SheetHead } from './find-sheet-head.ts';
import { openPart, openWorkbook } from './open-workbook.ts';
import { readGrid, type SheetGrid } from './read-grid.ts';
import { movedRow, type RowShift } from './row-shift.ts';

/** What a filled table is to be. */
export interface Promised {
  readonly part: string;
  readonly head: SheetHead;
  readonly shift: RowShift;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Texts around the table that are others than before, by cell. */
  readonly around: ReadonlyMap<string, string>;
  readonly merges: readonly CellRange[];
  /** Parts written anew. */
  readonly changed: ReadonlySet<string>;
  /** What every cell outside the lines said before. */
  readonly before: ReadonlyMap<string, string>;
}

/** Reads the written bytes anew: each value in its cell, as text; all other cells, merges and parts as before. */
export async function proveSheet(
  parts: readonly PackedPart[],
  bytes: Uint8Array,
  promised: Promised,
): Promise<readonly ReadBackProblem[]> {
  const after = new Map(readPackage(bytes).map((part) => [part.name, part]));
  const lost = parts.filter(
    (part) => !promised.changed.has(part.name) && !isSame(part, after.get(part.name)),
  );
  const book = await openWorkbook(bytes);
  const root = (await openPart(book.parts, promised.part)).documentElement;
  if (!root) return [{ kind: 'not-a-document', detail: promised.part }];
  const grid = readGrid(root, book.strings);
  return [
    ...lost.map(({ name }) => ({ kind: 'part-changed', part: name }) as const),
    ...wrongLines(grid, promised),
    ...wrongTexts(grid, promised),
    ...wrongMerges(grid, promised),
  ];
}

function isSame(before: PackedPart, after: PackedPart | undefined): boolean {
  return after?.crc === before.crc && Buffer.compare(before.packed, after.packed) === 0;
}

function wrongLines(grid: SheetGrid, promised: Promised): readonly ReadBackProblem[] {
  const { shift, rows, head, titles } = promised;
  return rows.flatMap((texts, index) =>
    head.columns.flatMap((column, at): ReadBackProblem[] => {
      const row = grid.rows.get(shift.first + index);
      const cell = row && cellAt(row, column);
      const isText = cell?.text === '' || cell?.element.getAttribute('t') === 'inlineStr';
      const asked = cleanValue(texts[at] ?? '');
      return isText && cell.text === asked ? [] : [{ kind: 'value-missing', label: titles[at] ?? '' }];
    }),
  );
}

/** Text by cell, of all that lies outside the lines, at the place where it is to lie. */
export function textsOutside({ rows }: SheetGrid, shift: RowShift): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { row, cells } of rows.values()) {
    if (row >= shift.first && row < shift.first + shift.before) continue;
    for (const { column, text } of cells)
      if (text !== '') texts.set(placeName({ row: movedRow(row, shift), column }), text);
  }
  return texts;
}

function wrongTexts(grid: SheetGrid, { shift, before, around }: Promised): readonly ReadBackProblem[] {
  const { first, after } = shift;
  const now = textsOutside(grid, { first, before: after, after });
  const asked = new Map([...before, ...around]);
  return [...new Set([...asked.keys(), ...now.keys()])].flatMap((place): ReadBackProblem[] => {
    const [was = '', is = ''] = [asked.get(place), now.get(place)];
    return bare(was) === bare(is) ? [] : [{ kind: 'text-changed', before: was, after: is }];
  });
}

function wrongMerges(grid: SheetGrid, { merges }: Promised): readonly ReadBackProblem[] {
  const names = (all: readonly CellRange[]) => all.map(rangeName).sort().join(' ');
  const [before, after] = [names(merges), names(grid.merges)];
  return before === after ? [] : [{ kind: 'text-changed', before, after }];
}
