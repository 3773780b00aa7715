import type { InkMap } from './ink-map.ts';

/** A group of inked places with no wide gap between them, in millimetres. */
export interface Cluster {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL_MM = 2;
const INKED_SHARE = 0.05;

/** What hangs together, seen through a grid of two millimetres. */
export function findClusters(map: InkMap, threshold: number, pixelsPerMm: number): readonly Cluster[] {
  const grid = coarse(map, threshold, CELL_MM * pixelsPerMm);
  const seen = new Uint8Array(grid.cells.length);
  const clusters: Cluster[] = [];
  for (let start = 0; start < grid.cells.length; start++) {
    if (grid.cells[start] !== 1 || seen[start] === 1) continue;
    clusters.push(flood(grid, start, seen));
  }
  return clusters;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly cells: Uint8Array;
}

function coarse({ width, height, ink }: InkMap, threshold: number, cell: number): Grid {
  const [columns, rows] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const counts = new Uint32Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * columns;
    for (let x = 0; x < width; x++) {
      if ((ink[y * width + x] ?? 0) < threshold) continue;
      const at = row + Math.floor(x / cell);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return {
    columns,
    rows,
    cells: Uint8Array.from(counts, (count) => (count >= INKED_SHARE * cell * cell ? 1 : 0)),
  };
}

function flood({ columns, rows, cells }: Grid, start: number, seen: Uint8Array): Cluster {
  const waiting = [start];
  seen[start] = 1;
  let [left, right, top, bottom] = [columns, 0, rows, 0];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const [column, row] = [at % columns, Math.floor(at / columns)];
    left = Math.min(left, column);
    right = Math.max(right, column);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row);
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const next = y * columns + x;
        if (cells[next] !== 1 || seen[next] === 1) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
  }
  return {
    left: left * CELL_MM,
    top: top * CELL_MM,
    width: (right - left + 1) * CELL_MM,
    height: (bottom - top + 1) * CELL_MM,
  };
}
