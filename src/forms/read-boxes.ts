import type { Box } from './found-slot.ts';
import { readParagraph } from './paragraph-text.ts';
import type { Element } from './word-xml.ts';

/** Empty and ticked boxes; ○ between numerals of a year (二○二○) is a zero. */
const EMPTY = '□☐◻▢○◯';
const TICKED = '☑☒■●√✓🗹';
const BOX = new RegExp(`[${EMPTY}]|[☑☒■●]`, 'gu');
const NUMERAL = /[一二三四五六七八九十年]/;
const OPTION_END = /[\s\u3000\u00a0]{2,}|[\t\n,，;；、。/／(（)）_＿]/;

export function hasBoxes(text: string): boolean {
  return boxesAt(text).length > 0;
}

function boxesAt(text: string): readonly number[] {
  return [...text.matchAll(BOX)]
    .map((match) => match.index)
    .filter((at) => !(NUMERAL.test(text[at - 1] ?? '') && NUMERAL.test(text[at + 1] ?? '')));
}

/** The boxes of a paragraph between two positions with the text beside each. */
export function readBoxes(paragraph: Element, from = 0, to = Infinity): readonly Box[] {
  const all = readParagraph(paragraph).text;
  const end = Math.min(to, all.length);
  const text = all.slice(from, end);
  const places = boxesAt(text);
  const [first = 0] = places;
  const before = text.slice(0, first).replace(/[\s(（、]/g, '') !== '' && /[□☐○◯][\s)）、，。]*$/.test(text);
  return places.map((at, index) => {
    const last = index === 0 ? 0 : (places[index - 1] ?? 0) + 1;
    const next = places[index + 1] ?? text.length;
    return {
      paragraph,
      at: from + at,
      option: before ? optionBefore(text.slice(last, at)) : optionAfter(text.slice(at + 1, next)),
      checked: TICKED.includes(text[at] ?? ''),
    };
  });
}

function optionAfter(text: string): string {
  const trimmed = text.replace(/^[\s\u3000\u00a0]+/, '');
  const end = OPTION_END.exec(trimmed);
  return (end ? trimmed.slice(0, end.index) : trimmed).replace(/[\s\u3000]/g, '');
}

function optionBefore(text: string): string {
  return text
    .replace(/[(（][^()（）]*[)）]/g, '')
    .replace(/^[\s、,，;；(（)）/]+/, '')
    .replace(/[\s\u3000]/g, '');
}

/** The ticked form of a box: of the same family, or with a tick where the form asks for √. */
export function tickedBox(box: string, tickAsked: boolean): string {
  if (box === '☐' || box === '▢' || box === '◻') return '☑';
  if (box === '○' || box === '◯') return '●';
  return tickAsked ? '☑' : '■';
}
