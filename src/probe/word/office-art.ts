import type { ShownPicture } from './count-pictures.ts';
import { PICTURE_HEAD_BYTES, pictureSize } from './picture-size.ts';
import type { ReadStream } from './doc-runs.ts';

/** Header of a record. [MS-ODRAW] 2.2.1 */
export interface ArtRecord {
  readonly type: number;
  readonly instance: number;
  /** A container holds records, anything else data. */
  readonly container: boolean;
  /** Offset of its data, and its length in bytes. */
  readonly at: number;
  readonly bytes: number;
}

export const ART_HEADER_BYTES = 8;
export const STORE_ENTRY = 0xf007;
/** Bytes of a store entry in front of its name and the picture itself. [MS-ODRAW] 2.2.32 */
export const STORE_ENTRY_BYTES = 36;
const FIRST_BLIP = 0xf018;
const LAST_BLIP = 0xf117;
const BITMAPS = new Set([0xf01f, 0xf029]);
const METAFILES = new Set([0xf01a, 0xf01b, 0xf01c]);
const PIXELS_PER_EMU = 1 / 9_525;

export function artRecord(bytes: Uint8Array, at: number): ArtRecord | undefined {
  if (at + ART_HEADER_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, ART_HEADER_BYTES);
  const versionAndInstance = view.getUint16(0, true);
  return {
    type: view.getUint16(2, true),
    instance: versionAndInstance >> 4,
    container: (versionAndInstance & 0xf) === 0xf,
    at: at + ART_HEADER_BYTES,
    bytes: view.getUint32(4, true),
  };
}

/** The picture whose record, or whose store entry, begins at `at` in a stream. */
export async function readBlip(stream: ReadStream, at: number): Promise<ShownPicture | undefined> {
  const head = await stream(at, ART_HEADER_BYTES + STORE_ENTRY_BYTES);
  const record = artRecord(head, 0);
  if (!record) return undefined;
  if (record.type === STORE_ENTRY) {
    const skipped = STORE_ENTRY_BYTES + (head[record.at + 33] ?? 0);
    if (record.bytes < skipped + ART_HEADER_BYTES) return undefined;
    return await readBlipRecord(stream, at + record.at + skipped);
  }
  return await readBlipRecord(stream, at);
}

/** A checksum or two, a few fields, then the picture as it was inserted. [MS-ODRAW] 2.2.23 to 2.2.31 */
async function readBlipRecord(stream: ReadStream, at: number): Promise<ShownPicture | undefined> {
  const head = await stream(at, ART_HEADER_BYTES + 66);
  const record = artRecord(head, 0);
  if (!record || record.type < FIRST_BLIP || record.type > LAST_BLIP || head.length < 64) return undefined;
  const key = Buffer.from(head.subarray(8, 24)).toString('hex');
  const sums = (record.instance & 1) === 1 ? 32 : 16;
  if (METAFILES.has(record.type)) return { key, size: metafileSize(head, record.at + sums) };
  const length = Math.min(record.bytes, PICTURE_HEAD_BYTES);
  const size = pictureSize(await stream(at + record.at + sums + 1, length));
  return { key, size, uncompressed: BITMAPS.has(record.type) };
}

function metafileSize(head: Uint8Array, at: number): ShownPicture['size'] {
  if (at + 28 > head.length) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const pixels = (offset: number): number => Math.round(view.getInt32(offset, true) * PIXELS_PER_EMU);
  return { width: pixels(at + 20), height: pixels(at + 24) };
}
