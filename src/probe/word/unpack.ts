import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import type { OpenFile } from '../../system/system.ts';

const READ_BYTES = 65_536;
/** Small parts are unpacked in one go: a stream for each would cost more than its data. */
const SMALL_BYTES = 1_048_576;

/** The data of a zip entry, stored or deflated, from its place in the file. Throws what zlib throws. */
export async function* unpack(file: OpenFile, at: number, entry: Entry): AsyncGenerator<Uint8Array> {
  const end = at + entry.compressedSize;
  if (entry.compressionMethod === 0) {
    yield* chunksOf(file, at, end);
  } else if (entry.compressedSize <= READ_BYTES && entry.uncompressedSize <= SMALL_BYTES) {
    const packed = await file.read(at, entry.compressedSize);
    yield inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.uncompressedSize) });
  } else {
    yield* inflated(chunksOf(file, at, end));
  }
}

async function* inflated(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(packed, { objectMode: false });
  const inflate = createInflateRaw();
  source.on('error', (error) => inflate.destroy(error));
  try {
    for await (const chunk of source.pipe(inflate)) {
      if (!(chunk instanceof Uint8Array)) throw new TypeError('zlib yields bytes');
      yield chunk;
    }
  } finally {
    source.destroy();
    inflate.destroy();
  }
}

async function* chunksOf(file: OpenFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end;) {
    const bytes = await file.read(at, Math.min(READ_BYTES, end - at));
    if (bytes.length === 0) return;
    at += bytes.length;
    yield bytes;
  }
}
