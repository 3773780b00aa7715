import type { FormRoster, WrittenCell } from '../model/form.ts';
import { isStructural, SEAL, SIGNATURE } from './other-hands.ts';
import { findCellSlots } from './find-cell-slots.ts';
import { enclosing, findControls } from './find-controls.ts';
import { findInlineSlots } from './find-inline-slots.ts';
import { findPlaceholders } from './find-placeholders.ts';
import type { FoundRoster } from './find-rosters.ts';
import type { FoundSlot } from './found-slot.ts';
import type { LabelBook } from './match-label.ts';
import { readParagraph } from './paragraph-text.ts';
import { nameSlots } from './name-slots.ts';
import { onlySkeleton } from './read-skeleton.ts';
import { settleSlots } from './settle-slots.ts';
import { allWord, isWord, type Element } from './word-xml.ts';

export interface FoundForm {
  readonly slots: readonly FoundSlot[];
  readonly rosters: readonly FoundRoster[];
  /** Blank cells that no label stands beside. */
  readonly loose: readonly FormRoster[];
  readonly others: readonly WrittenCell[];
  /** 汇总表: one line a work. */
  readonly isList: boolean;
}

/** A text of this many characters outside tables is no form: its blanks are not ours to fill. */
const LONGEST_FORM_TEXT = 6_000;
const CONTRACT = /(?:合同|合同书|协议|协议书|责任书)(?:[(（][^()（）]*[)）])?$|甲方/;
const LIST = /汇总表|统计表|花名册|名册|一览表|名单|台账/;
/** Lines that a signature is near to. */
const NEAR = 6;

/** Everything a person would fill in a document, in its order; what is doubtful is said so. */
export function findSlots(root: Element, book: LabelBook): FoundForm {
  const taken = new Set<Element>();
  const paragraphs = allWord(root, 'p');
  const placeholders = paragraphs.flatMap((paragraph) => {
    const found = findPlaceholders(paragraph, book);
    if (found.length > 0) taken.add(paragraph);
    return found.map((slot) => ({ ...slot, table: enclosing(paragraph, 'tbl') }));
  });
  const tables = allWord(root, 'tbl').map((table) => findCellSlots(table, book));
  for (const table of tables) for (const paragraph of table.taken) taken.add(paragraph);
  const controls = findControls(root, book, taken);
  for (const { place } of controls) {
    const paragraph = place.kind === 'control' ? enclosing(place.control, 'p') : undefined;
    if (paragraph) taken.add(paragraph);
  }
  const inline = findLines(paragraphs, taken, book);
  const slots = [...placeholders, ...controls, ...inline, ...tables.flatMap((table) => table.slots)];
  const list = isList(paragraphs);
  return {
    slots: nameSlots(settleSlots(slots, list)),
    rosters: tables.flatMap((table) => table.rosters),
    loose: tables.flatMap((table) => table.loose),
    others: tables.flatMap((table) => table.others),
    isList: list,
  };
}

function findLines(
  paragraphs: readonly Element[],
  taken: ReadonlySet<Element>,
  book: LabelBook,
): readonly FoundSlot[] {
  const outside = paragraphs.filter((paragraph) => !enclosing(paragraph, 'tc'));
  const running = isRunningText(outside);
  return paragraphs.flatMap((paragraph, index) => {
    if (taken.has(paragraph)) return [];
    const table = enclosing(paragraph, 'tbl');
    const cover = table ? undefined : coverDate(paragraphs, index, book);
    const lines = cover ? [cover] : findInlineSlots(paragraph, book);
    return lines
      .filter((slot) => !isHeading(slot, paragraph))
      .map((slot) => {
        const signed =
          slot.label.field === 'fillDate' || slot.kind === 'date' ? signedBefore(paragraphs, index) : false;
        if (signed) return { ...slot, table, kind: 'kept', kept: 'signature' } as const;
        return { ...slot, table, ...(running && !table && { doubt: 'running-text' as const }) };
      });
  });
}

/** Names of entries, not of texts. */
const ENTRY = /(?:日期|时间|编号|号|人|单位|名称|姓名|电话|地址|学校|学院|部门)$/;

/** 说明：, 具体要求： with its text in the lines below waits for nothing. */
function isHeading({ label, place }: FoundSlot, paragraph: Element): boolean {
  if (label.field !== undefined || place.kind !== 'range' || place.line !== 'none') return false;
  if (isStructural(label.folded)) return true;
  if (ENTRY.test(label.folded)) return false;
  let next = paragraph.nextSibling;
  while (next && next.nodeType !== 1) next = next.nextSibling;
  if (!isWord(next, 'p')) return false;
  const { text } = readParagraph(next);
  const waits = text.trim() === '' || /^[^:：。]{1,20}[:：]/.test(text.trim()) || isSigned(text);
  return !waits;
}

/** 年 月 日 by itself at the foot of a cover, above the form. */
function coverDate(paragraphs: readonly Element[], index: number, book: LabelBook): FoundSlot | undefined {
  const [paragraph] = paragraphs.slice(index, index + 1);
  const skeleton = paragraph && onlySkeleton(paragraph);
  if (!paragraph || skeleton?.kind !== 'date' || skeleton.gaps.length < 3) return undefined;
  if (!paragraphs.slice(index + 1).some((later) => enclosing(later, 'tc'))) return undefined;
  const label = { ...book.match('填报日期'), folded: '年月日' };
  return { label, kind: 'date', place: { kind: 'skeleton', paragraph, gaps: skeleton.gaps } };
}

/** The date of a signature is written by the hand that signs. */
function signedBefore(paragraphs: readonly Element[], index: number): boolean {
  return paragraphs
    .slice(Math.max(0, index - NEAR), index + 1)
    .some((paragraph) => isSigned(readParagraph(paragraph).text));
}

function isSigned(text: string): boolean {
  return text.length < 120 && (SIGNATURE.test(text) || SEAL.test(text));
}

function isRunningText(paragraphs: readonly Element[]): boolean {
  const texts = paragraphs
    .map((paragraph) => readParagraph(paragraph).text.trim())
    .filter((text) => text !== '');
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return (
    length > LONGEST_FORM_TEXT ||
    texts.slice(0, 12).some((text) => text.length < 40 && CONTRACT.test(text.replace(/\s/g, '')))
  );
}

function isList(paragraphs: readonly Element[]): boolean {
  const heads = paragraphs.slice(0, 8).map((paragraph) => readParagraph(paragraph).text);
  return heads.some((text) => text.length < 60 && LIST.test(text.replace(/[\s\u3000]/g, '')));
}
