/** Half-width columns that each column of a table takes: of its longest line, Chinese characters two. */
export function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const most = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: most }, (_, column) =>
    rows.reduce((widest, row) => Math.max(widest, widthOf(row[column] ?? '')), 0),
  );
}

function widthOf(text: string): number {
  return Math.max(...text.split('\n').map(lineWidth));
}

/** From U+2E80 on, and all emoji, characters are square; which ones exactly is no matter for a column's width. */
function lineWidth(line: string): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return width;
}
