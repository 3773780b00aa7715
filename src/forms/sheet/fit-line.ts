import { widthOf } from '../clean-value.ts';
import { childElements, type Element } from '../word-xml.ts';
import type { HeadColumn } from './find-sheet-head.ts';
import { isSheet, numberOf, sheetChild } from './sheet-xml.ts';

/** Of a sheet that does not say (ECMA-376-1, 18.3.1.81), in characters of its usual letters. */
const USUAL_WIDTH = 8.43;
/** Of a column, what its two margins take. */
const MARGINS = 0.8;
/** Points. Excel lets no row be higher. */
const HIGHEST = 409.5;
/** Height of a line of letters, in their size. */
const LINE = 1.3;

export interface FittedText {
  readonly column: HeadColumn;
  readonly text: string;
  /** Size of its letters to that of the sheet's usual ones. */
  readonly scale: number;
}

/** How many lines a text takes in its column. */
export function linesOf(root: Element, { column, text, scale }: FittedText): number {
  const room = Math.max(1, widthAt(root, column) - MARGINS);
  return text
    .split('\n')
    .reduce((lines, one) => lines + Math.max(1, Math.ceil((widthOf(one) * scale) / room)), 0);
}

function widthAt(root: Element, { column, span }: HeadColumn): number {
  const list = sheetChild(root, 'cols');
  const columns = list ? childElements(list).filter((child) => isSheet(child, 'col')) : [];
  const usual = Number(sheetChild(root, 'sheetFormatPr')?.getAttribute('defaultColWidth') ?? USUAL_WIDTH);
  const widths = Array.from({ length: span }, (_, index) => {
    const number = column + index + 1;
    const own = columns.find(
      (one) => (numberOf(one, 'min') ?? 0) <= number && (numberOf(one, 'max') ?? 0) >= number,
    );
    return Number(own?.getAttribute('width') ?? usual) || USUAL_WIDTH;
  });
  return widths.reduce((sum, width) => sum + width, 0);
}

/** A row as high as the blank has it, or higher where its texts would be cut off. One that says nothing grows by itself. */
export function growLine(line: Element, lines: number, points: number): void {
  const height = Number(line.getAttribute('ht') ?? Number.NaN);
  const needed = Math.min(HIGHEST, Math.ceil(lines * points * LINE + 4));
  if (lines < 2 || !(needed > height)) return;
  line.setAttribute('ht', String(needed));
  line.setAttribute('customHeight', '1');
}
