import type { BrokenCause, UnknownCause } from './causes.ts';

/** Where in a document a word was found: its text, the last lines of it, headers and footers, comments, properties. */
export const SOUGHT_PLACES = ['text', 'ending', 'margins', 'comments', 'properties'] as const;
export type SoughtPlace = (typeof SOUGHT_PLACES)[number];

/** What a look for given words came to. Without a `cause`, all of the document was looked through. */
export interface SoughtFacts {
  readonly hits: readonly SoughtHit[];
  readonly cause?: BrokenCause | UnknownCause;
}

export interface SoughtHit {
  readonly word: string;
  readonly places: readonly SoughtPlace[];
}

/** As words are compared: full width or half, upper case or lower, however spaced (张　三). Lines stay apart. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\t\r\v\f\u0085\u2028\u2029]+/g, '\n')
    .replace(/[^\S\n]+|[\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}

export function hitOf(sought: SoughtFacts | undefined, word: string): SoughtHit | undefined {
  return sought?.hits.find((hit) => hit.word === word);
}
