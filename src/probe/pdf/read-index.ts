import { latin1, type ByteSource } from './byte-source.ts';
import { skipSpace, numberIn, type PdfDict } from './parse-value.ts';
import { readIndexStream } from './read-index-stream.ts';
import { MAX_OBJECTS, readIndexTable, type IndexEntry, type ReadSection } from './read-index-table.ts';

/** Where every object of the newest revision lies, from the start of the file. */
export interface PdfIndex {
  readonly offsets: ReadonlyMap<number, number>;
  /** Object streams that hold further objects. */
  readonly containers: ReadonlySet<number>;
  readonly encrypted: boolean;
}

export type ReadIndex =
  | { readonly kind: 'index'; readonly index: PdfIndex }
  | { readonly kind: 'bad' }
  | { readonly kind: 'too-large' };

/** Each saved change adds a section; a loop or a flood of them ends here. */
const MAX_SECTIONS = 4_096;

/**
 * Follows the index from its newest section to the oldest. `base`: what the file's offsets count from, which is
 * the header where something precedes it.
 */
export async function readIndex(source: ByteSource, start: number, base: number): Promise<ReadIndex> {
  const known = new Map<number, IndexEntry>();
  const seen = new Set<number>();
  const trailers: PdfDict[] = [];
  let next: number | undefined = start;
  while (next !== undefined && !seen.has(next)) {
    if (seen.size >= MAX_SECTIONS || known.size > MAX_OBJECTS) return { kind: 'too-large' };
    seen.add(next);
    const read = await readSection(source, next + base);
    if (read.kind !== 'section') return read;
    const { entries, trailer } = read.section;
    const hybrid = numberIn(trailer, 'XRefStm');
    const hidden = hybrid === undefined ? undefined : await readIndexStream(source, hybrid + base);
    if (hidden && hidden.kind !== 'section') return hidden;
    // In a hybrid file the table calls free what only the stream beside it knows (ISO 32000-1, 7.5.8.4).
    remember(known, entries, 'used');
    if (hidden) remember(known, hidden.section.entries, 'all');
    remember(known, entries, 'all');
    trailers.push(trailer);
    next = numberIn(trailer, 'Prev');
  }
  if (!trailers.some((trailer) => trailer.entries.has('Root'))) return { kind: 'bad' };
  return { kind: 'index', index: summarise(known, trailers, base) };
}

async function readSection(source: ByteSource, offset: number): Promise<ReadSection> {
  if (!(offset >= 0 && offset < source.bytes)) return { kind: 'bad' };
  const head = latin1(await source.read(offset, 64));
  const skipped = skipSpace(head, 0);
  if (head.startsWith('xref', skipped)) return readIndexTable(source, offset + skipped);
  return /^\d/.test(head.slice(skipped)) ? readIndexStream(source, offset) : { kind: 'bad' };
}

/** The first that is said of an object is the newest, and holds. */
function remember(
  known: Map<number, IndexEntry>,
  entries: ReadonlyMap<number, IndexEntry>,
  which: 'used' | 'all',
): void {
  for (const [number, entry] of entries) {
    if (!known.has(number) && (which === 'all' || entry.kind !== 'free')) known.set(number, entry);
  }
}

function summarise(
  known: ReadonlyMap<number, IndexEntry>,
  trailers: readonly PdfDict[],
  base: number,
): PdfIndex {
  const offsets = new Map<number, number>();
  const containers = new Set<number>();
  for (const [number, entry] of known) {
    if (entry.kind === 'at') offsets.set(number, entry.offset + base);
    if (entry.kind === 'packed') containers.add(entry.container);
  }
  return { offsets, containers, encrypted: trailers.some((trailer) => trailer.entries.has('Encrypt')) };
}
