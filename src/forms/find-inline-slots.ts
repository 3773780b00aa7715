import { SIGNATURE } from './other-hands.ts';
import { foldLabel, looksLikeLabel } from './fold-label.ts';
import type { FoundSlot, Line, Place } from './found-slot.ts';
import type { LabelBook, MatchedLabel } from './match-label.ts';
import { isUnderlined, readParagraph, type ParagraphText } from './paragraph-text.ts';
import { hasBoxes, readBoxes } from './read-boxes.ts';
import { findSkeleton } from './read-skeleton.ts';
import type { Element } from './word-xml.ts';

/** Up to the end of the line, where a line break parts two of them. */
const ROOM = /^(?:[^\S\n]|[_＿])*/;
/** Longer lines are sentences; their blanks are listed only where the label is known. */
const LONGEST_LINE = 2_000;
const LONGEST_LABEL = 24;

/** Blanks within a line: 标签：____, underlined spaces, spaces after a colon, boxes and dates behind a label. */
export function findInlineSlots(paragraph: Element, book: LabelBook): readonly FoundSlot[] {
  const read = readParagraph(paragraph);
  if (read.text.length > LONGEST_LINE) return [];
  const slots: FoundSlot[] = [];
  let start = 0;
  for (const blank of blanksOf(read)) {
    if (blank.from < start) continue;
    const printed = read.text.slice(start, blank.labelEnd);
    const slot = slotAt(paragraph, read.text, printed, blank, book);
    if (slot) slots.push(slot);
    start = slot?.place.kind === 'boxes' ? read.text.length : blank.to;
  }
  return slots.length > 0 ? slots : looseBoxes(paragraph, read.text);
}

const LONGEST_CHOICE = 80;

/** 是否公开 □是 □否, （初中□、高中□): boxes without a colon, called by the words before them or by their options. */
function looseBoxes(paragraph: Element, text: string): readonly FoundSlot[] {
  if (text.length > LONGEST_CHOICE || /[:：。；]/.test(text) || !hasBoxes(text)) return [];
  const boxes = readBoxes(paragraph);
  const options = boxes.map(({ option }) => option);
  if (options.length < 2 || options.includes('') || new Set(options).size < options.length) return [];
  const before = foldLabel(text.slice(0, boxes[0]?.at).replace(/[(（]/g, ''));
  const named = looksLikeLabel(before.folded) && before.folded !== options[0];
  const label = named ? before : { folded: options.join('/'), hints: [] };
  return [{ label, kind: 'choice', place: { kind: 'boxes', boxes } }];
}

interface Blank {
  /** Where the label ends: before its colon, or where the line begins. */
  readonly labelEnd: number;
  readonly from: number;
  readonly to: number;
  readonly colon: boolean;
  readonly line: Line;
}

/** Colons with room behind them, and lines to write on without a colon. */
function blanksOf({ text, atoms }: ParagraphText): readonly Blank[] {
  const blanks: Blank[] = [];
  for (let at = 0; at < text.length; at++) {
    const colon = text[at] === ':' || text[at] === '：';
    if (!colon && !startsLine(text, atoms, at)) continue;
    const from = colon ? at + 1 : at;
    const room = ROOM.exec(text.slice(from))?.[0] ?? '';
    const blank = narrow(text, atoms, from, from + room.length);
    blanks.push({ labelEnd: at, colon, ...blank });
    at = Math.max(at, blank.to - 1);
  }
  return blanks;
}

function startsLine(text: string, atoms: ParagraphText['atoms'], at: number): boolean {
  if (/^[_＿]{2}/.test(text.slice(at, at + 2))) return true;
  const two = [at, at + 1].every(
    (index) => /[\s\u3000\u00a0]/.test(text[index] ?? 'x') && isUnderlined(atoms[index]),
  );
  return two || (text[at] === '\t' && isUnderlined(atoms[at]));
}

/** Of the room behind a label the part that is meant to be written on. */
function narrow(
  text: string,
  atoms: ParagraphText['atoms'],
  from: number,
  to: number,
): Pick<Blank, 'from' | 'to' | 'line'> {
  const score = stretch(from, to, (index) => /[_＿]/.test(text[index] ?? ''));
  if (score) return { ...score, line: 'underscores' };
  const under = stretch(from, to, (index) => isUnderlined(atoms[index]));
  if (under && under.to - under.from >= 1) return { ...under, line: 'underlined' };
  return { from, to, line: to < text.length && text[to] !== '\n' ? 'gap' : 'none' };
}

function stretch(
  from: number,
  to: number,
  fits: (index: number) => boolean,
): { from: number; to: number } | undefined {
  let first = from;
  while (first < to && !fits(first)) first++;
  let last = first;
  while (last < to && fits(last)) last++;
  return last > first ? { from: first, to: last } : undefined;
}

function slotAt(
  paragraph: Element,
  text: string,
  printed: string,
  blank: Blank,
  book: LabelBook,
): FoundSlot | undefined {
  const label = labelIn(printed, book);
  const place = placeAt(paragraph, text, blank, label);
  if (!place) return undefined;
  if (SIGNATURE.test(printed) || SIGNATURE.test(text.slice(blank.to, blank.to + 6))) {
    return { label, kind: 'kept', kept: 'signature', place: { kind: 'nowhere' } };
  }
  if (label.field === undefined && !(looksLikeLabel(printed) && printed.length <= LONGEST_LABEL))
    return undefined;
  if (
    label.field === undefined &&
    place.kind === 'range' &&
    place.to === place.from &&
    !endsOpen(text, blank)
  ) {
    return undefined;
  }
  return { label, kind: kindOf(place, text, blank), place };
}

/** 编号： with nothing behind it. */
function endsOpen(text: string, { colon, to }: Blank): boolean {
  return colon && /^[^\S\n]*(?:\n|$)/.test(text.slice(to));
}

function kindOf(place: Place, text: string, blank: Blank): FoundSlot['kind'] {
  if (place.kind === 'boxes') return 'choice';
  if (place.kind === 'skeleton') return findSkeleton(text, blank.labelEnd)?.kind ?? 'date';
  return 'inline';
}

/** The longest end of the text that is a known label; 张三 电话 is 电话. */
function labelIn(printed: string, book: LabelBook): MatchedLabel {
  const whole = book.match(printed);
  if (whole.field !== undefined) return whole;
  for (const gap of printed.matchAll(/[\s\u3000\u00a0;；，,。]+/g)) {
    const rest = book.match(printed.slice(gap.index + gap[0].length));
    if (rest.field !== undefined) return rest;
  }
  const last = printed.split(/[\u3000\u00a0;；，,。]|\s{2,}/).at(-1);
  // 编    制 is one label, spread out.
  return last === undefined || last.trim().length < 2 ? whole : book.match(last);
}

function placeAt(paragraph: Element, text: string, blank: Blank, label: MatchedLabel): Place | undefined {
  const behind = text.slice(blank.to);
  if (blank.colon && /^[□☐○◯◻▢☑■]/.test(behind)) {
    return { kind: 'boxes', boxes: readBoxes(paragraph, blank.to) };
  }
  const skeleton = blank.colon ? findSkeleton(text, blank.labelEnd + 1) : undefined;
  if (skeleton && /^[:：\s\u3000_＿]*$/.test(text.slice(blank.labelEnd, skeleton.from))) {
    return { kind: 'skeleton', paragraph, gaps: skeleton.gaps };
  }
  if (hasBoxes(behind.slice(0, 2))) return undefined;
  const { from, to, line } = blank;
  if (line === 'gap' && (to - from < 2 || (label.field === undefined && !beforeLabel(blank, behind))))
    return undefined;
  return { kind: 'range', paragraph, from, to, line };
}

/** The next words of the line are a label too: 施工经理：        日期： */
function beforeLabel({ colon }: Blank, behind: string): boolean {
  const next = /^([^:：。；，,]{1,20})[:：]/.exec(behind)?.[1];
  return colon && next !== undefined && looksLikeLabel(next);
}
