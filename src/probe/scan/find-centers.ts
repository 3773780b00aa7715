import type { InkMap } from './ink-map.ts';

export interface Center {
  readonly x: number;
  readonly y: number;
  readonly votes: number;
}

/** Cells of the vote count are so many pixels wide. */
const CELL = 2;
const STEEP = 24;
const MOST_EDGES = 60_000;
const MOST_CENTERS = 6;

/**
 * Where circles of the radii asked for (in pixels) may have their centres: every edge votes for the points that lie
 * across from it (Hough transform with gradient directions). Best first.
 */
export function findCenters(
  map: InkMap,
  radii: { readonly min: number; readonly max: number },
): readonly Center[] {
  const { width, height } = map;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const votes = new Float32Array(columns * rows);
  for (const { x, y, dx, dy } of edgesOf(map)) {
    for (const sign of [1, -1]) {
      for (let r = radii.min; r <= radii.max; r += CELL) {
        const column = Math.round((x + sign * dx * r) / CELL);
        const row = Math.round((y + sign * dy * r) / CELL);
        if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
        votes[row * columns + column] = (votes[row * columns + column] ?? 0) + 1 / r;
      }
    }
  }
  return peaksOf(smooth(votes, columns, rows), columns, rows, radii.min / CELL / 2);
}

interface Edge {
  readonly x: number;
  readonly y: number;
  /** Of length 1, across the edge. */
  readonly dx: number;
  readonly dy: number;
}

/** Sobel edges; of a page full of them only every second, third … */
function edgesOf({ width, height, ink }: InkMap): readonly Edge[] {
  const edges: Edge[] = [];
  const clip = (at: number) => Math.min(90, ink[at] ?? 0);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const [above, below] = [at - width, at + width];
      const gx =
        clip(above + 1) +
        2 * clip(at + 1) +
        clip(below + 1) -
        clip(above - 1) -
        2 * clip(at - 1) -
        clip(below - 1);
      const gy =
        clip(below - 1) +
        2 * clip(below) +
        clip(below + 1) -
        clip(above - 1) -
        2 * clip(above) -
        clip(above + 1);
      const length = Math.hypot(gx, gy);
      if (length >= STEEP) edges.push({ x, y, dx: gx / length, dy: gy / length });
    }
  }
  const step = Math.ceil(edges.length / MOST_EDGES);
  return step <= 1 ? edges : edges.filter((_, index) => index % step === 0);
}

function smooth(votes: Float32Array, columns: number, rows: number): Float32Array {
  const result = new Float32Array(votes.length);
  for (let row = 1; row < rows - 1; row++) {
    for (let column = 1; column < columns - 1; column++) {
      let sum = 0;
      for (const down of [-1, 0, 1]) {
        for (const right of [-1, 0, 1]) sum += votes[(row + down) * columns + column + right] ?? 0;
      }
      result[row * columns + column] = sum;
    }
  }
  return result;
}

/** The highest, then the highest that is not near one already taken. */
function peaksOf(votes: Float32Array, columns: number, rows: number, apart: number): readonly Center[] {
  const peaks: Center[] = [];
  const left = votes.slice();
  for (let n = 0; n < MOST_CENTERS; n++) {
    let best = 0;
    for (let at = 1; at < left.length; at++) if ((left[at] ?? 0) > (left[best] ?? 0)) best = at;
    const value = left[best] ?? 0;
    if (value <= 0) break;
    const [column, row] = [best % columns, Math.floor(best / columns)];
    peaks.push({ x: column * CELL, y: row * CELL, votes: value });
    for (let y = Math.max(0, Math.floor(row - apart)); y <= Math.min(rows - 1, row + apart); y++) {
      const from = Math.max(0, Math.floor(column - apart));
      left.fill(0, y * columns + from, y * columns + Math.min(columns, Math.ceil(column + apart + 1)));
    }
  }
  return peaks;
}
