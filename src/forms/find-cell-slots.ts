import type { FormRoster, KeptReason, WrittenCell } from '../model/form.ts';
import { countWords } from '../model/count-words.ts';
import { isOfPerson, personNamed, type Owner } from './cell-owner.ts';
import { FOR_OFFICE, OPINION, PHOTO, SEAL, SIGNATURE } from './other-hands.ts';
import { findLooseCells, looseChoice } from './find-loose-cells.ts';
import { findRosters, type FoundRoster, type FoundRosters } from './find-rosters.ts';
import { isHint, looksLikeLabel } from './fold-label.ts';
import type { FoundSlot } from './found-slot.ts';
import type { LabelBook, MatchedLabel } from './match-label.ts';
import { isAnswer, isChoice, isLabel, kindOfPlace, placeIn, readInside, type Inside } from './read-cell.ts';
import { aboveOf, leftOf, readGrid, rightOf, type Grid, type GridCell } from './table-grid.ts';
import type { Element } from './word-xml.ts';

export interface TableSlots {
  readonly slots: readonly FoundSlot[];
  readonly rosters: readonly FoundRoster[];
  /** Blank cells beside no label, by the heads above them. */
  readonly loose: readonly FormRoster[];
  readonly others: readonly WrittenCell[];
  /** Paragraphs that are spoken for: labels, blanks, cells to keep. */
  readonly taken: ReadonlySet<Element>;
}

/** Finds label cells of a table and the blanks beside, below or inside them. */
export function findCellSlots(table: Element, book: LabelBook): TableSlots {
  return new TableSearch(readGrid(table), book).run();
}

class TableSearch {
  readonly #grid: Grid;
  readonly #book: LabelBook;
  readonly #rosters: FoundRosters;
  readonly #slots: FoundSlot[] = [];
  readonly #others: WrittenCell[] = [];
  readonly #taken = new Set<Element>();
  /** Person who owns the fields of the current row, by a label to the left. */
  #rowOwner: Owner | undefined;
  #aboveOwner: Owner | undefined;
  #sectionOwner: Owner | undefined;
  #forOffice = false;

  constructor(grid: Grid, book: LabelBook) {
    this.#grid = grid;
    this.#book = book;
    this.#rosters = findRosters(grid);
  }

  run(): TableSlots {
    for (const [row, cells] of this.#grid.rows.entries()) {
      const before = this.#slots.length;
      this.#rowOwner = undefined;
      const own = cells.filter((cell) => cell.row === row);
      for (const cell of own) this.#visit(cell);
      this.#addLooseChoice(own);
      const made = this.#slots.slice(before);
      this.#aboveOwner = made.length === 1 ? this.#rowOwner : undefined;
    }
    const loose = this.#forOffice ? [] : findLooseCells(this.#grid, this.#taken);
    const { rosters } = this.#rosters;
    return { slots: this.#slots, rosters, loose, others: this.#others, taken: this.#taken };
  }

  #addLooseChoice(cells: readonly GridCell[]): void {
    const loose = cells.filter((cell) => isChoice(cell) && !this.#isTaken(cell));
    const slot = this.#forOffice ? undefined : looseChoice(loose, this.#grid.element);
    if (!slot) return;
    this.#slots.push(slot);
    for (const cell of loose) this.#take(cell);
  }

  #isTaken(cell: GridCell): boolean {
    return cell.paragraphs.some((paragraph) => this.#taken.has(paragraph));
  }

  #visit(cell: GridCell): void {
    if (this.#rosters.rows.has(cell.row) && cell.rows === 1) {
      this.#take(cell);
      return;
    }
    if (this.#isFullRow(cell)) this.#enterSection(cell);
    const label = this.#labelOf(cell);
    if (isAnswer(cell) && label) this.#addAnswer(cell, label);
    else if (!cell.blank && !isAnswer(cell)) this.#visitText(cell, label);
  }

  #isFullRow(cell: GridCell): boolean {
    return (this.#grid.rows[cell.row] ?? []).length === 1 && cell.column + cell.span >= this.#grid.width;
  }

  #enterSection(cell: GridCell): void {
    if (cell.blank) return;
    const text = cell.text.replace(/[\s\u3000]/g, '');
    if (FOR_OFFICE.test(text)) this.#forOffice = true;
    this.#sectionOwner =
      text.length <= 20 ? this.#personIn(text.replace(/(?:信息|情况|资料|基本)+$/, '')) : undefined;
  }

  /** The label of a blank: the cell to the left, else the one above. */
  #labelOf(cell: GridCell): GridCell | undefined {
    const left = leftOf(this.#grid, cell);
    if (left && isLabel(left)) {
      return this.#isFirstBeside(cell, left) && !this.#namesRow(left, cell) ? left : undefined;
    }
    const above = aboveOf(this.#grid, cell);
    if (!above || !isLabel(above)) return undefined;
    const single = this.#rosters.singles.has(above.row);
    return single || (this.#isFullRow(cell) && this.#isFullRow(above)) ? above : undefined;
  }

  /** A label beside several rows names the first of them; a blank that reaches further than its label is a photo's. */
  #isFirstBeside(cell: GridCell, label: GridCell): boolean {
    return cell.row === label.row && cell.rows <= label.rows;
  }

  /** 压力容器 | ___ | ___ | ___: words in front of several blanks, known to nobody, name a row and not a blank. */
  #namesRow(label: GridCell, cell: GridCell): boolean {
    const next = rightOf(this.#grid, cell);
    const several = next?.row === cell.row && next.blank && next.rows === 1 && cell.blank;
    return several && label.row > 0 && this.#book.match(label.text).field === undefined;
  }

  #addAnswer(cell: GridCell, from: GridCell): void {
    const label = this.#book.match(from.text);
    const owner = this.#ownerOf(label, from);
    this.#take(cell);
    this.#take(from);
    const hint = isHint(cell.text) ? this.#book.match(cell.text) : undefined;
    const kept = this.#keptReason(label, from.text);
    const place = placeIn(cell, from);
    const kind = place.kind === 'boxes' ? 'choice' : kindOfPlace(cell, from);
    this.#slots.push({
      ...{ label, kind: kept ? 'kept' : kind, place: kept ? { kind: 'nowhere' } : place },
      ...{ table: this.#grid.element, owner: owner?.field, ownerName: owner?.name, hint, kept },
      doubt: owner?.field === 'other' && isOfPerson(label) ? 'someone-else' : undefined,
    });
    this.#rowOwner = label.folded === '姓名' && owner ? owner : (personNamed(label) ?? this.#rowOwner);
  }

  #keptReason(label: MatchedLabel, printed: string): KeptReason | undefined {
    if (this.#forOffice) return 'for-office';
    if (SIGNATURE.test(printed)) return 'signature';
    if (PHOTO.test(label.folded)) return 'photo';
    if (label.field !== undefined && label.field !== 'opinion') return undefined;
    if (OPINION.test(label.folded)) return 'opinion';
    return SEAL.test(printed) ? 'seal' : undefined;
  }

  #ownerOf(label: MatchedLabel, from: GridCell): Owner | undefined {
    if (label.owner !== undefined) return { field: label.owner, name: '' };
    const group = leftOf(this.#grid, from);
    const named = group && isLabel(group) ? this.#personIn(group.text) : undefined;
    return named ?? this.#rowOwner ?? this.#aboveOwner ?? this.#sectionOwner;
  }

  #personIn(text: string): Owner | undefined {
    return personNamed(this.#book.match(text));
  }

  /** A cell with text: a label with room inside, something to keep, or the value of a label, filled already. */
  #visitText(cell: GridCell, label: GridCell | undefined): void {
    const right = rightOf(this.#grid, cell);
    const beside = right !== undefined && isAnswer(right) && isLabel(cell);
    if (beside || this.#namesBelow(cell) || /\{\{|\$\{/.test(cell.text)) return;
    const inside = readInside(cell);
    const own = this.#book.match(inside.head);
    const kept =
      own.field === undefined ? this.#keptReason(own, cell.text) : this.#keptReason(own, inside.head);
    if (kept) this.#keep(cell, own, kept);
    else if (
      inside.label &&
      (own.field !== undefined || inside.open || this.#isFullRow(cell)) &&
      inside.blanks.length > 0
    )
      this.#addInside(cell, own, inside);
    else if (label?.row === cell.row && own.field === undefined) this.#noteFilled(cell, label);
    if (this.#isAnswered(cell, right)) this.#take(cell);
    if (SIGNATURE.test(cell.text) || SEAL.test(cell.text)) this.#take(cell);
  }

  /** A label with its colon whose value stands in the next cell is not waiting for another. */
  #isAnswered(cell: GridCell, right: GridCell | undefined): boolean {
    if (right?.row !== cell.row || !/[:：]\s*$/.test(cell.text)) return false;
    return !/[:：]/.test(right.text);
  }

  #namesBelow(cell: GridCell): boolean {
    const below = this.#grid.rows[cell.row + cell.rows]?.find((other) => other.column === cell.column);
    return below !== undefined && isAnswer(below) && isLabel(cell) && this.#labelOf(below) === cell;
  }

  #keep(cell: GridCell, label: MatchedLabel, kept: KeptReason): void {
    this.#take(cell);
    if (!looksLikeLabel(label.folded)) return;
    this.#slots.push({ label, kind: 'kept', place: { kind: 'nowhere' }, table: this.#grid.element, kept });
  }

  #addInside(cell: GridCell, label: MatchedLabel, inside: Inside): void {
    for (const paragraph of inside.blanks) this.#taken.add(paragraph);
    if (inside.label) this.#taken.add(inside.label);
    this.#slots.push({
      ...{ label, kind: 'below', table: this.#grid.element, owner: this.#ownerOf(label, cell)?.field },
      place: { kind: 'below-label', label: inside.label ?? cell.element, blanks: inside.blanks },
    });
  }

  #noteFilled(cell: GridCell, from: GridCell): void {
    const label = this.#book.match(from.text);
    if (label.field === undefined) {
      this.#others.push({ label: label.folded, words: countWords(cell.text) });
      return;
    }
    this.#slots.push({
      ...{ label, kind: 'kept', kept: 'filled', holds: cell.text.trim().slice(0, 200) },
      words: countWords(cell.text),
      ...{ place: { kind: 'nowhere' }, table: this.#grid.element },
    });
    if (label.about === 'name') this.#rowOwner = personNamed(label);
  }

  #take(cell: GridCell): void {
    for (const paragraph of cell.paragraphs) this.#taken.add(paragraph);
  }
}
