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

const FEWEST_LINES = 10;
const LINE_MM = { min: 1.5, max: 8 };
/** Lines stand farther apart than characters: at least so many times, and so many millimetres. */
const APART = { times: 2.5, mm: 1.2 };

/**
 * The lines of writing run up or down: seen from the side there are many even stripes with wide gaps. Certain only for
 * pages full of writing, which is all that is asked; the columns of a table are neither narrow nor even.
 */
export function isSideways(image: PageImage): boolean {
  const { dark } = mapInks(image);
  const { pixelsPerMm } = image;
  const columns = stripesOf(dark, 'columns', image);
  const rows = stripesOf(dark, 'rows', image);
  const [line, gap] = [median(columns.inked) / pixelsPerMm, median(columns.white) / pixelsPerMm];
  const even = columns.inked.filter((width) => Math.abs(width / pixelsPerMm - line) <= 0.35 * line);
  return (
    columns.inked.length >= FEWEST_LINES &&
    line >= LINE_MM.min &&
    line <= LINE_MM.max &&
    even.length >= 0.8 * columns.inked.length &&
    gap >= APART.mm &&
    gap >= (APART.times * median(rows.white)) / pixelsPerMm
  );
}

/** Widths in pixels of the inked stripes that cross the written part of the page, and of the white ones between. */
function stripesOf({ width, height, ink }: InkMap, along: 'rows' | 'columns', { pixelsPerMm }: PageImage) {
  const margin = Math.ceil(EDGE_MM * pixelsPerMm);
  const [lines, length] = along === 'rows' ? [height, width] : [width, height];
  const stripes = { inked: [] as number[], white: [] as number[] };
  let [run, wasWhite] = [0, true];
  for (let line = margin; line < lines - margin; line++) {
    let count = 0;
    for (let at = margin; at < length - margin; at++) {
      if ((ink[along === 'rows' ? line * width + at : at * width + line] ?? 0) >= INKED) count++;
    }
    const isWhite = count <= 0.002 * length;
    if (isWhite !== wasWhite) {
      // What is white before the first stripe is margin.
      if (!wasWhite) stripes.inked.push(run);
      else if (stripes.inked.length > 0) stripes.white.push(run);
      [run, wasWhite] = [0, isWhite];
    }
    run++;
  }
  return stripes;
}

function median(widths: readonly number[]): number {
  return [...widths].sort((one, other) => one - other)[Math.floor(widths.length / 2)] ?? 0;
}
