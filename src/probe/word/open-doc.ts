import type { CompoundFile, CompoundStream } from './compound-file.ts';
import { DOC_HEADER_BYTES, parseDocHeader, type DocHeader } from './doc-header.ts';
import type { ReadStream } from './doc-runs.ts';
import { broken, corrupt, unknown } from './unfit.ts';

const MOST_TABLE = 67_108_864;

/** The two streams of a .doc that hold its text and what says how it is to be read. */
export interface OpenedDoc {
  readonly header: DocHeader;
  readonly main: CompoundStream;
  readonly document: ReadStream;
  readonly tableStream: CompoundStream;
  readonly table: Uint8Array;
}

/** Throws `Unfit`. */
export async function openDoc(compound: CompoundFile): Promise<OpenedDoc> {
  if (compound.streams.has('encryptedpackage')) throw broken({ kind: 'password' });
  const main = compound.streams.get('worddocument');
  if (!main) throw withoutText(compound);
  const document = streamReader(compound, main);
  const header = parseDocHeader(await document(0, DOC_HEADER_BYTES));
  const tableStream = compound.streams.get(header.tableStream);
  if (!tableStream) throw corrupt(header.tableStream, 'missing');
  if (tableStream.bytes > MOST_TABLE)
    throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TABLE });
  const table = await compound.read(tableStream, 0, tableStream.bytes);
  return { header, main, document, tableStream, table };
}

export function streamReader(compound: CompoundFile, stream: CompoundStream): ReadStream {
  return (at, length) => compound.read(stream, at, length);
}

/** Microsoft Works keeps its text in CONTENTS and is no Word file; anything else has lost its own. */
function withoutText(compound: CompoundFile): Error {
  return compound.streams.has('contents')
    ? unknown({ kind: 'no-prober' })
    : broken({ kind: 'nothing-inside' });
}
