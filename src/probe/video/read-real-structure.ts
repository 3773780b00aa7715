import type { ByteReader } from './byte-reader.ts';
import { cutOff, ENDS_EARLY, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

const CHUNKS_LIMIT = 1000;
/** In the properties chunk: where the index begins. */
const INDEX_OFFSET_AT = 38;

/** RealMedia: chunks of a name and a length; the properties say where the index at the end begins. */
export async function readRealStructure(reader: ByteReader): Promise<Structure> {
  let at = 0;
  let hasData = false;
  for (let count = 0; at + 8 <= reader.bytes && count < CHUNKS_LIMIT; count++) {
    const head = await reader.at(at, INDEX_OFFSET_AT + 4);
    const id = head.text(0, 4);
    const size = head.u32(4);
    if (id === 'PROP' && head.length >= INDEX_OFFSET_AT + 4 && head.u32(INDEX_OFFSET_AT) > reader.bytes) {
      return { integrity: cutOff(head.u32(INDEX_OFFSET_AT), reader.bytes) };
    }
    if (!/^[\x20-\x7e]{4}$/.test(id)) return { integrity: OPEN_ENDED };
    // A recording that never ended, or one without end.
    if (size < 8) return { integrity: OPEN_ENDED };
    hasData ||= id === 'DATA';
    at += size;
  }
  if (at > reader.bytes) return { integrity: cutOff(at, reader.bytes) };
  return { integrity: hasData ? (at === reader.bytes ? WHOLE : OPEN_ENDED) : ENDS_EARLY };
}
