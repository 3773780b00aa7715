import { SaxesParser } from 'saxes';

/** The text of a part, read apart from the editor that wrote it. */
export interface Texts {
  /** Own text of every table cell, in document order. */
  readonly cells: readonly string[];
  /** Text of every paragraph outside of tables. */
  readonly paragraphs: readonly string[];
}

/** Reads a part as it was written. Throws where it is not well-formed. */
export function readTexts(xml: Uint8Array): Texts {
  const cells: string[] = [];
  const paragraphs: string[] = [];
  const open: number[] = [];
  const stack: string[] = [];
  /** Paragraphs being read; one of a text box lies within another. */
  const lines: number[] = [];
  let skipped = 0;
  const add = (text: string): void => {
    if (skipped > 0) return;
    const cell = open.at(-1);
    const line = lines.at(-1);
    if (cell !== undefined) cells[cell] = (cells[cell] ?? '') + text;
    else if (line !== undefined) paragraphs[line] = (paragraphs[line] ?? '') + text;
  };
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local }) => {
    stack.push(local);
    if (local === 'Fallback') skipped++;
    if (skipped > 0) return;
    if (local === 'tc') open.push(cells.push('') - 1);
    else if (local === 'p' && open.length === 0) lines.push(paragraphs.push('') - 1);
    else if (local === 'tab' || local === 'br') add(' ');
  });
  parser.on('text', (text) => {
    if (stack.at(-1) === 't') add(text);
  });
  parser.on('closetag', ({ local }) => {
    stack.pop();
    if (local === 'Fallback') skipped--;
    if (skipped > 0) return;
    if (local === 'p') {
      add('\n');
      if (open.length === 0) lines.pop();
    }
    if (local === 'tc') open.pop();
  });
  parser.write(new TextDecoder().decode(xml)).close();
  return { cells, paragraphs };
}

/** For comparing: spaces and lines to write on do not count. */
export function bare(text: string): string {
  return text.normalize('NFC').replace(/[\s\u3000\u00a0_＿]/g, '');
}
