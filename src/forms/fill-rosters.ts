import type { FilledSlot, FormLine, FormRoster, UnplacedList } from '../model/form.ts';
import { cleanValue } from './clean-value.ts';
import type { FoundForm } from './find-slots.ts';
import type { FoundRoster } from './find-rosters.ts';
import { describeSlot, type FoundSlot } from './found-slot.ts';
import type { LabelBook, MatchedLabel } from './match-label.ts';
import { placeIn } from './read-cell.ts';
import type { ValueBook } from './value-book.ts';
import { writeSlot, type WriteContext } from './write-slot.ts';
import type { Element } from './word-xml.ts';

export interface WrittenCell extends FilledSlot {
  readonly cell: Element;
}

export interface FilledRosters {
  readonly rosters: readonly FormRoster[];
  readonly written: readonly WrittenCell[];
}

/** What the outside sees of a roster. */
export function describeRoster({ columns, blankRows }: FormRoster): FormRoster {
  return { columns, blankRows };
}

/** Fewer columns with a value than these, and a line of a 汇总表 would say nothing. */
const FEWEST_KNOWN = 3;

/**
 * Writes lines into rosters: a list that a person gave goes into the one roster that has all of its columns; a 汇总表
 * gets one line of the work itself.
 */
export function fillRosters(
  { rosters, slots, isList }: FoundForm,
  lists: ReadonlyMap<FoundRoster, readonly FormLine[]>,
  values: ValueBook,
  book: LabelBook,
  context: WriteContext,
): FilledRosters {
  const [only, ...others] = rosters.filter(({ blankRows }) => blankRows > 0);
  const whole =
    isList && others.length === 0 && slots.every(({ label }) => label.field !== 'title') ? only : undefined;
  const written: WrittenCell[] = [];
  const told = rosters.map((roster) => {
    const lines = lists.get(roster) ?? (roster === whole ? ownLine(roster, values, book) : []);
    const cells = lines
      .slice(0, roster.lines.length)
      .map((line, row) => writeLine(roster, row, line, book, context));
    written.push(...cells.flat());
    const filledRows = cells.filter((row) => row.length > 0).length;
    return { ...describeRoster(roster), ...(filledRows > 0 && { filledRows }) };
  });
  return { rosters: told, written };
}

/** Which roster each list is for; one that fits none, or several, is for nobody to guess. */
export function placeLists(
  rosters: readonly FoundRoster[],
  { lists }: ValueBook,
  book: LabelBook,
): {
  readonly placed: ReadonlyMap<FoundRoster, readonly FormLine[]>;
  readonly unplaced: readonly UnplacedList[];
} {
  const placed = new Map<FoundRoster, readonly FormLine[]>();
  const unplaced: UnplacedList[] = [];
  for (const { name, lines } of lists) {
    const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
    const fitting = rosters.filter(
      (roster) =>
        roster.blankRows > 0 &&
        !placed.has(roster) &&
        names.every((column) => columnOf(roster, column, book) >= 0),
    );
    const [roster] = fitting;
    const left =
      roster && fitting.length === 1 ? Math.max(0, lines.length - roster.lines.length) : lines.length;
    if (roster && fitting.length === 1) placed.set(roster, lines);
    if (left > 0) unplaced.push({ name, lines: left });
  }
  return { placed, unplaced };
}

/** The column that a name means: by its words, else as another word for the same field. */
function columnOf({ columns }: FoundRoster, name: string, book: LabelBook): number {
  const wanted = book.match(name);
  const same = columns.indexOf(wanted.folded);
  if (same >= 0 || wanted.field === undefined) return same;
  const alike = columns.flatMap((column, index) =>
    book.match(column).field === wanted.field ? [index] : [],
  );
  return alike.length === 1 ? (alike[0] ?? -1) : -1;
}

function ownLine(roster: FoundRoster, values: ValueBook, book: LabelBook): readonly FormLine[] {
  const entries = roster.columns.flatMap((column): readonly [string, string][] => {
    const slot = slotOf(book.match(column));
    const value = values.valueFor(slot, describeSlot(slot));
    return value === undefined ? [] : [[column, value]];
  });
  return entries.length >= FEWEST_KNOWN ? [Object.fromEntries(entries)] : [];
}

function slotOf(label: MatchedLabel): FoundSlot {
  return { label, kind: 'cell', place: { kind: 'nowhere' } };
}

function writeLine(
  roster: FoundRoster,
  row: number,
  line: FormLine,
  book: LabelBook,
  context: WriteContext,
): readonly WrittenCell[] {
  return Object.entries(line).flatMap(([name, value]) => {
    const column = columnOf(roster, name, book);
    const cell = roster.lines[row]?.[column];
    const head = roster.head[column];
    const text = cleanValue(value);
    if (!cell || !head || text === '') return [];
    const label = { ...book.match(head.text), folded: `${roster.columns[column] ?? name}（第${row + 1}行）` };
    const slot: FoundSlot = { label, kind: 'cell', place: placeIn(cell, head), name: label.folded };
    const outcome = writeSlot(slot, text, context);
    return 'text' in outcome ? [{ slot: describeSlot(slot), value: outcome.text, cell: cell.element }] : [];
  });
}
