import { displayWidth, padColumns, wrapText } from './terminal/wrap-text.ts';

/** Columns of a page that every terminal shows without breaking lines. */
const WIDTH = 80;

/** A line of a description: a label and what it says, or a heading alone. */
export interface Row {
  readonly indent: number;
  readonly label?: string;
  readonly text: string;
}

/** Labels of one description stand in one column; long texts go on beneath themselves. */
export function layOutRows(rows: readonly Row[], labelWidth: number): string {
  return rows.flatMap((row) => layOutRow(row, labelWidth)).join('\n');
}

function layOutRow({ indent, label, text }: Row, labelWidth: number): readonly string[] {
  const head = ' '.repeat(indent) + (label === undefined ? '' : pad(label, labelWidth));
  const lines = wrapText(text, WIDTH - displayWidth(head));
  return lines
    .map((line, index) => (index === 0 ? head : ' '.repeat(displayWidth(head))) + line)
    .map((line) => line.trimEnd());
}

export function pad(text: string, width: number): string {
  return padColumns(`${text} `, width);
}
