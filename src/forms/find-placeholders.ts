import type { FoundSlot } from './found-slot.ts';
import type { LabelBook } from './match-label.ts';
import { readParagraph } from './paragraph-text.ts';
import type { Element } from './word-xml.ts';

/** {{title}} and ${title}; the name is an id or a label. */
const PLACEHOLDER = /\{\{\s*([^{}\n]{1,60}?)\s*\}\}|\$\{\s*([^{}\n]{1,60}?)\s*\}/g;

export function findPlaceholders(paragraph: Element, book: LabelBook): readonly FoundSlot[] {
  const { text } = readParagraph(paragraph);
  if (!text.includes('{')) return [];
  return [...text.matchAll(PLACEHOLDER)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const field = book.fieldNamed(name);
    return {
      label: { ...book.match(name), folded: name, ...(field !== undefined && { field }) },
      kind: 'placeholder',
      place: { kind: 'range', paragraph, from: match.index, to: match.index + match[0].length, line: 'none' },
    };
  });
}

export function hasPlaceholder(text: string): boolean {
  return new RegExp(PLACEHOLDER.source).test(text);
}
