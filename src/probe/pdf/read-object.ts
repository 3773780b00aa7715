import { latin1, type ByteSource } from './byte-source.ts';
import { parseValue, skipSpace, type PdfValue } from './parse-value.ts';

/** An object of the file; `stream`: where its data begins. Positions are in bytes of the file. */
export type FoundObject =
  | {
      readonly kind: 'object';
      readonly number: number;
      readonly value: PdfValue;
      readonly end: number;
      readonly stream?: number;
    }
  /** Nothing but zeros there: never written. */
  | { readonly kind: 'zeros' }
  | { readonly kind: 'none' };

/** What is read at once; more only where the object goes on. The last is the limit for one object. */
const READ_BYTES = [2_048, 65_536, 1 << 21, 1 << 24];
const HEADER = /(\d{1,10})[\0\t\n\f\r ]+\d{1,10}[\0\t\n\f\r ]*obj/y;
const STREAM = /stream(?:\r\n|\n|\r)?/y;
const ZEROS_ARE_A_HOLE = 64;

/** `12 0 obj … endobj` at `offset` (ISO 32000-1, 7.3.10). */
export async function readObject(source: ByteSource, offset: number): Promise<FoundObject> {
  if (offset < 0 || offset >= source.bytes) return { kind: 'none' };
  for (const length of READ_BYTES) {
    const text = latin1(await source.read(offset, length));
    const found = parseObject(text, offset);
    if (found !== 'short') return found;
    if (text.length < length) break;
  }
  return { kind: 'none' };
}

function parseObject(text: string, offset: number): FoundObject | 'short' {
  if (/^\0+$/.test(text.slice(0, ZEROS_ARE_A_HOLE))) return { kind: 'zeros' };
  HEADER.lastIndex = skipSpace(text, 0);
  const header = HEADER.exec(text);
  if (!header) return { kind: 'none' };
  const parsed = parseValue(text, HEADER.lastIndex);
  if (parsed.kind === 'short') return 'short';
  if (parsed.kind === 'malformed') return { kind: 'none' };
  const next = skipSpace(text, parsed.end);
  if (next + 'stream\r\n'.length > text.length) return 'short';
  STREAM.lastIndex = next;
  const stream = STREAM.test(text) ? { stream: offset + STREAM.lastIndex } : undefined;
  if (!stream && !endsProperly(text, next)) return { kind: 'none' };
  return {
    kind: 'object',
    number: Number(header[1]),
    value: parsed.value,
    end: offset + parsed.end,
    ...stream,
  };
}

/** `endobj`; some writers forget it before the next object. */
function endsProperly(text: string, position: number): boolean {
  return /^(?:endobj|endob|\d{1,10}[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+obj|xref)/.test(
    text.slice(position, position + 32),
  );
}
