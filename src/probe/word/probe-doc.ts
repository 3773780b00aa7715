import type { Integrity } from '../../model/facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { CompoundFile, type CompoundStream } from './compound-file.ts';
import type { ShownPicture } from './count-pictures.ts';
import { DOC_HEADER_BYTES, parseDocHeader } from './doc-header.ts';
import { parsePieces } from './doc-pieces.ts';
import { readFloatingPictures, readInlinePicture } from './doc-pictures.ts';
import { readRuns, type ReadStream } from './doc-runs.ts';
import { readDocText } from './doc-text.ts';
import { findHoles } from './find-holes.ts';
import { textFacts, type WordProbe } from './text-facts.ts';
import { broken, corrupt, unknown } from './unfit.ts';

const MOST_TABLE = 67_108_864;
const MOST_PICTURES = 5_000;

/** Word 97–2003 and what WPS writes in its place: .doc, .wps. [MS-DOC] */
export async function probeDoc(file: OpenFile): Promise<WordProbe> {
  const compound = await CompoundFile.open(file);
  if (compound.streams.has('encryptedpackage')) throw broken({ kind: 'password' });
  const main = compound.streams.get('worddocument');
  if (!main) throw withoutText(compound);
  const document = reader(compound, main);
  const header = parseDocHeader(await document(0, DOC_HEADER_BYTES));
  const tableStream = compound.streams.get(header.tableStream);
  if (!tableStream) throw corrupt(header.tableStream, 'missing');
  if (tableStream.bytes > MOST_TABLE)
    throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_TABLE });
  const table = await compound.read(tableStream, 0, tableStream.bytes);
  const runs = await readRuns(table, header.characterRuns, document);
  const found = await readDocText(header, parsePieces(table, header.pieces), runs, document);
  const inline = await inlinePictures(compound, found.pictures);
  const floating = await readFloatingPictures(table, header.drawings, document);
  const pictures = [...inline, ...floating];
  const integrity = await integrityOf(compound, [main, tableStream, compound.streams.get('data')], pictures);
  return { text: textFacts({ ...found, pictures }), body: found.body, integrity };
}

async function integrityOf(
  compound: CompoundFile,
  streams: readonly (CompoundStream | undefined)[],
  pictures: readonly ShownPicture[],
): Promise<Integrity> {
  if (pictures.some((picture) => picture.uncompressed === true)) return { state: 'whole' };
  for (const stream of streams) {
    const cause = stream && (await findHoles(stream.bytes, reader(compound, stream)));
    if (cause) return { state: 'broken', cause };
  }
  return { state: 'whole' };
}

/** Microsoft Works keeps its text in CONTENTS and is no Word file; anything else has lost its own. */
function withoutText(compound: CompoundFile): Error {
  return compound.streams.has('contents')
    ? unknown({ kind: 'no-prober' })
    : broken({ kind: 'nothing-inside' });
}

function reader(compound: CompoundFile, stream: CompoundStream): ReadStream {
  return (at, length) => compound.read(stream, at, length);
}

async function inlinePictures(
  compound: CompoundFile,
  places: readonly number[],
): Promise<readonly ShownPicture[]> {
  const stream = compound.streams.get('data');
  const pictures: ShownPicture[] = [];
  for (const place of new Set(places.slice(0, MOST_PICTURES))) {
    if (!stream) throw corrupt('Data', 'missing');
    const picture = await readInlinePicture(reader(compound, stream), place);
    if (picture) pictures.push(picture);
  }
  return pictures;
}
