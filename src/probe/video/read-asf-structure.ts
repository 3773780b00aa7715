import type { ByteReader } from './byte-reader.ts';
import type { ByteView } from './byte-view.ts';
import { cutOff, ENDS_EARLY, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

/** Advanced Systems Format specification 01.20.05 §10: identifiers as they stand in the file. */
const FILE_PROPERTIES = 'a1dcab8c47a9cf118ee400c00c205365';
const OBJECT_HEADER = 24;
const HEADER_LIMIT = 4 * 1024 * 1024;

/** WMV and WMA: the file properties object (§3.2) declares the file's length. */
export async function readAsfStructure(reader: ByteReader): Promise<Structure> {
  const head = await reader.at(0, 30);
  if (head.length < 30) return { integrity: ENDS_EARLY };
  const headerEnd = head.u64Le(16);
  if (headerEnd > reader.bytes) return { integrity: cutOff(headerEnd, reader.bytes) };
  const header = await reader.at(0, Math.min(headerEnd, HEADER_LIMIT));
  const properties = findObject(header, FILE_PROPERTIES);
  if (properties === undefined) return { integrity: OPEN_ENDED };
  const declared = header.u64Le(properties + 40);
  const isBroadcast = (header.u32Le(properties + 88) & 1) === 1;
  if (isBroadcast || declared === 0) return { integrity: OPEN_ENDED };
  return { integrity: declared > reader.bytes ? cutOff(declared, reader.bytes) : WHOLE };
}

/** Where the object with this identifier begins, among the objects of the header. */
function findObject(header: ByteView, identifier: string): number | undefined {
  let at = 30;
  while (at + OBJECT_HEADER <= header.length) {
    const bytes = Array.from({ length: 16 }, (_, index) =>
      header
        .u8(at + index)
        .toString(16)
        .padStart(2, '0'),
    );
    if (bytes.join('') === identifier) return at;
    const size = header.u64Le(at + 16);
    if (size < OBJECT_HEADER) return undefined;
    at += size;
  }
  return undefined;
}
