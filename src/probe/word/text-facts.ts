import type { Integrity, TextFacts } from '../../model/facts.ts';
import { countPictures, type ShownPicture } from './count-pictures.ts';
import { findContact } from './find-contact.ts';
import { outlineText } from './outline-text.ts';

/** Where the text cannot be read in full, it is left out rather than guessed. */
export interface WordProbe {
  readonly text?: TextFacts;
  /** What was counted. */
  readonly body?: string;
  readonly integrity: Integrity;
}

/** UTF-16 units; a document that holds more than this is no text. */
export const MOST_TEXT = 16_777_216;
const OPENING = 200;

export interface FoundText {
  /** Body, text boxes, footnotes, endnotes: what Word counts. Cells end with a tab, paragraphs with a newline. */
  readonly body: string;
  /** Headers and footers: not counted, but a contact may stand there. */
  readonly margins: string;
  readonly pictures: readonly ShownPicture[];
}

export function textFacts({ body, margins, pictures }: FoundText): TextFacts {
  const inBody = findContact(body);
  const inMargins = findContact(margins);
  const { words, outline } = outlineText(body);
  return {
    words,
    lines: countLines(body),
    pictures: countPictures(pictures),
    contact: { person: inBody.person || inMargins.person, phone: inBody.phone || inMargins.phone },
    opening: openingOf(body),
    outline,
  };
}

/** Broken off by Enter or Shift+Enter; what holds nothing but blanks is none. */
function countLines(body: string): number {
  let lines = 0;
  for (const line of body.matchAll(/[^\n\r\v\u2028]+/g)) if (/\S/.test(line[0])) lines++;
  return lines;
}

function openingOf(body: string): string {
  const start = body
    .slice(0, OPENING * 20)
    .replace(/\s+/g, ' ')
    .trim();
  return Array.from(start).slice(0, OPENING).join('');
}
