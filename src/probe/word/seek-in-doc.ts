import type { OpenFile } from '../../system/system.ts';
import { CompoundFile } from './compound-file.ts';
import { parsePieces } from './doc-pieces.ts';
import { readDocText } from './doc-text.ts';
import { openDoc } from './open-doc.ts';
import type { WordSeeker } from './word-seeker.ts';

/** What the document says of itself. [MS-OSHARED] 2.3.3 */
const PROPERTIES = ['\u0005summaryinformation', '\u0005documentsummaryinformation'];
const MOST_PROPERTIES = 1_048_576;
/** A property is in the encoding of the machine it was written on. */
const ENCODINGS = ['utf-16le', 'gb18030', 'utf-8'] as const;

/** Word 97–2003: text, deleted and hidden too; headers and footers; comments and who changed it; the properties. */
export async function seekInDoc(file: OpenFile, seeker: WordSeeker): Promise<void> {
  const compound = await CompoundFile.open(file);
  await lookInProperties(compound, seeker);
  const { header, table, document } = await openDoc(compound);
  // Authors of changes and comments stand in the table, at even and at odd places.
  for (const at of [0, 1]) seeker.look(legible(table.subarray(at), 'utf-16le'), 'comments');
  // Without its runs nothing is known to be hidden or deleted, and all of it is read.
  const found = await readDocText(header, parsePieces(table, header.pieces), [], document);
  seeker.lookInBody(found.body);
  seeker.look(found.margins, 'margins');
  seeker.look(found.comments, 'comments');
}

/** What a compound file of Office says of itself, in any of the encodings it may be in. */
export async function lookInProperties(compound: CompoundFile, seeker: WordSeeker): Promise<void> {
  for (const name of PROPERTIES) {
    const stream = compound.streams.get(name);
    if (!stream) continue;
    const bytes = await compound.read(stream, 0, Math.min(stream.bytes, MOST_PROPERTIES));
    for (const encoding of ENCODINGS) seeker.look(legible(bytes, encoding), 'properties');
  }
}

/** What lies between the words parts them. */
export function legible(bytes: Uint8Array, encoding: (typeof ENCODINGS)[number] | 'latin1'): string {
  return new TextDecoder(encoding).decode(bytes).replace(/[\u0000-\u001f\ufffd]+/g, '\n');
}
