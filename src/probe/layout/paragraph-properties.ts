import type { Alignment, Gap, LineSpacing } from '../../model/layout.ts';
import { attribute, type XmlElement } from '../word/parse-xml.ts';
import { isOn, points, wholeNumber } from './word-names.ts';

/** Lengths in points, those in characters and lines as such. ECMA-376 17.3.1 */
export interface Indents {
  left?: number;
  right?: number;
  first?: number;
  leftChars?: number;
  rightChars?: number;
  firstChars?: number;
}

/** What one place says of a paragraph; the rest comes from farther off. */
export interface ParagraphProperties {
  align?: Alignment;
  indents?: Indents;
  spacing?: LineSpacing;
  before?: Gap;
  after?: Gap;
  /** 0–8; 9 is running text. */
  outline?: number;
  /** Id of a paragraph style. */
  style?: string;
  list?: ListReference;
  snapToGrid?: boolean;
  /** A frame's place across the page, as older page numbers have it. */
  framed?: string;
}

export interface ListReference {
  /** Absent where only the level is said here. */
  readonly id?: string;
  readonly level?: number;
}

const ALIGNMENTS: Readonly<Record<string, Alignment>> = {
  left: 'left', start: 'left', center: 'center', right: 'right', end: 'right', both: 'justify', distribute: 'distribute',
  thaiDistribute: 'distribute', lowKashida: 'justify', mediumKashida: 'justify', highKashida: 'justify',
}; // prettier-ignore

/** Takes in one child of a w:pPr; `parent` tells apart what lies in its w:numPr. */
export function readParagraphProperty(into: ParagraphProperties, element: XmlElement, parent: string): void {
  const value = attribute(element, 'val');
  if (parent === 'numPr') {
    readList(into, element.local, value);
    return;
  }
  switch (element.local) {
    case 'jc': {
      const align = ALIGNMENTS[value ?? ''];
      if (align) into.align = align;
      break;
    }
    case 'ind':
      into.indents = mergeIndents(into.indents, readIndents(element));
      break;
    case 'spacing':
      readSpacing(into, element);
      break;
    case 'outlineLvl':
      into.outline = wholeNumber(value) ?? 9;
      break;
    case 'pStyle':
      if (value !== undefined) into.style = value;
      break;
    case 'snapToGrid':
      into.snapToGrid = isOn(value);
      break;
    case 'framePr': {
      const across = attribute(element, 'xAlign');
      if (across !== undefined) into.framed = across;
      break;
    }
    default:
  }
}

function readList(into: ParagraphProperties, local: string, value: string | undefined): void {
  if (local === 'numId' && value !== undefined) into.list = { ...into.list, id: value };
  const level = wholeNumber(value);
  if (local === 'ilvl' && level !== undefined) into.list = { ...into.list, level };
}

function readIndents(element: XmlElement): Indents {
  const length = (name: string): number | undefined => points(attribute(element, name), 20);
  const chars = (name: string): number | undefined => {
    const hundredths = wholeNumber(attribute(element, name));
    return hundredths === undefined ? undefined : hundredths / 100;
  };
  const [hanging, hangingChars] = [length('hanging'), chars('hangingChars')];
  return defined({
    left: length('left') ?? length('start'),
    right: length('right') ?? length('end'),
    first: hanging === undefined ? length('firstLine') : -hanging,
    leftChars: chars('leftChars') ?? chars('startChars'),
    rightChars: chars('rightChars') ?? chars('endChars'),
    firstChars: hangingChars === undefined || hangingChars === 0 ? chars('firstLineChars') : -hangingChars,
  });
}

/** The nearer over the farther, each by itself. */
export function mergeIndents(far: Indents | undefined, near: Indents | undefined): Indents {
  return { ...far, ...near };
}

function readSpacing(into: ParagraphProperties, element: XmlElement): void {
  const line = attribute(element, 'line');
  const rule = attribute(element, 'lineRule') ?? 'auto';
  const pitch = points(line, 20);
  if (pitch !== undefined && pitch !== 0) {
    // In multiples a line is 240 units. ECMA-376 17.3.1.33
    into.spacing =
      rule === 'auto'
        ? { kind: 'multiple', lines: Math.abs(pitch) / 12 }
        : { kind: rule === 'exact' ? 'exact' : 'at-least', points: Math.abs(pitch) };
  }
  const [before, after] = [gap(element, 'before'), gap(element, 'after')];
  if (before) into.before = before;
  if (after) into.after = after;
}

const NONE: Gap = { unit: 'points', value: 0 };

/** Automatic goes before lines, lines before points. ECMA-376 17.3.1.33 */
function gap(element: XmlElement, side: 'before' | 'after'): Gap | undefined {
  const automatic = attribute(element, `${side}Autospacing`);
  if (automatic !== undefined && isOn(automatic)) return { unit: 'auto' };
  const lines = wholeNumber(attribute(element, `${side}Lines`));
  if (lines !== undefined && lines !== 0) return { unit: 'lines', value: lines / 100 };
  const length = points(attribute(element, side), 20);
  if (length !== undefined) return { unit: 'points', value: length };
  return lines === undefined && automatic === undefined ? undefined : NONE;
}

function defined(indents: { readonly [K in keyof Indents]: Indents[K] | undefined }): Indents {
  return Object.fromEntries(Object.entries(indents).filter(([, value]) => value !== undefined));
}
