import { latin1, type ByteSource } from './byte-source.ts';
import { parseValue, type PdfDict } from './parse-value.ts';

/** What one section of the index says about one object. */
export type IndexEntry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'packed'; readonly container: number };

export interface IndexSection {
  readonly entries: ReadonlyMap<number, IndexEntry>;
  readonly trailer: PdfDict;
}

export type ReadSection =
  | { readonly kind: 'section'; readonly section: IndexSection }
  | { readonly kind: 'bad' }
  | { readonly kind: 'too-large' };

/** Objects of one document; a book of thousands of pages has some hundred thousand. */
export const MAX_OBJECTS = 1_000_000;

const SHORTEST_ENTRY = 18;
const LONGEST_ENTRY = 22;
const TRAILER_BYTES = 1 << 16;
const SUBSECTION = /[\0\t\n\f\r ]*(?:(\d{1,10})[\0\t\n\f\r ]+(\d{1,10})[\0\t\n\f\r ]*|trailer)/y;
const ENTRY = /[\0\t\n\f\r ]*(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+([nf])/y;

/** The classic index: `xref`, subsections, `trailer` (ISO 32000-1, 7.5.4). `offset` is that of `xref`. */
export async function readIndexTable(source: ByteSource, offset: number): Promise<ReadSection> {
  const entries = new Map<number, IndexEntry>();
  let at = offset + 'xref'.length;
  for (;;) {
    const head = readSubsectionHead(latin1(await source.read(at, 128)));
    if (head === undefined) return { kind: 'bad' };
    at += head.length;
    if (head.kind === 'trailer') break;
    if (entries.size + head.count > MAX_OBJECTS) return { kind: 'too-large' };
    if (head.count * SHORTEST_ENTRY > source.bytes - at) return { kind: 'bad' };
    const text = latin1(await source.read(at, head.count * LONGEST_ENTRY + 64));
    const length = readEntries(text, head.first, head.count, entries);
    if (length === undefined) return { kind: 'bad' };
    at += length;
  }
  const parsed = parseValue(latin1(await source.read(at, TRAILER_BYTES)), 0);
  if (parsed.kind !== 'value' || parsed.value.kind !== 'dict') return { kind: 'bad' };
  return { kind: 'section', section: { entries, trailer: parsed.value } };
}

type SubsectionHead =
  | { readonly kind: 'trailer'; readonly length: number }
  | { readonly kind: 'subsection'; readonly length: number; readonly first: number; readonly count: number };

function readSubsectionHead(text: string): SubsectionHead | undefined {
  SUBSECTION.lastIndex = 0;
  const match = SUBSECTION.exec(text);
  if (!match) return undefined;
  const length = match[0].length;
  if (match[1] === undefined) return { kind: 'trailer', length };
  return { kind: 'subsection', length, first: Number(match[1]), count: Number(match[2]) };
}

/** Length of text read; undefined where fewer entries follow than were announced. */
function readEntries(
  text: string,
  first: number,
  count: number,
  entries: Map<number, IndexEntry>,
): number | undefined {
  ENTRY.lastIndex = 0;
  let end = 0;
  let from = first;
  for (let index = 0; index < count; index++) {
    const match = ENTRY.exec(text);
    if (!match) return undefined;
    end = ENTRY.lastIndex;
    // Some writers number from 1 where the list of free objects, always object 0, comes first.
    if (index === 0 && first === 1 && match[3] === 'f' && match[2] === '65535') from = 0;
    entries.set(from + index, toEntry(Number(match[1]), match[3] === 'n'));
  }
  return end;
}

/** No object can lie at 0, where the header is. */
function toEntry(offset: number, used: boolean): IndexEntry {
  return used && offset > 0 ? { kind: 'at', offset } : { kind: 'free' };
}
