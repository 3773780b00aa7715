import { latin1, type ByteSource } from './byte-source.ts';
import type { Extent } from './inflate.ts';
import type { PdfDict } from './parse-value.ts';
import type { PdfIndex } from './read-index.ts';
import { readObject } from './read-object.ts';

const CHUNK_BYTES = 1 << 18;
const END_MARK = 'endstream';
/** Between the data and `endstream` stands a line end; some writers count it wrongly. */
const SLACK = 4;

/**
 * The bytes of a stream: as long as it says, if `endstream` follows; else up to the first `endstream` before
 * `limit`, as readers do for a wrong length. Undefined: it has no end.
 */
export async function findStreamLength(
  source: ByteSource,
  dict: PdfDict,
  start: number,
  place: { readonly index: PdfIndex; readonly limit: number },
): Promise<Extent | undefined> {
  const length = await declared(source, dict, place.index);
  if (length !== undefined && length >= 0 && start + length <= source.bytes) {
    const after = latin1(await source.read(start + length, END_MARK.length + SLACK));
    const at = after.indexOf(END_MARK);
    if (at >= 0 && /^[\0\t\n\f\r ]*$/.test(after.slice(0, at))) return { start, length };
  }
  return searched(source, start, Math.min(place.limit, source.bytes));
}

async function declared(source: ByteSource, dict: PdfDict, index: PdfIndex): Promise<number | undefined> {
  const value = dict.entries.get('Length');
  if (value?.kind === 'number') return value.value;
  const offset = value?.kind === 'ref' ? index.offsets.get(value.number) : undefined;
  const object = offset === undefined ? undefined : await readObject(source, offset);
  return object?.kind === 'object' && object.value.kind === 'number' ? object.value.value : undefined;
}

async function searched(source: ByteSource, start: number, limit: number): Promise<Extent | undefined> {
  for (let at = start; at < limit; at += CHUNK_BYTES) {
    const wanted = Math.min(CHUNK_BYTES + END_MARK.length, limit - at);
    const found = latin1(await source.read(at, wanted)).indexOf(END_MARK);
    if (found >= 0) return { start, length: at + found - start };
  }
  return undefined;
}
