import { OTHER_PEOPLE } from './other-hands.ts';
import { enclosing } from './find-controls.ts';
import { foldLabel } from './fold-label.ts';
import type { FoundSlot } from './found-slot.ts';
import type { LabelBook } from './match-label.ts';
import { readParagraph } from './paragraph-text.ts';
import { readGrid } from './table-grid.ts';
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
      label: { folded: name, hints: [], ...(field !== undefined && { field }) },
      ...(isOfOthers(paragraph) && { doubt: 'someone-else' }),
      kind: 'placeholder',
      place: { kind: 'range', paragraph, from: match.index, to: match.index + match[0].length, line: 'none' },
    };
  });
}

/** Its row of the table, or the group that the row belongs to, names somebody else: 生产单位 | 联系人 | ${联系人}. */
function isOfOthers(paragraph: Element): boolean {
  const cell = enclosing(paragraph, 'tc');
  const table = enclosing(paragraph, 'tbl');
  if (!cell || !table) return false;
  const row = readGrid(table).rows.find((cells) => cells.some((other) => other.element === cell)) ?? [];
  return row.some((other) => OTHER_PEOPLE.test(foldLabel(other.text.replace(PLACEHOLDER, '')).folded));
}
