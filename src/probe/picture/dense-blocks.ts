/** A block of writing: all in shares of the picture, 0 at the left and at the top. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Stroke pixels in it. */
  readonly pixels: number;
  /** Share of its area that is densely covered. */
  readonly fill: number;
  readonly density: number;
}

const CELL = 4;
/** Of a square of two by two cells. Chinese writing covers a third to a half of its ground with strokes. */
const DENSE = 0.3;
/** Cells between words, joined. */
const GAP = 4;

/** Where strokes stand densely side by side, as in lines of writing. `places`: their pixels, counted row by row. */
export function findBlocks(places: readonly number[], width: number, height: number): readonly Block[] {
  if (places.length === 0) return [];
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const counts = new Uint8Array(columns * rows);
  for (const at of places) {
    const row = (at / width / CELL) | 0;
    const column = ((at % width) / CELL) | 0;
    if (row >= rows || column >= columns) continue;
    const cell = row * columns + column;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const dense = new Uint8Array(columns * rows);
  const least = DENSE * 4 * CELL * CELL;
  for (let r = 0; r + 1 < rows; r++)
    for (let c = 0; c + 1 < columns; c++) {
      const i = r * columns + c;
      const sum =
        (counts[i] ?? 0) + (counts[i + 1] ?? 0) + (counts[i + columns] ?? 0) + (counts[i + columns + 1] ?? 0);
      if (sum >= least)
        for (const j of [i, i + 1, i + columns, i + columns + 1]) if ((counts[j] ?? 0) > 2) dense[j] = 1;
    }
  const joined = dense.slice();
  for (let r = 0; r < rows; r++) {
    let last = -99;
    for (let c = 0; c < columns; c++) {
      if (!dense[r * columns + c]) continue;
      if (c - last <= GAP + 1) for (let k = last + 1; k < c; k++) joined[r * columns + k] = 1;
      last = c;
    }
  }
  const seen = new Uint8Array(columns * rows);
  const blocks: Block[] = [];
  for (let begin = 0; begin < joined.length; begin++) {
    if (!joined[begin] || seen[begin]) continue;
    const stack = [begin];
    seen[begin] = 1;
    let [top, bottom, left, right, pixels, full] = [rows, 0, columns, 0, 0, 0];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const r = (at / columns) | 0;
      const c = at % columns;
      if (dense[at]) {
        top = Math.min(top, r);
        bottom = Math.max(bottom, r);
        left = Math.min(left, c);
        right = Math.max(right, c);
      }
      pixels += counts[at] ?? 0;
      full += dense[at] ?? 0;
      for (let dr = -1; dr <= 1; dr++)
        for (let dc = -1; dc <= 1; dc++) {
          const nr = r + dr;
          const nc = c + dc;
          if (nr < 0 || nc < 0 || nr >= rows || nc >= columns) continue;
          const j = nr * columns + nc;
          if (joined[j] && !seen[j]) {
            seen[j] = 1;
            stack.push(j);
          }
        }
    }
    const cells = (bottom - top + 1) * (right - left + 1);
    if (full < 6) continue;
    blocks.push({
      top: (top * CELL) / height,
      bottom: ((bottom + 1) * CELL) / height,
      left: (left * CELL) / width,
      right: ((right + 1) * CELL) / width,
      pixels,
      fill: full / cells,
      density: pixels / (cells * CELL * CELL),
    });
  }
  return blocks;
}
