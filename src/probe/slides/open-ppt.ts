import type { CompoundFile } from '../word/compound-file.ts';
import { broken, unknown, type Unfit } from '../word/unfit.ts';
import { RECORD, recordAt, recordsIn, wordAt, type PptRecord } from './ppt-records.ts';

/** Texts and shapes of thousands of slides; pictures lie in a stream of their own. */
const MOST_DOCUMENT = 67_108_864;
const MOST_EDITS = 1_000;
const CURRENT_USER_BYTES = 1_024;
/** [MS-PPT] 2.3.2 */
const ENCRYPTED = 0xf3d1c4df;
/** A user edit with a place for the encryption is longer. [MS-PPT] 2.3.3 */
const PLAIN_EDIT_BYTES = 28;

/** A PowerPoint 97–2003 document, with where each of its objects begins. */
export interface OpenedPpt {
  /** All of the document stream. */
  readonly bytes: Uint8Array;
  readonly document: PptRecord;
  /** The object of this number, if it is there and of this type. */
  readonly object: (id: number, type: number) => PptRecord | undefined;
}

/**
 * Follows the edits from the newest to the first, as programs do ([MS-PPT] 2.1.2). The format has no checksums: where
 * anything is otherwise than described, nothing is claimed of the file. Throws `Unfit`.
 */
export async function openPpt(compound: CompoundFile): Promise<OpenedPpt> {
  if (compound.streams.has('encryptedpackage')) throw broken({ kind: 'password' });
  const user = compound.streams.get('current user');
  const main = compound.streams.get('powerpoint document');
  if (!user || !main) throw notUnderstood();
  if (main.bytes > MOST_DOCUMENT)
    throw unknown({ kind: 'too-large', what: 'unpacked', limit: MOST_DOCUMENT });
  const current = recordAt(await compound.read(user, 0, CURRENT_USER_BYTES), 0);
  if (current?.type !== RECORD.currentUser) throw notUnderstood();
  if (wordAt(current.data, 4) === ENCRYPTED) throw broken({ kind: 'password' });
  const bytes = await compound.read(main, 0, main.bytes);
  // Zeros, as a broken-off copy leaves them, would read as records of no type.
  const { records, whole } = recordsIn(bytes);
  if (!whole || records.some(({ type }) => type === 0)) throw notUnderstood();
  const { places, documentId } = readEdits(bytes, wordAt(current.data, 8));
  const object = (id: number, type: number): PptRecord | undefined => {
    const record = recordAt(bytes, places.get(id) ?? -1);
    return record?.type === type ? record : undefined;
  };
  const document = object(documentId, RECORD.document);
  if (!document) throw notUnderstood();
  return { bytes, document, object };
}

function readEdits(bytes: Uint8Array, newest: number) {
  const places = new Map<number, number>();
  let documentId: number | undefined;
  let at = newest;
  for (let edits = 0; edits < MOST_EDITS; edits++) {
    const edit = recordAt(bytes, at);
    if (edit?.type !== RECORD.userEdit || edit.data.length < PLAIN_EDIT_BYTES) throw notUnderstood();
    if (edit.data.length > PLAIN_EDIT_BYTES) throw broken({ kind: 'password' });
    documentId ??= wordAt(edit.data, 16);
    addPlaces(recordAt(bytes, wordAt(edit.data, 12)), places);
    const earlier = wordAt(edit.data, 8);
    if (earlier === 0) return { places, documentId };
    if (earlier >= at) throw notUnderstood();
    at = earlier;
  }
  throw notUnderstood();
}

/** Runs of objects: the number of the first in 20 bits, how many in 12, then their places. [MS-PPT] 2.3.5 */
function addPlaces(directory: PptRecord | undefined, places: Map<number, number>): void {
  if (directory?.type !== RECORD.persistDirectory) throw notUnderstood();
  const { data } = directory;
  for (let at = 0; at + 4 <= data.length;) {
    const run = wordAt(data, at);
    const [first, count] = [run & 0xfffff, run >>> 20];
    if (at + 4 + count * 4 > data.length) throw notUnderstood();
    for (let index = 0; index < count; index++) {
      const id = first + index;
      // What a later edit has written stands instead of it.
      if (!places.has(id)) places.set(id, wordAt(data, at + 4 + index * 4));
    }
    at += 4 + count * 4;
  }
}

export function notUnderstood(): Unfit {
  return unknown({ kind: 'no-prober' });
}
