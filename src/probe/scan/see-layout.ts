import { mapInks, type InkMap } from './ink-map.ts';
import type { PageImage } from './page-image.ts';

const INKED = 45;
/** A scanner's shadow, a punch hole, a staple: nothing that is within so many millimetres of the edge counts. */
const EDGE_MM = 9;
/** Inked millimetres² that specks of dust may come to on one page. */
const SPECKS_MM2 = 2;

/** Nothing is on the page but perhaps specks and the shadow of its edge. What shines through from behind counts. */
export function isBlank(image: PageImage): boolean {
  const { red, dark } = mapInks(image);
  const { pixelsPerMm } = image;
  const ink =
    countInked(dark, INKED, EDGE_MM * pixelsPerMm) + countInked(red, INKED / 2, EDGE_MM * pixelsPerMm);
  return ink <= SPECKS_MM2 * pixelsPerMm * pixelsPerMm;
}

function countInked({ width, height, ink }: InkMap, threshold: number, edge: number): number {
  const margin = Math.ceil(edge);
  let count = 0;
  for (let y = margin; y < height - margin; y++) {
    for (let x = margin; x < width - margin; x++) if ((ink[y * width + x] ?? 0) >= threshold) count++;
  }
  return count;
}

const FEWEST_LINES = 8;

/**
 * The lines of writing run up or down. Between lines there is white from margin to margin; between the characters of
 * a line there is not, save in a few. Certain only for pages full of writing, which is all that is asked.
 */
export function isSideways(image: PageImage): boolean {
  const { dark } = mapInks(image);
  const [rows, columns] = [stripesOf(dark, 'rows', image), stripesOf(dark, 'columns', image)];
  return columns.stripes >= FEWEST_LINES && columns.white >= 0.25 && rows.white <= 0.08 && rows.stripes <= 3;
}

/** Of the written part of the page: how many inked stripes, and what share of it is white all across. */
function stripesOf({ width, height, ink }: InkMap, along: 'rows' | 'columns', { pixelsPerMm }: PageImage) {
  const margin = Math.ceil(EDGE_MM * pixelsPerMm);
  const [lines, length] = along === 'rows' ? [height, width] : [width, height];
  const white: boolean[] = [];
  for (let line = margin; line < lines - margin; line++) {
    let count = 0;
    for (let at = margin; at < length - margin; at++) {
      const place = along === 'rows' ? line * width + at : at * width + line;
      if ((ink[place] ?? 0) >= INKED) count++;
    }
    white.push(count <= 0.002 * length);
  }
  const [first, last] = [white.indexOf(false), white.lastIndexOf(false)];
  const written = first < 0 ? [] : white.slice(first, last + 1);
  const stripes = written.filter((isWhite, at) => !isWhite && (at === 0 || written[at - 1] === true)).length;
  const share = written.length === 0 ? 0 : written.filter(Boolean).length / written.length;
  return { stripes, white: share };
}
