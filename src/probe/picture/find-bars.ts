import type { FrameSight, PixelPlace } from '../../model/picture-facts.ts';
import { innerSpan, summarise, type InnerSpan } from './bar-lines.ts';
import type { Glance } from './glance.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pictures that are looked at together: a second or two of the film, in which some of it is light. */
const TOGETHER = 12;
/** Fewer pictures that are not black say nothing. */
const ENOUGH = 3;
/** Share of the picture's length by which two places may differ and still be one. */
const SAME = 0.015;

/**
 * Whether black bars surround the picture. Each part of the film is looked at by itself, since bars may come and go;
 * where none of these is clear, all of it together. `film`: pixels as shown.
 */
export function findBars(stretches: readonly (readonly Glance[])[], film: Size): FrameSight {
  const lit = stretches.map((glances) => glances.filter(({ isBlack }) => !isBlack));
  if (lit.flat().length < ENOUGH) return { state: 'unclear', why: 'few' };
  const parts = lit.flatMap(inParts).map((part) => frameOf(part, film));
  const framed = parts.flatMap((part) => (part.state === 'bars' ? [part.place] : []));
  const full = parts.filter(({ state }) => state === 'full').length;
  const place = commonest(framed, film);
  if (!place) return full > 0 ? { state: 'full' } : frameOf(lit.flat(), film);
  const alike = framed.filter((one) => isSame(one, place, film)).length;
  return { state: 'bars', place, share: Math.round((alike / (framed.length + full)) * 100) / 100 };
}

function inParts(glances: readonly Glance[]): readonly (readonly Glance[])[] {
  return Array.from({ length: Math.ceil(glances.length / TOGETHER) }, (_, part) =>
    glances.slice(part * TOGETHER, (part + 1) * TOGETHER),
  ).filter((part) => part.length >= ENOUGH);
}

function frameOf(glances: readonly Glance[], film: Size): FrameSight {
  const across = innerSpan(summarise(glances.map(({ columns }) => columns)));
  const down = innerSpan(summarise(glances.map(({ rows }) => rows)));
  if (across.state === 'bars' || down.state === 'bars') {
    const [left, right] = shareOf(across);
    const [top, bottom] = shareOf(down);
    return { state: 'bars', place: placeOf({ left, right, top, bottom }, film), share: 1 };
  }
  // One dark edge is a table or a night sky; bars come in pairs, at least.
  return across.state === 'dark' || down.state === 'dark'
    ? { state: 'unclear', why: 'dark' }
    : { state: 'full' };
}

function shareOf(span: InnerSpan): readonly [number, number] {
  return span.state === 'bars' ? [span.from, span.to] : [0, 1];
}

interface Shares {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function placeOf({ left, right, top, bottom }: Shares, { width, height }: Size): PixelPlace {
  const [x, y] = [Math.round(left * width), Math.round(top * height)];
  return {
    left: x,
    top: y,
    width: Math.round(right * width) - x,
    height: Math.round(bottom * height) - y,
  };
}

function commonest(places: readonly PixelPlace[], film: Size): PixelPlace | undefined {
  let [best, most]: [PixelPlace | undefined, number] = [undefined, 0];
  for (const place of places) {
    const count = places.filter((other) => isSame(place, other, film)).length;
    if (count > most) [best, most] = [place, count];
  }
  return best;
}

function isSame(one: PixelPlace, other: PixelPlace, { width, height }: Size): boolean {
  return (
    Math.abs(one.left - other.left) <= SAME * width &&
    Math.abs(one.left + one.width - other.left - other.width) <= SAME * width &&
    Math.abs(one.top - other.top) <= SAME * height &&
    Math.abs(one.top + one.height - other.top - other.height) <= SAME * height
  );
}
