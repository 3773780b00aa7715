import { graphemeWidth as measure } from './grapheme-width.ts';

/** Made when first needed: loading its tables takes longer than printing a report of plain Chinese. */
let segmenter: Intl.Segmenter | undefined;
const ASCII = /^[\u0020-\u007e]$/;
/** Punctuation that must not begin a line, and that must not end one. */
const CLOSING = /^[，。；：！？、）》】〕”’…%,.;:!?)\]}]$/u;
/** What may follow a number and its space as a unit: 5 天, 10 MB. */
const UNIT = /^[\p{Script=Han}A-Za-z]$/u;
const OPENING = /^[（《【〔“‘([{]$/u;

/**
 * Columns a text takes. Signs such as “ ” × → are counted as two, as Chinese Windows draws them, so that a line never
 * runs over the edge anywhere.
 */
export function displayWidth(text: string): number {
  let columns = 0;
  for (const grapheme of graphemes(text)) columns += graphemeWidth(grapheme);
  return columns;
}

/** Lines of at most `width` columns, broken between words and Chinese characters, never inside one. */
export function wrapText(text: string, width: number): readonly string[] {
  const room = Math.max(2, width);
  if (displayWidth(text) <= room) return [withoutEndSpaces(text)];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text, room)) {
    const columns = displayWidth(piece);
    if (used + columns > room && line !== '') {
      lines.push(withoutEndSpaces(line));
      line = '';
      used = 0;
    }
    if (line === '' && lines.length > 0 && piece === ' ') continue;
    line += piece;
    used += columns;
  }
  lines.push(withoutEndSpaces(line));
  return lines;
}

/** Plain spaces alone: whatever else stands at the end, a separator too, was written and is not to be lost. */
function withoutEndSpaces(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  return line.slice(0, end);
}

/** Shortened in the middle, both ends kept: the end of a name tells its kind. */
export function shortenMiddle(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  const room = Math.max(2, width - 3);
  const all = graphemes(text);
  const head = fitting(all, Math.ceil(room / 2));
  const tail = fitting([...all].reverse(), Math.floor(room / 2)).reverse();
  return `${head.join('')}...${tail.join('')}`;
}

/** Filled with spaces on the right to `width` columns. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

function fitting(all: readonly string[], room: number): string[] {
  let used = 0;
  const kept: string[] = [];
  for (const grapheme of all) {
    used += graphemeWidth(grapheme);
    if (used > room) break;
    kept.push(grapheme);
  }
  return kept;
}

/** A notice's id and section in brackets. */
const CLAUSE = /(〔[^〔〕]*〕|\[[\w-]+ [^[\]]{1,20}\])/u;

/** What may not be broken: words, wide characters with their punctuation, a clause in its brackets. */
function pieces(text: string, room: number): readonly string[] {
  return text
    .split(CLAUSE)
    .flatMap((stretch, at) => (at % 2 === 1 ? [stretch] : unbreakable(stretch)))
    .flatMap((piece) => (displayWidth(piece) <= room ? [piece] : cut(piece, room)));
}

function unbreakable(text: string): readonly string[] {
  const joined: string[] = [];
  let glue = false;
  const all = graphemes(text);
  for (const [at, grapheme] of all.entries()) {
    const last = joined.at(-1);
    const unitAhead = grapheme === ' ' && /\d$/.test(last ?? '') && UNIT.test(all[at + 1] ?? '');
    if (last !== undefined && last !== ' ' && (glue || unitAhead || sticks(last, grapheme))) {
      joined[joined.length - 1] = last + grapheme;
    } else {
      joined.push(grapheme);
    }
    glue = unitAhead || OPENING.test(grapheme);
  }
  return joined;
}

function sticks(piece: string, grapheme: string): boolean {
  if (CLOSING.test(grapheme)) return true;
  const before = piece.at(-1) ?? '';
  if ((grapheme === '×' && /\d/.test(before)) || (before === '×' && /\d/.test(grapheme))) return true;
  return ASCII.test(grapheme) && grapheme !== ' ' && ASCII.test(before);
}

function cut(piece: string, room: number): readonly string[] {
  const parts: string[] = [];
  let rest = graphemes(piece);
  while (rest.length > 0) {
    const head = fitting(rest, room);
    const taken = Math.max(1, head.length);
    parts.push(rest.slice(0, taken).join(''));
    rest = rest.slice(taken);
  }
  return parts;
}

/** A cluster can be as long as one likes (jamo upon jamo); beyond this it is taken apart. */
const WIDEST_GRAPHEME = 4;
/** Characters that never join with their neighbours: most reports hold nothing else, and splitting them is quick. */
const SIMPLE =
  /^[\u0020-\u007e·×\u2010-\u2027\u2190-\u21ff\u2500-\u25ff✓✗\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

function graphemes(text: string): readonly string[] {
  if (SIMPLE.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap((grapheme) =>
    graphemeWidth(grapheme) > WIDEST_GRAPHEME ? Array.from(grapheme) : [grapheme],
  );
}

/** Wide Chinese punctuation, and signs of ambiguous width that reports are full of. */
const WIDE = /^[·×\u2014\u2018\u2019\u201c\u201d\u2026\u2192\u2500\u3000-\u3029\uff01-\uff5e]$/;

const known = new Map<string, number>();
const MOST_KNOWN = 5000;

function graphemeWidth(grapheme: string): number {
  const [code, alone] = [grapheme.charCodeAt(0), grapheme.length === 1];
  // Most of what is printed, told without a table: ASCII, and Chinese characters.
  if (alone && code >= 0x20 && code <= 0x7e) return 1;
  if (alone && ((code >= 0x4e00 && code <= 0x9fff) || WIDE.test(grapheme))) return 2;
  const remembered = known.get(grapheme);
  if (remembered !== undefined) return remembered;
  const width = measure(grapheme);
  if (known.size < MOST_KNOWN) known.set(grapheme, width);
  return width;
}
