import { oneLine, widthOf } from './clean-value.ts';
import { removeAtoms, replaceText } from './edit-runs.ts';
import type { Place } from './found-slot.ts';
import { isBlank, readParagraph } from './paragraph-text.ts';
import { lookForBlank, runOf } from './run-look.ts';
import {
  childElements,
  copyOf,
  detach,
  insertAfter,
  isWord,
  makeWord,
  setWordValue,
  wordChild,
  wordValue,
  type Element,
} from './word-xml.ts';

/** From this many half-width columns on, a text is set as a paragraph and not as an entry. */
const LONG = 60;
/** A rough line of a cell, for giving back the blank lines that the text fills. */
const LINE_COLUMNS = 60;
const SPARE_LINES = 4;

type CellPlace = Extract<Place, { kind: 'cell' }>;
type BelowPlace = Extract<Place, { kind: 'below-label' }>;
type RangePlace = Extract<Place, { kind: 'range' }>;

export function writeCell({ cell, paragraphs, label }: CellPlace, value: string): void {
  const [first] = paragraphs;
  if (!first) {
    const made = makeWord(cell, 'p');
    cell.appendChild(made);
    fillBlanks([made], label, value);
  } else {
    fillBlanks(paragraphs, label, value);
  }
  letGrow(cell);
}

export function writeBelowLabel({ label, blanks }: BelowPlace, value: string): void {
  fillBlanks(blanks, label, value);
  letGrow(label);
}

function fillBlanks(blanks: readonly Element[], label: Element | undefined, value: string): void {
  const [first] = blanks;
  if (!first) return;
  // Spaces in a blank look as its value will; a hint in small grey print does not.
  const spaces = isBlank(readParagraph(first).text) ? lookForBlank(first, label) : undefined;
  for (const paragraph of blanks) removeAtoms(readParagraph(paragraph).atoms);
  writeParagraphs(blanks, spaces ?? lookForBlank(first, label), value);
}

/** One paragraph a line, from the first blank one on; as many blank ones go as the text takes lines. */
function writeParagraphs(blanks: readonly Element[], look: Element | undefined, value: string): void {
  const [first, ...spare] = blanks;
  if (!first) return;
  const lines = value.split('\n');
  const long = lines.length > 1 || widthOf(value) > LONG;
  const model = copyOf(first);
  let last = first;
  for (const [index, line] of lines.entries()) {
    const paragraph = index === 0 ? first : copyOf(model);
    if (index > 0) insertAfter(paragraph, last);
    if (line !== '') paragraph.appendChild(runOf(paragraph, line, look));
    if (long) setAsText(paragraph);
    else dropFirstIndent(paragraph);
    last = paragraph;
  }
  const taken = lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / LINE_COLUMNS)), 0);
  // A little room more, because other rows grow too.
  const extra = long && spare.length - taken > SPARE_LINES ? 2 : 0;
  for (const paragraph of spare.slice(0, taken - 1 + extra)) detach(paragraph);
}

/** A long text is not centred, and begins two characters in. */
function setAsText(paragraph: Element): void {
  const properties =
    wordChild(paragraph, 'pPr') ?? paragraph.insertBefore(makeWord(paragraph, 'pPr'), paragraph.firstChild);
  const alignment = wordChild(properties, 'jc');
  if (alignment && ['center', 'right', 'end', 'distribute'].includes(wordValue(alignment) ?? '')) {
    setWordValue(alignment, 'both');
  }
  if (wordChild(properties, 'ind')) return;
  const indent = makeWord(paragraph, 'ind');
  setWordValue(indent, '200', 'firstLineChars');
  setWordValue(indent, '480', 'firstLine');
  const next = childElements(properties).find((child) => isWord(child, ...BEHIND_INDENT));
  properties.insertBefore(indent, next ?? null);
}

/** The indent of a text, left over in a cell for a name. */
function dropFirstIndent(paragraph: Element): void {
  const indent = wordChild(wordChild(paragraph, 'pPr'), 'ind');
  for (const attribute of indent ? Array.from(indent.attributes) : []) {
    if (attribute.localName?.startsWith('firstLine') === true) indent?.removeAttributeNode(attribute);
  }
}

/** ECMA-376 Part 1, 17.3.1.26 fixes the order of paragraph properties; these stand behind `w:ind`. */
const BEHIND_INDENT = [
  ...['contextualSpacing', 'mirrorIndents', 'suppressOverlap', 'jc', 'textDirection', 'textAlignment'],
  ...['textboxTightWrap', 'outlineLvl', 'divId', 'cnfStyle', 'rPr', 'sectPr', 'pPrChange'],
];

/** A row of exact height would cut the value off. */
function letGrow(inside: Element): void {
  let row = inside.parentNode;
  while (row && !isWord(row, 'tr')) row = row.parentNode;
  const height = isWord(row, 'tr') ? wordChild(wordChild(row, 'trPr'), 'trHeight') : undefined;
  if (height && wordValue(height, 'hRule') === 'exact') setWordValue(height, 'atLeast', 'hRule');
}

/** Writes into a line; a line to write on keeps its look and, as far as the value leaves room, its length. */
export function writeRange({ paragraph, from, to, line }: RangePlace, value: string, lines: boolean): void {
  const text = lines ? value : oneLine(value);
  letGrow(paragraph);
  const room = widthOf(readParagraph(paragraph).text.slice(from, to));
  const left = Math.max(0, room - widthOf(text));
  if (line === 'underscores') {
    const before = Math.min(2, left);
    const padded = '\u00a0'.repeat(before) + text + '\u00a0'.repeat(left - before);
    replaceText(paragraph, { from, to, text: padded, underline: true });
  } else if (line === 'underlined') {
    writeOnLine(paragraph, from, to, text);
  } else {
    const gap = line === 'gap' ? ' '.repeat(Math.max(2, left)) : '';
    replaceText(paragraph, { from, to, text: text + gap });
  }
}

/** Underlined spaces give way to the value; a tab stays, because it draws the line up to its stop. */
function writeOnLine(paragraph: Element, from: number, to: number, text: string): void {
  const room = readParagraph(paragraph).text.slice(from, to);
  const tab = room.indexOf('\t');
  const end = tab < 0 ? to : from + tab;
  const left = Math.max(0, widthOf(room.slice(0, end - from)) - widthOf(text));
  const before = Math.min(2, Math.floor(left / 2));
  const padded = ' '.repeat(before) + text + ' '.repeat(left - before);
  replaceText(paragraph, { from, to: end, text: padded, underline: true });
}
