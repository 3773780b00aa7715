import { latin1, type ByteSource } from './byte-source.ts';

/** Where the document's own last mark says its index is; or what is wrong with its end. */
export type FoundEnd =
  | { readonly kind: 'end'; readonly index: number }
  | { readonly kind: 'no-end' }
  /** More of the file follows than may: zeros of a half-made copy, or the start of a revision that was cut. */
  | { readonly kind: 'unfinished' };

const TAIL_BYTES = 16_384;
/** Mail gateways and web servers leave a little behind the end; readers look back about as far. */
const MAX_JUNK_BYTES = 8_192;
/** Padding up to a sector; more than that was never written. */
const MAX_ZEROS = 512;
const LAST_MARK = /startxref[\0\t\n\f\r ]+(\d{1,12})[\0\t\n\f\r ]*%%EOF/g;
/** A revision begins with an object or with its index; a cut may leave any beginning of that. */
const REVISION_BEGUN =
  /^(?:%[^\r\n]*(?:[\r\n]+|$))*[\t\n\f\r ]*(?:[1-9]\d{0,9}(?:$|[\t\n\f\r ]+(?:$|\d{1,5}(?:$|[\t\n\f\r ]+(?:$|o$|ob$|obj))))|x$|xr$|xre$|xref|startxref)/;

/**
 * Every PDF ends in `startxref`, a number, `%%EOF` (ISO 32000-1, 7.5.5). A file cut exactly behind an earlier
 * revision is that revision, complete: nothing in it tells that there was ever more.
 */
export async function findEnd(source: ByteSource): Promise<FoundEnd> {
  const start = Math.max(0, source.bytes - TAIL_BYTES);
  const tail = latin1(await source.read(start, TAIL_BYTES));
  const last = [...tail.matchAll(LAST_MARK)].at(-1);
  if (!last) return { kind: 'no-end' };
  const rest = tail.slice(last.index + last[0].length);
  return isHarmless(rest) ? { kind: 'end', index: Number(last[1]) } : { kind: 'unfinished' };
}

/** A `%%EOF` at the end without the rest: the mark is there, the pointer to the index is not. */
export async function hasAnyEnd(source: ByteSource): Promise<boolean> {
  const start = Math.max(0, source.bytes - MAX_JUNK_BYTES);
  return /%%EOF[\0\t\n\f\r ]*$/.test(latin1(await source.read(start, MAX_JUNK_BYTES)));
}

function isHarmless(rest: string): boolean {
  if (rest.length > MAX_JUNK_BYTES) return false;
  const zeros = rest.length - rest.replace(/\0+$/, '').length;
  if (zeros > MAX_ZEROS) return false;
  const words = rest.replace(/^[\0\t\n\f\r ]+/, '').replace(/[\0]+$/, '');
  return words === '' || !REVISION_BEGUN.test(words);
}

/** Length that a linearized file declares for itself (ISO 32000-1, annex F.2); an update appended later adds to it. */
export async function declaredLength(source: ByteSource): Promise<number | undefined> {
  const head = latin1(await source.read(0, 2_048));
  const dict = /<<[^<>]*\/Linearized\b[^<>]*>>/.exec(head)?.[0];
  const length = dict === undefined ? undefined : /\/L[\0\t\n\f\r ]+(\d{1,12})/.exec(dict)?.[1];
  return length === undefined ? undefined : Number(length);
}

/** Offset of `%PDF-`, which readers accept within the first 1024 bytes. */
export async function findHeader(source: ByteSource): Promise<number | undefined> {
  const at = latin1(await source.read(0, 1_029)).indexOf('%PDF-');
  return at < 0 ? undefined : at;
}
