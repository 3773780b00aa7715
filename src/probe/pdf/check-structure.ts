import type { BrokenCause, Integrity } from '../../model/facts.ts';
import type { ByteSource } from './byte-source.ts';
import { checkObjects } from './check-objects.ts';
import type { Deadline } from './deadline.ts';
import { declaredLength, findEnd, findHeader, hasAnyEnd } from './find-end.ts';
import { readIndex, type ReadIndex } from './read-index.ts';

/** What the bytes themselves say, before any reader mends them. */
export interface Structure {
  readonly integrity: Integrity;
  readonly encrypted: boolean;
}

/** Of an index that lists more objects than are looked at: the memory that would take, roughly. */
const INDEX_LIMIT = 1 << 26;

/**
 * Header, end, index and every object, read without any repair: a reader rebuilds the index of a file that was
 * cut off and shows what is left, so that its word is no proof that the file is whole.
 */
export async function checkStructure(source: ByteSource, deadline: Deadline): Promise<Structure> {
  const header = await findHeader(source);
  if (header === undefined) return broken({ kind: 'corrupt', detail: 'no %PDF header' });
  const declared = await declaredLength(source);
  if (declared !== undefined && declared + header > source.bytes) {
    return broken({ kind: 'cut-off', declared: declared + header, actual: source.bytes });
  }
  const end = await findEnd(source);
  if (end.kind === 'unfinished') return broken({ kind: 'ends-early' });
  if (end.kind === 'no-end')
    return broken((await hasAnyEnd(source)) ? { kind: 'no-index' } : { kind: 'ends-early' });
  const read = await readFrom(source, end.index, header);
  if (read.kind === 'bad') return broken({ kind: 'no-index' });
  if (read.kind === 'too-large') return { integrity: tooLarge(), encrypted: false };
  const integrity = await checkObjects(source, read.index, deadline);
  return { integrity, encrypted: read.index.encrypted };
}

/** Offsets count from the header; with something before it, some writers count from the file's start. */
async function readFrom(source: ByteSource, start: number, header: number): Promise<ReadIndex> {
  const fromHeader = await readIndex(source, start, header);
  return fromHeader.kind === 'bad' && header > 0 ? readIndex(source, start, 0) : fromHeader;
}

function broken(cause: BrokenCause): Structure {
  return { integrity: { state: 'broken', cause }, encrypted: false };
}

function tooLarge(): Integrity {
  return { state: 'unknown', cause: { kind: 'too-large', what: 'unpacked', limit: INDEX_LIMIT } };
}
