/** A character that takes two columns and may stand at an end of line, with the punctuation that sticks to it; a word; spaces. */
const PIECE = /[（“《【]*[\u2e80-\uffef][，。；：！？、）》】”]*|[^\s\u2e80-\uffef]+|\s+/g;

/** Columns of the program's own help, in which nothing but Chinese and its punctuation takes two. */
export function helpColumns(text: string): number {
  return text.length + (text.match(/[\u2010-\u2027\u2e80-\uffef]/g)?.length ?? 0);
}

/**
 * Lines of at most `width` columns. Help is there at once only because it loads none of the tables by which reports
 * are wrapped, and it holds no foreign text.
 */
export function wrapHelp(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, width))
    .join('\n');
}

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== '' && helpColumns(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    if (line !== '' || piece.trim() !== '') line += piece;
  }
  return [...lines, line.trimEnd()];
}
