import { countWords } from '../model/count-words.ts';
import { escapePattern } from '../model/escape-pattern.ts';
import {
  MOST_PARAGRAPHS,
  OPENING_LETTERS,
  type OutlineFacts,
  type OutlineParagraph,
} from '../model/outline.ts';
import type { SectionRule } from '../model/media-rules.ts';

export interface SectionFound {
  readonly section: SectionRule;
  /** Absent: no paragraph looks like its heading. */
  readonly heading?: true;
  /** 字 beneath the heading; absent where nobody can tell how far it goes. */
  readonly words?: number;
  /** It occurs in what is known of the paragraphs. */
  readonly mentioned: boolean;
}

/** How headings are numbered, from the highest rank to the lowest. */
const NUMBERINGS: readonly RegExp[] = [
  /^第[一二三四五六七八九十百\d]{1,4}(?:部分|章|节)[\s、：:]*/,
  /^[一二三四五六七八九十百]{1,4}(?:[、.．，：:]|\s)\s*/,
  /^[（(][一二三四五六七八九十百]{1,4}[)）][、\s]*/,
  /^\d{1,3}(?:[、．]|\.(?!\d)|\s)\s*/,
  /^(?:[（(]\d{1,3}[)）]|\d{1,3}[)）]|[①-⑳])[、\s]*/,
];
const BRACKET = /^[【〖[]\s*/;
/** What may stand behind a heading before its text begins. */
const END = '(?:\\s*[】〗\\]：:。.．—–\\t]\\s*|\\s*$)';

/** Each section that is asked for: where its heading is, and how much stands beneath it. */
export function findSections(outline: OutlineFacts, asked: readonly SectionRule[]): readonly SectionFound[] {
  const { paragraphs } = outline;
  const headings = paragraphs.map((paragraph) => headingOf(paragraph, asked));
  const missed = asked.some((section) => !headings.some((heading) => heading.section === section));
  return asked.map((section) => {
    const at = headings.findIndex((heading) => heading.section === section);
    const heading = headings[at];
    const mentioned = paragraphs.some(({ opening }) => mentions(opening, section));
    if (!heading) return { section, mentioned };
    const next = headings.findIndex((other, index) => index > at && ends(heading, other));
    const beneath = paragraphs.slice(at + 1, next < 0 ? undefined : next);
    const cut =
      next < 0 ? paragraphs.length >= MOST_PARAGRAPHS || missed : missed && bySection(headings[next]);
    const words = heading.rest + beneath.reduce((sum, paragraph) => sum + paragraph.words, 0);
    return { section, heading: true, mentioned, ...(!cut && { words }) };
  });
}

interface Heading {
  readonly section?: SectionRule;
  /** Index in `NUMBERINGS`; absent where it has no number. */
  readonly rank?: number;
  /** 字 of its own paragraph that are no heading. */
  readonly rest: number;
}

function headingOf({ opening, words }: OutlineParagraph, asked: readonly SectionRule[]): Heading {
  const found = NUMBERINGS.findIndex((pattern) => pattern.test(opening));
  const number = NUMBERINGS[found]?.exec(opening)?.[0] ?? '';
  const bracket = BRACKET.exec(opening.slice(number.length))?.[0] ?? '';
  const lead = number + bracket;
  const rank = found < 0 ? {} : { rank: found };
  for (const section of asked) {
    const said = namesOf(section).flatMap((name) => sayings(name, opening.slice(lead.length)))[0];
    if (said !== undefined) {
      return { section, ...rank, rest: Math.max(0, words - countWords(lead + said)) };
    }
  }
  const isShort = Array.from(opening).length < OPENING_LETTERS;
  const within = lead !== '' && isShort && !/[。；;！!]/.test(opening);
  const section = within ? asked.find((one) => mentions(opening, one)) : undefined;
  return { ...rank, ...(section && { section }), rest: 0 };
}

function sayings(name: string, text: string): readonly string[] {
  const match = new RegExp(`^${spaced(name)}${END}`, 'iu').exec(text);
  // At the end of what is known of a paragraph, more may follow.
  if (!match || (match[0].length === text.length && Array.from(text).length >= OPENING_LETTERS)) return [];
  return [match[0]];
}

function ends(heading: Heading, other: Heading): boolean {
  if (other.section) return true;
  return heading.rank !== undefined && other.rank !== undefined && other.rank <= heading.rank;
}

/** It ends only because another section begins: one whose heading was not found may lie between. */
function bySection(heading: Heading | undefined): boolean {
  return heading?.rank === undefined;
}

function mentions(text: string, section: SectionRule): boolean {
  return namesOf(section).some((name) => new RegExp(spaced(name), 'iu').test(text));
}

export function namesOf({ name, aliases }: SectionRule): readonly string[] {
  return [name, ...aliases];
}

/** A heading may be set wide: 背　景. */
function spaced(name: string): string {
  return Array.from(name.replace(/\s+/g, '')).map(escapePattern).join('\\s{0,4}');
}
