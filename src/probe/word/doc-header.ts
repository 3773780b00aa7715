import { broken, unknown } from './unfit.ts';

/** A stretch of the table stream, bytes. */
export interface TablePart {
  readonly at: number;
  readonly bytes: number;
}

/** What the file information block says. [MS-DOC] 2.5 */
export interface DocHeader {
  readonly tableStream: '0table' | '1table';
  /** Characters of each story, in the order in which they follow each other. */
  readonly stories: readonly { readonly kind: StoryKind; readonly length: number }[];
  /** Character runs, pieces of text, drawings. */
  readonly characterRuns: TablePart;
  readonly pieces: TablePart;
  readonly drawings: TablePart;
}

/** `body`: counted by Word (text boxes and notes too). `margin`: headers and footers. */
export type StoryKind = 'body' | 'margin' | 'comment';

export const DOC_HEADER_BYTES = 0x300;
const WORD_6_OR_95 = new Set([0xa5dc, 0xa59b, 0xa597, 0xa698, 0xa699]);

const STORIES: readonly (readonly [offset: number, kind: StoryKind])[] = [
  [0x4c, 'body'],
  [0x50, 'body'], // footnotes
  [0x54, 'margin'],
  [0x5c, 'comment'],
  [0x60, 'body'], // endnotes
  [0x64, 'body'], // text boxes
  [0x68, 'margin'], // text boxes of headers
];

/** Throws `Unfit`: locked with a password, older than Word 97, or no Word text at all. */
export function parseDocHeader(bytes: Uint8Array): DocHeader {
  if (bytes.length < DOC_HEADER_BYTES) throw broken({ kind: 'ends-early' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = view.getUint16(0, true);
  if (WORD_6_OR_95.has(magic)) throw unknown({ kind: 'no-prober' });
  if (magic === 0) throw broken({ kind: 'hollow', checked: 1, broken: 1 });
  if (magic !== 0xa5ec) throw broken({ kind: 'nothing-inside' });
  const flags = view.getUint16(10, true);
  if ((flags & 0x0100) !== 0) throw broken({ kind: 'password' });
  const part = (offset: number): TablePart => ({
    at: view.getUint32(offset, true),
    bytes: view.getUint32(offset + 4, true),
  });
  return {
    tableStream: (flags & 0x0200) === 0 ? '0table' : '1table',
    stories: STORIES.map(([offset, kind]) => ({ kind, length: view.getUint32(offset, true) })),
    characterRuns: part(0xfa),
    pieces: part(0x1a2),
    drawings: part(0x22a),
  };
}
