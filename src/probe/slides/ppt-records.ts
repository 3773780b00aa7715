/** Types of records of a PowerPoint 97–2003 document. [MS-PPT] 2.13.24 */
export const RECORD = {
  document: 0x03e8,
  documentAtom: 0x03e9,
  slide: 0x03ee,
  notes: 0x03f0,
  slidePersist: 0x03f3,
  slideShowInfo: 0x03f9,
  externalObjects: 0x0409,
  objectReference: 0x0bc1,
  textChars: 0x0fa0,
  textBytes: 0x0fa8,
  string: 0x0fba,
  slideList: 0x0ff0,
  userEdit: 0x0ff5,
  currentUser: 0x0ff6,
  media: 0x1004,
  aviMovie: 0x1006,
  mciMovie: 0x1007,
  midiAudio: 0x100d,
  wavLink: 0x1010,
  persistDirectory: 0x1772,
} as const;

/** A stretch of the document stream with a type. [MS-PPT] 2.3.1 */
export interface PptRecord {
  readonly type: number;
  readonly instance: number;
  /** Holds other records. */
  readonly isContainer: boolean;
  readonly data: Uint8Array;
}

const HEADER_BYTES = 8;

/** The record that begins at a place; undefined where it does not lie within the bytes. */
export function recordAt(bytes: Uint8Array, at: number): PptRecord | undefined {
  if (at < 0 || at + HEADER_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES);
  const kind = view.getUint16(0, true);
  const start = at + HEADER_BYTES;
  const end = start + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  return {
    type: view.getUint16(2, true),
    instance: kind >>> 4,
    isContainer: (kind & 0xf) === 0xf,
    data: bytes.subarray(start, end),
  };
}

/** Records one behind the other; what does not fit into them ends the list, and `whole` says so. */
export function recordsIn(bytes: Uint8Array): {
  readonly records: readonly PptRecord[];
  readonly whole: boolean;
} {
  const records: PptRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    const record = recordAt(bytes, at);
    if (!record) return { records, whole: false };
    records.push(record);
    at += HEADER_BYTES + record.data.length;
  }
  return { records, whole: true };
}

/** An unsigned number of four bytes; 0 where they are not all there. */
export function wordAt(bytes: Uint8Array | undefined, at: number): number {
  if (!bytes || at + 4 > bytes.length) return 0;
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}

/** Deeper than any document nests. */
const DEEPEST = 40;

/** A record and all within it, from the outside in, in the order of the file. */
export function* recordsWithin(record: PptRecord, depth = 0): Generator<PptRecord> {
  yield record;
  if (!record.isContainer || depth >= DEEPEST) return;
  for (const inner of recordsIn(record.data).records) yield* recordsWithin(inner, depth + 1);
}
