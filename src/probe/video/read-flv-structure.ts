import type { ByteReader } from './byte-reader.ts';
import { cutOff, ENDS_EARLY, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

const METADATA_LIMIT = 64 * 1024;
/** AMF 0: the key with its length in front, then the marker of a number. */
const FILE_SIZE_KEY = '\0\x08filesize\0';
const TAG_TYPES = [8, 9, 18];
const TAG_HEADER = 11;

/** FLV (Adobe Flash Video File Format 10.1, Annex E): the metadata may declare the file's length. */
export async function readFlvStructure(reader: ByteReader): Promise<Structure> {
  const head = await reader.at(0, METADATA_LIMIT);
  const key = head.text(0, head.length).indexOf(FILE_SIZE_KEY);
  const value = key + FILE_SIZE_KEY.length;
  const declared = key >= 0 && value + 8 <= head.length ? head.f64(value) : 0;
  if (declared > reader.bytes) return { integrity: cutOff(declared, reader.bytes) };
  if (!(await endsWithTag(reader))) return { integrity: ENDS_EARLY };
  return { integrity: declared === reader.bytes ? WHOLE : OPEN_ENDED };
}

/** §E.3: after each tag stands its length. */
async function endsWithTag(reader: ByteReader): Promise<boolean> {
  const tail = await reader.at(Math.max(0, reader.bytes - 4), 4);
  const length = tail.length === 4 ? tail.u32(0) : 0;
  const start = reader.bytes - 4 - length;
  if (length < TAG_HEADER || start < 0) return false;
  const tag = await reader.at(start, TAG_HEADER);
  return TAG_TYPES.includes(tag.u8(0)) && tag.u24(1) + TAG_HEADER === length;
}
