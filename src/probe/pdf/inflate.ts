import { createInflate, createInflateRaw, inflateRawSync, inflateSync } from 'node:zlib';
import type { Transform } from 'node:stream';
import type { ByteSource } from './byte-source.ts';

/** `bytes`: how much it unpacks to. */
export type Inflated =
  | { readonly kind: 'whole'; readonly bytes: number }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' };

export interface Extent {
  readonly start: number;
  readonly length: number;
}

const SMALL_BYTES = 1 << 18;
const SMALL_OUTPUT = 1 << 22;
const CHUNK_BYTES = 1 << 18;
const ZLIB_HEADER_BYTES = 2;

/**
 * Unpacks a zlib stream (RFC 1950) and throws the result away: only whether it is whole counts, and its size.
 * A checksum that is missing is forgiven, as readers do; one that is wrong is not.
 */
export async function verifyInflates(source: ByteSource, extent: Extent, limit: number): Promise<Inflated> {
  if (extent.length === 0) return { kind: 'whole', bytes: 0 };
  if (extent.length <= SMALL_BYTES) {
    const packed = await source.read(extent.start, extent.length);
    const quick = inflateWhole(packed, Math.min(limit, SMALL_OUTPUT));
    if (quick.kind !== 'too-large')
      return quick.kind === 'whole' ? { kind: 'whole', bytes: quick.data.length } : quick;
    if (limit <= SMALL_OUTPUT) return quick;
  }
  const strict = await drain(source, extent, limit, false);
  if (strict !== 'unfinished') return strict;
  const raw = { start: extent.start + ZLIB_HEADER_BYTES, length: extent.length - ZLIB_HEADER_BYTES };
  const lenient = await drain(source, raw, limit, true);
  return lenient === 'unfinished' ? { kind: 'damaged' } : lenient;
}

/** Unpacks at once what is known to be small. */
export function inflateWhole(
  packed: Uint8Array,
  limit: number,
):
  | { readonly kind: 'whole'; readonly data: Uint8Array }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'too-large' } {
  try {
    return { kind: 'whole', data: inflateSync(packed, { maxOutputLength: limit }) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== 'unfinished') return { kind: fault };
  }
  try {
    return {
      kind: 'whole',
      data: inflateRawSync(packed.subarray(ZLIB_HEADER_BYTES), { maxOutputLength: limit }),
    };
  } catch (error) {
    return { kind: faultOf(error) === 'too-large' ? 'too-large' : 'damaged' };
  }
}

async function drain(
  source: ByteSource,
  extent: Extent,
  limit: number,
  raw: boolean,
): Promise<Inflated | 'unfinished'> {
  const inflater = raw
    ? createInflateRaw({ chunkSize: CHUNK_BYTES })
    : createInflate({ chunkSize: CHUNK_BYTES });
  const outcome = outcomeOf(inflater, limit);
  try {
    return await Promise.race([outcome, feed(source, extent, inflater, outcome).then(() => outcome)]);
  } finally {
    inflater.destroy();
  }
}

/** Counts what comes out and lets it go. */
function outcomeOf(inflater: Transform, limit: number): Promise<Inflated | 'unfinished'> {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    inflater.on('data', (chunk: Uint8Array) => {
      bytes += chunk.length;
      if (bytes <= limit) return;
      resolve({ kind: 'too-large' });
      inflater.destroy();
    });
    inflater.on('end', () => {
      resolve({ kind: 'whole', bytes });
    });
    inflater.on('error', (error) => {
      const fault = faultIn(error);
      if (fault === undefined) reject(error);
      else resolve(fault === 'unfinished' ? fault : { kind: fault });
    });
  });
}

/** What follows the end of the packed data is never asked for: then only `outcome` goes on. */
async function feed(
  source: ByteSource,
  extent: Extent,
  inflater: Transform,
  outcome: Promise<unknown>,
): Promise<void> {
  for (let done = 0; done < extent.length; done += CHUNK_BYTES) {
    const chunk = await source.read(extent.start + done, Math.min(CHUNK_BYTES, extent.length - done));
    if (inflater.destroyed || inflater.readableEnded) return;
    // A copy: the next read may reuse the window while zlib still works on this one.
    const drained = new Promise((resolve) => inflater.once('drain', resolve));
    if (!inflater.write(Uint8Array.from(chunk))) await Promise.race([drained, outcome]);
  }
  if (!inflater.destroyed) inflater.end();
}

const FAULTS: Readonly<Record<string, 'damaged' | 'unfinished' | 'too-large'>> = {
  Z_BUF_ERROR: 'unfinished',
  Z_DATA_ERROR: 'damaged',
  Z_NEED_DICT: 'damaged',
  ERR_BUFFER_TOO_LARGE: 'too-large',
};

/** What zlib's error says of the data; undefined for an error that is none of the data's. */
function faultIn(error: unknown): 'damaged' | 'unfinished' | 'too-large' | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? FAULTS[code] : undefined;
}

function faultOf(error: unknown): 'damaged' | 'unfinished' | 'too-large' {
  const fault = faultIn(error);
  if (fault === undefined) throw error;
  return fault;
}
