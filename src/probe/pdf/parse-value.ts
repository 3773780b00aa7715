/** A PDF object as far as the structure needs it (ISO 32000-1, 7.3); strings and the like are only passed over. */
export type PdfValue =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'ref'; readonly number: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDict
  | { readonly kind: 'other' };

export interface PdfDict {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** `short`: the text ends before the value does; more of the file is needed. */
export type ParsedValue =
  | { readonly kind: 'value'; readonly value: PdfValue; readonly end: number }
  | { readonly kind: 'short' }
  | { readonly kind: 'malformed' };

const MAX_DEPTH = 60;
const OTHER: PdfValue = { kind: 'other' };
const SPACE = /(?:[\0\t\n\f\r ]+|%[^\r\n]*(?:[\r\n]|$))*/y;
const NUMBER = /[+-]*\d*\.?\d*-?\d*/y;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

class Short extends Error {}
class Malformed extends Error {}

/** The value at `position` of `text`, which holds one character a byte. */
export function parseValue(text: string, position: number): ParsedValue {
  const cursor: Cursor = { text, at: position };
  try {
    const value = readValue(cursor, 0);
    return { kind: 'value', value, end: cursor.at };
  } catch (error) {
    if (error instanceof Short) return { kind: 'short' };
    if (error instanceof Malformed) return { kind: 'malformed' };
    throw error;
  }
}

/** Position after white space and comments. */
export function skipSpace(text: string, position: number): number {
  SPACE.lastIndex = position;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

interface Cursor {
  readonly text: string;
  at: number;
}

function readValue(cursor: Cursor, depth: number): PdfValue {
  if (depth > MAX_DEPTH) throw new Malformed();
  cursor.at = skipSpace(cursor.text, cursor.at);
  const char = cursor.text.charAt(cursor.at);
  if (char === '') throw new Short();
  if (char === '/') return { kind: 'name', name: readName(cursor) };
  if (char === '(') return readString(cursor);
  if (char === '[') return readArray(cursor, depth);
  if (char === '<')
    return cursor.text.charAt(cursor.at + 1) === '<' ? readDict(cursor, depth) : readHex(cursor);
  if (/[0-9+.-]/.test(char)) return readNumber(cursor);
  if (match(REGULAR, cursor) === '') throw new Malformed();
  return OTHER;
}

function readName(cursor: Cursor): string {
  cursor.at += 1;
  const raw = match(REGULAR, cursor);
  return raw.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `12` or `12 0 R`: only what follows tells. */
function readNumber(cursor: Cursor): PdfValue {
  REFERENCE.lastIndex = cursor.at;
  const reference = REFERENCE.exec(cursor.text);
  if (reference) {
    cursor.at = REFERENCE.lastIndex;
    return { kind: 'ref', number: Number(reference[1]) };
  }
  const digits = match(NUMBER, cursor);
  if (digits === '') throw new Malformed();
  const value = Number(digits);
  return { kind: 'number', value: Number.isFinite(value) ? value : 0 };
}

/** Brackets nest; a backslash hides the next character. */
function readString(cursor: Cursor): PdfValue {
  let open = 0;
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const char = cursor.text.charAt(cursor.at);
    if (char === '\\') cursor.at += 1;
    else if (char === '(') open += 1;
    else if (char === ')') open -= 1;
    if (open === 0) {
      cursor.at += 1;
      return OTHER;
    }
  }
  throw new Short();
}

function readHex(cursor: Cursor): PdfValue {
  const end = cursor.text.indexOf('>', cursor.at);
  if (end < 0) throw new Short();
  cursor.at = end + 1;
  return OTHER;
}

function readArray(cursor: Cursor, depth: number): PdfValue {
  cursor.at += 1;
  const items: PdfValue[] = [];
  while (!closes(cursor, ']')) items.push(readValue(cursor, depth + 1));
  return { kind: 'array', items };
}

function readDict(cursor: Cursor, depth: number): PdfDict {
  cursor.at += 2;
  const entries = new Map<string, PdfValue>();
  while (!closes(cursor, '>>')) {
    if (cursor.text.charAt(cursor.at) !== '/') throw new Malformed();
    const key = readName(cursor);
    entries.set(key, readValue(cursor, depth + 1));
  }
  return { kind: 'dict', entries };
}

function closes(cursor: Cursor, bracket: string): boolean {
  cursor.at = skipSpace(cursor.text, cursor.at);
  if (cursor.at + bracket.length > cursor.text.length) throw new Short();
  if (!cursor.text.startsWith(bracket, cursor.at)) return false;
  cursor.at += bracket.length;
  return true;
}

function match(pattern: RegExp, cursor: Cursor): string {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
}

export function numberIn(dict: PdfDict, key: string): number | undefined {
  const value = dict.entries.get(key);
  return value?.kind === 'number' ? value.value : undefined;
}

export function nameIn(dict: PdfDict, ...keys: readonly string[]): string | undefined {
  const value = keys.map((key) => dict.entries.get(key)).find((found) => found !== undefined);
  return value?.kind === 'name' ? value.name : undefined;
}

/** The filters of a stream, in the order in which they are undone; a reference is given as `?`. */
export function filtersOf(dict: PdfDict): readonly string[] {
  const value = dict.entries.get('Filter') ?? dict.entries.get('F');
  if (value?.kind === 'ref') return ['?'];
  if (value?.kind === 'name') return [value.name];
  return value?.kind === 'array' ? value.items.map((item) => (item.kind === 'name' ? item.name : '?')) : [];
}
