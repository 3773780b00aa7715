import { MOST_LINKED, type LinkedMedia } from '../../model/slides-facts.ts';
import { nameOfLink } from './find-media.ts';
import { RECORD, recordsIn, recordsWithin, wordAt, type PptRecord } from './ppt-records.ts';

/** Films are never kept in such a file; a sound may be. [MS-PPT] 2.10.1 */
const LINKS: ReadonlyMap<number, LinkedMedia['kind']> = new Map([
  [RECORD.aviMovie, 'film'],
  [RECORD.mciMovie, 'film'],
  [RECORD.midiAudio, 'sound'],
  [RECORD.wavLink, 'sound'],
]);
/** Properties of a shape, six bytes each; whether its picture is linked and not saved. [MS-ODRAW] 2.2.9, 2.3.23.7 */
const SHAPE_PROPERTIES = 0xf00b;
const PICTURE_FLAGS = 0x0106;
const LINKED_ALONE = 0x0c;

/** What is shown and played without lying in the file; `slides` in the order of the show. */
export function linkedInPpt(document: PptRecord, slides: readonly PptRecord[]): readonly LinkedMedia[] {
  const slideOf = new Map<number, number>();
  const pictures: LinkedMedia[] = [];
  for (const [index, slide] of slides.entries()) {
    for (const record of recordsWithin(slide)) {
      if (record.type === RECORD.objectReference) slideOf.set(wordAt(record.data, 0), index + 1);
      if (pictures.length < MOST_LINKED && hasLinkedPicture(record))
        pictures.push({ kind: 'picture', slide: index + 1, place: 'file', name: '' });
    }
  }
  const objects = recordsIn(document.data).records.find(({ type }) => type === RECORD.externalObjects);
  const played = (objects ? recordsIn(objects.data).records : []).flatMap(
    (object): readonly LinkedMedia[] => {
      const kind = LINKS.get(object.type);
      return kind ? [linkOf(kind, object, slideOf)] : [];
    },
  );
  return [...played, ...pictures].slice(0, MOST_LINKED);
}

function linkOf(
  kind: LinkedMedia['kind'],
  object: PptRecord,
  slideOf: ReadonlyMap<number, number>,
): LinkedMedia {
  let [path, id] = ['', -1];
  for (const { type, data } of recordsWithin(object)) {
    if (type === RECORD.string && path === '') path = new TextDecoder('utf-16le').decode(data);
    if (type === RECORD.media) id = wordAt(data, 0);
  }
  const slide = slideOf.get(id);
  return { kind, place: 'file', name: nameOfLink(path), ...(slide !== undefined && { slide }) };
}

function hasLinkedPicture({ type, instance, data }: PptRecord): boolean {
  if (type !== SHAPE_PROPERTIES) return false;
  for (let at = 0; at < instance * 6 && at + 6 <= data.length; at += 6) {
    const id = wordAt(data, at) & 0x3fff;
    if (id === PICTURE_FLAGS && (wordAt(data, at + 2) & LINKED_ALONE) === LINKED_ALONE) return true;
  }
  return false;
}
