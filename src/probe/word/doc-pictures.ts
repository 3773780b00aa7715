import type { ShownPicture } from './count-pictures.ts';
import type { TablePart } from './doc-header.ts';
import type { ReadStream } from './doc-runs.ts';
import { ART_HEADER_BYTES, artRecord, readBlip, STORE_ENTRY, type ArtRecord } from './office-art.ts';
import { broken } from './unfit.ts';

const HEADER_BYTES = 68;
const SHAPE = 0x64;
const LINKED_SHAPE = 0x66;
const TWIPS_PER_PIXEL = 15;
const MOST_RECORDS = 64;

/** A picture that stands in the text like a character. [MS-DOC] 2.9.192 (PICFAndOfficeArtData) */
export async function readInlinePicture(data: ReadStream, at: number): Promise<ShownPicture | undefined> {
  const head = await data(at, HEADER_BYTES + 256);
  if (head.length < HEADER_BYTES) throw broken({ kind: 'ends-early' });
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = view.getUint32(0, true);
  const headerBytes = view.getUint16(4, true);
  // Where a picture should begin, nothing was ever written.
  if (length === 0 && headerBytes === 0) throw broken({ kind: 'hollow', checked: 1, broken: 1 });
  const kind = view.getUint16(6, true);
  if (kind !== SHAPE && kind !== LINKED_SHAPE) {
    const pixels = (offset: number): number => Math.round(view.getInt16(offset, true) / TWIPS_PER_PIXEL);
    return { key: `data-${String(at)}`, size: { width: pixels(28), height: pixels(30) }, uncompressed: true };
  }
  const nameBytes = kind === LINKED_SHAPE ? 1 + view.getUint8(HEADER_BYTES) : 0;
  const found = await firstBlip(data, at + headerBytes + nameBytes, at + length);
  if (found || kind === SHAPE) return found;
  return { key: Buffer.from(head.subarray(HEADER_BYTES + 1, HEADER_BYTES + nameBytes)).toString('latin1') };
}

async function firstBlip(data: ReadStream, from: number, end: number): Promise<ShownPicture | undefined> {
  let at = from;
  for (let records = 0; records < MOST_RECORDS && at + ART_HEADER_BYTES <= end; records++) {
    const record = artRecord(await data(at, ART_HEADER_BYTES), 0);
    if (!record) return undefined;
    const picture = record.container ? undefined : await readBlip(data, at);
    if (picture) return picture;
    at += ART_HEADER_BYTES + record.bytes;
  }
  return undefined;
}

const DRAWING_GROUP = 0xf000;
const PICTURE_STORE = 0xf001;
const SHAPE_CONTAINER = 0xf004;
const SHAPE_FLAGS = 0xf00a;
const PROPERTIES = 0xf00b;
const MAIN_DRAWING = 0;
const DELETED_OR_OLE = 0x18;
/** Numbers of the properties that name a picture: the shape itself, or its filling. [MS-ODRAW] 2.3.23.5, 2.3.7.7 */
const PICTURE_PROPERTIES = new Set([0x0104, 0x0186]);
const DEEPEST = 24;
const MOST_SHAPES = 100_000;

/** Pictures that float over the text of the body; those of headers are left out. [MS-DOC] 2.9.172 (OfficeArtContent) */
export async function readFloatingPictures(
  table: Uint8Array,
  part: TablePart,
  document: ReadStream,
): Promise<readonly ShownPicture[]> {
  if (part.bytes === 0 || part.at + part.bytes > table.length) return [];
  const art = table.subarray(part.at, part.at + part.bytes);
  const group = artRecord(art, 0);
  if (group?.type !== DRAWING_GROUP) return [];
  const store = children(art, group).find((record) => record.type === PICTURE_STORE);
  const entries = store ? children(art, store) : [];
  const pictures: ShownPicture[] = [];
  for (const number of shownNumbers(art, group.at + group.bytes)) {
    const entry = entries[number - 1];
    const picture = entry ? await storedPicture(art, entry, document) : undefined;
    if (picture) pictures.push(picture);
  }
  return pictures;
}

/** A store entry holds its picture, or says where in the WordDocument stream it lies. */
async function storedPicture(
  art: Uint8Array,
  entry: ArtRecord,
  document: ReadStream,
): Promise<ShownPicture | undefined> {
  const inArt: ReadStream = (at, length) => Promise.resolve(art.subarray(at, at + length));
  const here = await readBlip(inArt, entry.at - ART_HEADER_BYTES);
  if (here || entry.type !== STORE_ENTRY || entry.at + 32 > art.length) return here;
  const place = new DataView(art.buffer, art.byteOffset + entry.at, 32).getUint32(28, true);
  return place === 0xffffffff ? undefined : await readBlip(document, place);
}

/** One-based numbers in the store of the pictures that the main drawing shows. */
function shownNumbers(art: Uint8Array, from: number): ReadonlySet<number> {
  const numbers = new Set<number>();
  for (let at = from; at + 1 + ART_HEADER_BYTES <= art.length;) {
    const drawing = artRecord(art, at + 1);
    if (!drawing) break;
    if (art[at] === MAIN_DRAWING) collectNumbers(art, drawing, numbers, 0);
    at = drawing.at + drawing.bytes;
  }
  return numbers;
}

function collectNumbers(art: Uint8Array, parent: ArtRecord, numbers: Set<number>, depth: number): void {
  const records = depth < DEEPEST ? children(art, parent) : [];
  const flags = records.find((record) => record.type === SHAPE_FLAGS);
  if (parent.type === SHAPE_CONTAINER && flags && ((art[flags.at + 4] ?? 0) & DELETED_OR_OLE) !== 0) return;
  for (const record of records) {
    if (record.container) collectNumbers(art, record, numbers, depth + 1);
    else if (record.type === PROPERTIES)
      for (const number of pictureNumbers(art, record)) numbers.add(number);
  }
}

function pictureNumbers(art: Uint8Array, { at, bytes, instance }: ArtRecord): readonly number[] {
  const count = Math.min(instance, Math.floor(Math.min(bytes, art.length - at) / 6));
  const view = new DataView(art.buffer, art.byteOffset + at, count * 6);
  return Array.from({ length: count }, (_, index) => index * 6)
    .filter((offset) => PICTURE_PROPERTIES.has(view.getUint16(offset, true) & 0x3fff))
    .map((offset) => view.getUint32(offset + 2, true));
}

function children(art: Uint8Array, parent: ArtRecord): readonly ArtRecord[] {
  const end = Math.min(art.length, parent.at + parent.bytes);
  const records: ArtRecord[] = [];
  for (let at = parent.at; at + ART_HEADER_BYTES <= end && records.length < MOST_SHAPES;) {
    const record = artRecord(art, at);
    if (!record) break;
    records.push(record);
    at = record.at + record.bytes;
  }
  return records;
}
