import { levelByNumber } from './number-forms.ts';
import type { Assignment, Sketch } from './sketch.ts';

/** A title stands among the first few paragraphs, the lines below it are few, and neither is long. */
const SEARCHED = 6;
const LONGEST_TITLE = 80;
const MOST_LINES = 4;
const LONGEST_BYLINE = 40;

/** What stands before the text itself, by the number of its paragraph; `end`: where the text begins. */
export interface TextOpening {
  readonly assigned: ReadonlyMap<number, Assignment>;
  readonly end: number;
}

/** By a style named for it; else the outline's only top; else the first short line set in the middle, or large. */
export function findTitle(paragraphs: readonly Sketch[]): TextOpening {
  const assigned = new Map<number, Assignment>();
  const title = byStyle(paragraphs) ?? byOutline(paragraphs) ?? byPlace(paragraphs);
  if (!title) return { assigned, end: 0 };
  let next = title.from;
  for (; next < title.to; next++) assigned.set(next, { role: 'title', by: title.by });
  for (let lines = 0; lines < MOST_LINES; lines++, next++) {
    const line = lineBelow(paragraphs[next]);
    if (!line) break;
    assigned.set(next, line);
  }
  return { assigned, end: next };
}

interface FoundTitle {
  readonly from: number;
  readonly to: number;
  readonly by: 'style' | 'outline' | 'place';
}

function byStyle(paragraphs: readonly Sketch[]): FoundTitle | undefined {
  const from = paragraphs.slice(0, SEARCHED).findIndex(({ titleStyle }) => titleStyle);
  if (from < 0) return undefined;
  let to = from + 1;
  while (paragraphs[to]?.titleStyle === true) to++;
  return { from, to, by: 'style' };
}

/** A first heading that is alone on its level, set in the middle and not numbered, is the title. */
function byOutline(paragraphs: readonly Sketch[]): FoundTitle | undefined {
  const from = paragraphs.slice(0, SEARCHED).findIndex(({ outline }) => outline !== undefined);
  const first = paragraphs[from];
  if (first?.align !== 'center' || isNumbered(first)) return undefined;
  const peers = paragraphs.filter(({ outline }) => outline !== undefined && outline <= (first.outline ?? 0));
  return peers.length === 1
    ? { from, to: from + 1, by: first.headingStyle ? 'style' : 'outline' }
    : undefined;
}

function byPlace(paragraphs: readonly Sketch[]): FoundTitle | undefined {
  const start = paragraphs.slice(0, SEARCHED);
  const centred = start.findIndex((one) => one.align === 'center' && isTitleLike(one));
  const large = start.findIndex((one) => one.differs && isTitleLike(one) && isLargest(one, paragraphs));
  const from = centred >= 0 ? centred : large;
  const first = paragraphs[from];
  if (!first || start.slice(0, from).some(isText)) return undefined;
  let to = from + 1;
  for (; to < from + MOST_LINES; to++) {
    const next = paragraphs[to];
    if (!next || !isTitleLike(next) || !isSetAlike(next, first)) break;
  }
  return { from, to, by: 'place' };
}

function isTitleLike(one: Sketch): boolean {
  return (
    one.characters <= LONGEST_TITLE &&
    !/[。；;，,：:]$/u.test(one.ending) &&
    !isNumbered(one) &&
    !isLine(one.opening) &&
    !one.contents
  );
}

/** Running text or a numbered heading before it: then the text has begun without a title. */
function isText(one: Sketch): boolean {
  return one.characters > LONGEST_TITLE || isNumbered(one) || /[。；;]$/u.test(one.ending);
}

/** Larger than all else by more than a step of size. */
function isLargest(one: Sketch, all: readonly Sketch[]): boolean {
  return all.every((other) => other.size < one.size || (other.size === one.size && isSetAlike(one, other)));
}

function isSetAlike(one: Sketch, other: Sketch): boolean {
  return one.align === other.align && one.size === other.size && one.bold === other.bold;
}

function isNumbered({ label, opening }: Sketch): boolean {
  return levelByNumber(`${label}${opening}`) !== undefined;
}

/** ——记某某: a line that goes on from a title. */
function isLine(opening: string): boolean {
  return /^[—―─–-]{1,4}\s*[^—―─–\s\d-]/u.test(opening);
}

function lineBelow(paragraph: Sketch | undefined): Assignment | undefined {
  if (
    !paragraph ||
    paragraph.characters > LONGEST_TITLE ||
    isNumbered(paragraph) ||
    paragraph.outline !== undefined
  )
    return undefined;
  if (paragraph.subtitleStyle) return { role: 'subtitle', by: 'style' };
  if (isLine(paragraph.opening)) return { role: 'subtitle', by: 'place' };
  const isShort = paragraph.characters <= LONGEST_BYLINE && !/[。；;，,：:！!？?…]$/u.test(paragraph.ending);
  const isSetApart = paragraph.align === 'center' || paragraph.align === 'right';
  return isShort && isSetApart ? { role: 'byline', by: 'place' } : undefined;
}
