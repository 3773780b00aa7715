import type { OpenFile } from '../system/system.ts';

/** Large reads cost half the time of small ones; two of them in the air are enough to keep disk and processor busy. */
export const CHUNK_BYTES = 1_048_576;

/** The bytes from `start` to `end`, the next piece being read while this one is worked on. Ends early at the file's end. */
export async function* readAhead(file: OpenFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  const readAt = (offset: number) => {
    const reading = file.read(offset, Math.min(CHUNK_BYTES, end - offset));
    // Whoever stops early never awaits it; whoever goes on meets the error there.
    reading.catch(() => undefined);
    return reading;
  };
  let next = start < end ? readAt(start) : undefined;
  for (let at = start; next;) {
    const bytes = await next;
    if (bytes.length === 0) return;
    at += bytes.length;
    next = at < end ? readAt(at) : undefined;
    yield bytes;
  }
}
