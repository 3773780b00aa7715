import type { Integrity } from '../../model/facts.ts';
import type { OpenFile } from '../../system/system.ts';
import { CompoundFile, type CompoundStream } from './compound-file.ts';
import type { ShownPicture } from './count-pictures.ts';
import { parsePieces } from './doc-pieces.ts';
import { readFloatingPictures, readInlinePicture } from './doc-pictures.ts';
import { readRuns } from './doc-runs.ts';
import { readDocText } from './doc-text.ts';
import { findHoles } from './find-holes.ts';
import { openDoc, streamReader } from './open-doc.ts';
import { textFacts, type WordProbe } from './text-facts.ts';
import { corrupt } from './unfit.ts';

const MOST_PICTURES = 5_000;

/** Word 97–2003 and what WPS writes in its place: .doc, .wps. [MS-DOC] */
export async function probeDoc(file: OpenFile): Promise<WordProbe> {
  const compound = await CompoundFile.open(file);
  const { header, main, document, tableStream, table } = await openDoc(compound);
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
    const cause = stream && (await findHoles(stream.bytes, streamReader(compound, stream)));
    if (cause) return { state: 'broken', cause };
  }
  return { state: 'whole' };
}

async function inlinePictures(
  compound: CompoundFile,
  places: readonly number[],
): Promise<readonly ShownPicture[]> {
  const stream = compound.streams.get('data');
  const pictures: ShownPicture[] = [];
  for (const place of new Set(places.slice(0, MOST_PICTURES))) {
    if (!stream) throw corrupt('Data', 'missing');
    const picture = await readInlinePicture(streamReader(compound, stream), place);
    if (picture) pictures.push(picture);
  }
  return pictures;
}
