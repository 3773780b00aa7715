import { countWords } from '../../model/count-words.ts';
import {
  endingOf,
  HEADING_LETTERS,
  MOST_PARAGRAPHS,
  OPENING_LETTERS,
  type OutlineFacts,
  type OutlineParagraph,
} from '../../model/outline.ts';
import { findEnding } from './find-ending.ts';
import { findFigures } from './find-figures.ts';

export interface Outlined {
  readonly outline: OutlineFacts;
  /** Of the whole text. */
  readonly words: number;
}

/** One walk over the paragraphs gives both: Word counts line by line. */
export function outlineText(body: string): Outlined {
  const paragraphs: OutlineParagraph[] = [];
  let words = 0;
  let heading = '';
  let rest = 0;
  for (const { 0: line, index } of body.matchAll(/[^\n\r\v\f\u0085\u2028\u2029]+/g)) {
    if (paragraphs.length >= MOST_PARAGRAPHS) break;
    rest = index + line.length;
    if (!/\S/.test(line)) continue;
    const counted = countWords(line);
    words += counted;
    if (paragraphs.length === 0) heading = beginningOf(line, HEADING_LETTERS);
    paragraphs.push({ opening: beginningOf(line, OPENING_LETTERS), words: counted });
  }
  const outline = { paragraphs, heading, figures: findFigures(body), ending: findEnding(endingOf(body)) };
  return { outline, words: words + countWords(body.slice(rest)) };
}

/** Mobile, telephone and identity numbers, mail addresses, what stands behind “学号” and the like. */
const PERSONAL =
  /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]?[2-9]\d{6,7}|\d{17}[\dXx])(?!\d)|[\w.+-]{1,64}@[\w.-]{1,100}|(?<=(?:学|工|证|籍)号[：:\s]{0,3})[A-Za-z]?\d{5,}/g;

/** On one line; a tab, which parts cells, stays. */
export function beginningOf(line: string, letters: number): string {
  const start = line
    .slice(0, letters * 8)
    .replace(/[^\S\t]+/g, ' ')
    .trim()
    .replace(PERSONAL, '…');
  return Array.from(start).slice(0, letters).join('');
}
