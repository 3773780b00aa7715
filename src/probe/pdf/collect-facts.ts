import type { PdfFacts } from '../../model/facts.ts';
import { OPENING_CHARACTERS, type PageLook } from './look-at-pages.ts';
import { plainText } from './plain-text.ts';

const MAX_SIZES = 10;
const PRODUCER_CHARACTERS = 200;
/** Chinese set wide comes out with a space behind each character. */
const SPACE_BETWEEN_HAN =
  /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef]) (?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu;

/** Of a document that only a password opens nothing else is known. */
export const LOCKED: PdfFacts = {
  pages: 0,
  pageSizes: [],
  lock: 'password',
  textPages: 0,
  imagePages: 0,
  blankPages: [],
  looked: 0,
  rotatedPages: [],
  opening: '',
};

export interface Looked {
  readonly pages: number;
  readonly lock: 'none' | 'restricted';
  readonly producer: string | undefined;
  readonly looks: readonly PageLook[];
  /** Numbers of the otherwise empty pages that hold a picture. */
  readonly pictures: ReadonlySet<number>;
}

export function collectFacts({ pages, lock, producer, looks, pictures }: Looked): PdfFacts {
  const blank = looks.filter((look) => look.content.kind === 'unclear' && !pictures.has(look.number));
  const text = looks.filter((look) => look.content.kind === 'text');
  const named = plainText(producer ?? '', PRODUCER_CHARACTERS);
  return {
    pages: Math.max(0, pages),
    pageSizes: commonestSizes(looks),
    lock,
    textPages: text.length,
    imagePages: looks.length - text.length - blank.length,
    blankPages: blank.map((look) => look.number),
    looked: looks.length,
    rotatedPages: looks.filter((look) => look.rotation !== 0).map((look) => look.number),
    ...(named === '' ? {} : { producer: named }),
    opening: openingOf(looks),
  };
}

function openingOf(looks: readonly PageLook[]): string {
  const texts = looks.flatMap((look) => (look.content.kind === 'text' ? [look.content.text] : []));
  const spaced = plainText(texts.join('\n'), 2 * OPENING_CHARACTERS);
  return plainText(spaced.replace(SPACE_BETWEEN_HAN, ''), OPENING_CHARACTERS);
}

/** Whole points: 595.28 × 841.89 and 595 × 842 are both A4. */
function commonestSizes(looks: readonly PageLook[]): PdfFacts['pageSizes'] {
  const counts = new Map<string, { width: number; height: number; count: number }>();
  for (const { size } of looks) {
    const [width, height] = [Math.round(size.width), Math.round(size.height)];
    const key = `${width}×${height}`;
    counts.set(key, { width, height, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...counts.values()].sort((a, b) => b.count - a.count);
  return sorted.slice(0, MAX_SIZES).map(({ width, height }) => ({ width, height }));
}
