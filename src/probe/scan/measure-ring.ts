import type { Center } from './find-centers.ts';
import type { InkMap } from './ink-map.ts';

/** A ring around a centre, in pixels; shares are of the angles, or of the pixels, that lie on the page. */
export interface Ring {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the whole circle, how much lies on the page. */
  readonly onPage: number;
  /** Angles at which there is a line. */
  readonly coverage: number;
  /** Of these, where the line is thin and nothing is right outside of it. */
  readonly clean: number;
  /** How far the line strays from the circle: mean, as a share of the radius. */
  readonly stray: number;
  /** Ink between centre and line. */
  readonly filling: number;
  /** Sectors of the outer half, inside the line, that hold ink: where the writing of a seal runs. */
  readonly spread: number;
}

export interface RingSearch {
  readonly radii: { readonly min: number; readonly max: number };
  /** Ink from which on a pixel counts. */
  readonly threshold: number;
  readonly pixelsPerMm: number;
}

const ANGLES = 120;
const SECTORS = 24;
/** How far a worn or slightly slanting ring may stray, in millimetres. */
const TOLERANCE_MM = 0.9;
const THICKEST_MM = 2.4;

const directions = Array.from({ length: ANGLES }, (_, n) => {
  const angle = (n * 2 * Math.PI) / ANGLES;
  return { dx: Math.cos(angle), dy: Math.sin(angle) };
});

/** The best ring around a centre that is only roughly known. */
export function measureRing(map: InkMap, center: Center, search: RingSearch): Ring | undefined {
  const reach = Math.ceil(search.pixelsPerMm * 1.2);
  const rough = bestAround(map, center, { reach, step: 2 }, search);
  const best = rough && (bestAround(map, rough, { reach: 1, step: 1 }, search) ?? rough);
  return best && describe(map, best, search);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Scored extends Point {
  readonly radius: number;
  readonly score: number;
}

function bestAround(
  map: InkMap,
  middle: Point,
  { reach, step }: { readonly reach: number; readonly step: number },
  search: RingSearch,
): Scored | undefined {
  let best: Scored | undefined;
  for (let y = middle.y - reach; y <= middle.y + reach; y += step) {
    for (let x = middle.x - reach; x <= middle.x + reach; x += step) {
      const found = bestRadius(map, { x, y }, search);
      if (found && found.score > (best?.score ?? 0)) best = { x, y, ...found };
    }
  }
  return best;
}

/** The radius at which most of the circle is a line; of nearly equal ones the outermost, which is the seal's edge. */
function bestRadius(map: InkMap, point: Point, { radii, threshold }: RingSearch) {
  const first = Math.floor(radii.min) - 1;
  const hits = new Float32Array(Math.ceil(radii.max) - first + 2);
  for (const { dx, dy } of directions) {
    for (let index = 0; index < hits.length; index++) {
      const r = first + index;
      if (inkAt(map, point.x + dx * r, point.y + dy * r) >= threshold) hits[index] = (hits[index] ?? 0) + 1;
    }
  }
  let best: { radius: number; score: number } | undefined;
  for (let index = 1; index + 1 < hits.length; index++) {
    const score = (hits[index - 1] ?? 0) + 2 * (hits[index] ?? 0) + (hits[index + 1] ?? 0);
    if (score > 0 && score >= (best?.score ?? 0) * 0.97) {
      best = { radius: first + index, score: Math.max(score, best?.score ?? 0) };
    }
  }
  return best;
}

/** −1: not on the page. */
function inkAt({ width, height, ink }: InkMap, x: number, y: number): number {
  const [column, row] = [Math.round(x), Math.round(y)];
  if (column < 0 || row < 0 || column >= width || row >= height) return -1;
  return ink[row * width + column] ?? 0;
}

function describe(map: InkMap, found: Point & { readonly radius: number }, search: RingSearch): Ring {
  const { threshold, pixelsPerMm } = search;
  const { x, y, radius } = found;
  const tolerance = Math.max(2, TOLERANCE_MM * pixelsPerMm);
  let [onPage, covered, clean, stray] = [0, 0, 0, 0];
  for (const { dx, dy } of directions) {
    if (inkAt(map, x + dx * radius, y + dy * radius) < 0) continue;
    onPage++;
    const line = lineAcross(map, found, { dx, dy }, tolerance, threshold);
    if (!line) continue;
    covered++;
    stray += Math.abs(line.at - radius);
    const thin = line.thickness <= THICKEST_MM * pixelsPerMm;
    if (thin && isEmptyOutside(map, found, { dx, dy }, line.outer, search)) clean++;
  }
  return {
    x,
    y,
    radius,
    onPage: onPage / ANGLES,
    coverage: onPage === 0 ? 0 : covered / onPage,
    clean: covered === 0 ? 0 : clean / covered,
    stray: covered === 0 ? 1 : stray / covered / radius,
    ...insideOf(map, found, search),
  };
}

interface Direction {
  readonly dx: number;
  readonly dy: number;
}

/** The piece of line nearest to the circle at one angle. */
function lineAcross(
  map: InkMap,
  { x, y, radius }: Point & { readonly radius: number },
  { dx, dy }: Direction,
  tolerance: number,
  threshold: number,
): { readonly at: number; readonly thickness: number; readonly outer: number } | undefined {
  const has = (r: number) => inkAt(map, x + dx * r, y + dy * r) >= threshold;
  for (let off = 0; off <= tolerance; off += 0.5) {
    for (const r of [radius + off, radius - off]) {
      if (!has(r)) continue;
      let [inner, outer] = [r, r];
      while (inner > r - 20 && has(inner - 1)) inner--;
      while (outer < r + 20 && has(outer + 1)) outer++;
      return { at: (inner + outer) / 2, thickness: outer - inner + 1, outer };
    }
  }
  return undefined;
}

function isEmptyOutside(
  map: InkMap,
  { x, y }: Point,
  { dx, dy }: Direction,
  outer: number,
  search: RingSearch,
) {
  const { pixelsPerMm, threshold } = search;
  for (let r = outer + 0.8 * pixelsPerMm; r <= outer + 2.5 * pixelsPerMm; r++) {
    if (inkAt(map, x + dx * r, y + dy * r) >= threshold) return false;
  }
  return true;
}

function insideOf(
  map: InkMap,
  { x, y, radius }: Point & { readonly radius: number },
  { threshold, pixelsPerMm }: RingSearch,
): Pick<Ring, 'filling' | 'spread'> {
  const inner = radius - 1.8 * pixelsPerMm;
  const seen = new Uint32Array(SECTORS);
  const inked = new Uint32Array(SECTORS);
  let [pixels, ink] = [0, 0];
  for (let down = -Math.ceil(inner); down <= inner; down++) {
    for (let right = -Math.ceil(inner); right <= inner; right++) {
      const distance = Math.hypot(right, down);
      if (distance > inner) continue;
      const value = inkAt(map, x + right, y + down);
      if (value < 0) continue;
      pixels++;
      if (value >= threshold) ink++;
      if (distance < radius * 0.5) continue;
      const turn = Math.atan2(down, right) / (2 * Math.PI) + 0.5;
      const sector = Math.min(SECTORS - 1, Math.floor(turn * SECTORS));
      seen[sector] = (seen[sector] ?? 0) + 1;
      if (value >= threshold) inked[sector] = (inked[sector] ?? 0) + 1;
    }
  }
  const sectors = [...seen.keys()].filter((sector) => (seen[sector] ?? 0) > 0);
  const filled = sectors.filter((sector) => (inked[sector] ?? 0) >= 0.05 * (seen[sector] ?? 0));
  return {
    filling: pixels === 0 ? 0 : ink / pixels,
    spread: sectors.length === 0 ? 0 : filled.length / sectors.length,
  };
}
