import stringWidth from 'string-width';

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
  const room = WIDTH - columns(head);
  const lines = wrap(text, room);
  return lines
    .map((line, index) => (index === 0 ? head : ' '.repeat(columns(head))) + line)
    .map((line) => line.trimEnd());
}

export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - stringWidth(text)));
}

/** Breaks at spaces and anywhere between Chinese characters, never before a closing mark. */
function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && columns(line + piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  }
  return [...lines, line];
}

/** A run without a break: a Latin word, a Chinese character, each with the marks that close it. A very long run is cut. */
function pieces(text: string): readonly string[] {
  return (
    text.match(
      /[（“《(]*(?:[\u2e80-\u9fff\uff10-\uffef]|[^\s\u2e80-\u9fff\uff01-\uffef“”（）《》]{1,60})?[，。、；：？！）”》)]*\s*/gu,
    ) ?? []
  );
}

/** Quotation marks and the like take two columns on a Chinese terminal: counted so, lines fit on any. */
function columns(text: string): number {
  return stringWidth(text, { ambiguousIsNarrow: false });
}
