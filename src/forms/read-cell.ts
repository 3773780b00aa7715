import { isHint, looksLikeLabel } from './fold-label.ts';
import type { FoundSlot, Place } from './found-slot.ts';
import { isBlank, readParagraph } from './paragraph-text.ts';
import { hasBoxes, readBoxes } from './read-boxes.ts';
import { onlySkeleton } from './read-skeleton.ts';
import type { GridCell } from './table-grid.ts';
import type { Element } from './word-xml.ts';

/** Room for a value: empty, or only a hint, a skeleton, boxes. */
export function isAnswer(cell: GridCell): boolean {
  if (cell.blank) return true;
  if (cell.occupied) return false;
  return isHint(cell.text) || skeletonIn(cell) !== undefined || isChoice(cell);
}

/** Boxes and their texts alone; a label in front belongs to the line, not to the cell. */
export function isChoice(cell: GridCell): boolean {
  if (!hasBoxes(cell.text)) return false;
  const text = cell.text.replace(/^\s*[(（][^()（）□☐○]{0,20}[)）]/, '').trim();
  return (
    /^[(（]*[□☐○◯■☑●◻▢]/.test(text) ||
    (/[□☐○◯][)）\s]*$/.test(text) && text.length < 80 && !/[:：]/.test(text))
  );
}

function skeletonIn(cell: GridCell): Element | undefined {
  const filled = cell.paragraphs.filter((paragraph) => !isBlank(readParagraph(paragraph).text));
  const [only] = filled;
  return only && filled.length === 1 && onlySkeleton(only) ? only : undefined;
}

export function isLabel(cell: GridCell): boolean {
  return !cell.blank && !cell.occupied && !isAnswer(cell) && looksLikeLabel(cell.text);
}

export function placeIn(cell: GridCell, from: GridCell): Place {
  const skeleton = skeletonIn(cell);
  const found = skeleton && onlySkeleton(skeleton);
  if (skeleton && found) return { kind: 'skeleton', paragraph: skeleton, gaps: found.gaps };
  if (isChoice(cell))
    return { kind: 'boxes', boxes: cell.paragraphs.flatMap((paragraph) => readBoxes(paragraph)) };
  const [label] = from.paragraphs.filter((paragraph) => !isBlank(readParagraph(paragraph).text));
  return { kind: 'cell', cell: cell.element, paragraphs: cell.paragraphs, ...(label && { label }) };
}

export function kindOfPlace(cell: GridCell, from: GridCell): FoundSlot['kind'] {
  const skeleton = skeletonIn(cell);
  if (skeleton) return onlySkeleton(skeleton)?.kind ?? 'cell';
  return from.row === cell.row ? 'cell' : 'below';
}

export interface Inside {
  /** The first line with text, where the lines below it are blank. */
  readonly head: string;
  readonly label?: Element;
  readonly blanks: readonly Element[];
  /** Ends with a colon or a bracket, or is a cell of its own: it plainly waits for text. */
  readonly open: boolean;
}

export function readInside(cell: GridCell): Inside {
  const texts = cell.paragraphs.map((paragraph) => readParagraph(paragraph).text);
  const first = texts.findIndex((text) => !isBlank(text));
  const head = texts[first] ?? '';
  const label = cell.paragraphs[first];
  const after = texts.slice(first + 1);
  const next = after.findIndex((text) => !isBlank(text));
  const blanks = cell.paragraphs.slice(first + 1, next < 0 ? undefined : first + 1 + next);
  const labelled = looksLikeLabel(head);
  return { head, ...(label && labelled && { label }), blanks, open: /[:：)）]\s*$/.test(head) };
}
