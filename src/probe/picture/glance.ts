import type { TimedPicture } from './watch-writing.ts';

/** One picture boiled down to what is needed to see black, stillness and bars. */
export interface Glance {
  /** Seconds of the film. */
  readonly at: number;
  readonly isBlack: boolean;
  /** Row by row and column by column, from the top and from the left. */
  readonly rows: Profile;
  readonly columns: Profile;
  /** The picture in coarse squares: tells one scene from another. */
  readonly scene: Uint8Array;
  /** Share of the pixels, 0–1, that changed since the picture before; absent for the first of a stretch. */
  readonly change?: number;
}

export interface Profile {
  /** Share of the line that is not dark, 0–255. */
  readonly lit: Uint8Array;
  /** Mean grey level of what is dark. */
  readonly depth: Uint8Array;
}

/** Grey levels. Black is 0 here; compression and a wrong range leave it below this. */
const DARK = 24;
/** A share; a few pixels of a black picture may be spoiled. */
const BLACK_ALL_OVER = 0.999;
/** Grey levels by which a picture that is repeated may differ, compressed anew. */
const STEADY = 12;

const SCENE_COLUMNS = 32;
const SCENE_ROWS = 18;

/** Glances at the pictures of one stretch, in their order. */
export function glanceAt(pictures: readonly TimedPicture[]): readonly Glance[] {
  const glances: Glance[] = [];
  for (const [index, picture] of pictures.entries()) {
    const [before, glance] = [pictures[index - 1], glances.at(-1)];
    if (before && glance && before.pixels === picture.pixels)
      glances.push({ ...glance, at: picture.at, change: 0 });
    else glances.push({ ...look(picture), ...(before && { change: changedShare(before, picture) }) });
  }
  return glances;
}

/** One walk over the pixels. */
function look({ at, width, height, pixels }: TimedPicture): Glance {
  const rows = tally(height, width);
  const columns = tally(width, height);
  const scene = tally(SCENE_COLUMNS * SCENE_ROWS, 1);
  let darkPixels = 0;
  const ends = Array.from({ length: SCENE_COLUMNS }, (_, n) => Math.ceil(((n + 1) * width) / SCENE_COLUMNS));
  for (let y = 0, i = 0; y < height; y++) {
    let square = Math.floor((y * SCENE_ROWS) / height) * SCENE_COLUMNS;
    let [dark, darkSum, x] = [0, 0, 0];
    for (const end of ends) {
      const begin = x;
      let sum = 0;
      for (; x < end; x++, i++) {
        const level = pixels[i] ?? 0;
        sum += level;
        if (level > DARK) continue;
        dark++;
        darkSum += level;
        columns.sums[x] = (columns.sums[x] ?? 0) + level;
        columns.counts[x] = (columns.counts[x] ?? 0) + 1;
      }
      scene.sums[square] = (scene.sums[square] ?? 0) + sum;
      scene.counts[square] = (scene.counts[square] ?? 0) + end - begin;
      square++;
    }
    [rows.sums[y], rows.counts[y]] = [darkSum, dark];
    darkPixels += dark;
  }
  return {
    at,
    isBlack: darkPixels >= BLACK_ALL_OVER * width * height,
    rows: profileOf(rows),
    columns: profileOf(columns),
    scene: profileOf(scene).depth,
  };
}

interface Tally {
  readonly sums: Uint32Array;
  readonly counts: Uint32Array;
  /** Pixels of each line. */
  readonly length: number;
}

function tally(lines: number, length: number): Tally {
  return { sums: new Uint32Array(lines), counts: new Uint32Array(lines), length };
}

function profileOf({ sums, counts, length }: Tally): Profile {
  const lit = new Uint8Array(sums.length);
  const depth = new Uint8Array(sums.length);
  for (let line = 0; line < sums.length; line++) {
    const count = counts[line] ?? 0;
    lit[line] = Math.round(255 * Math.max(0, 1 - count / length));
    depth[line] = count === 0 ? 0 : Math.round((sums[line] ?? 0) / count);
  }
  return { lit, depth };
}

function changedShare(one: TimedPicture, other: TimedPicture): number {
  const pixels = Math.min(one.pixels.length, other.pixels.length);
  let changed = 0;
  for (let at = 0; at < pixels; at++)
    if (Math.abs((one.pixels[at] ?? 0) - (other.pixels[at] ?? 0)) > STEADY) changed++;
  return pixels === 0 ? 1 : changed / pixels;
}
