import type { OpenFile } from '../../system/system.ts';

const WINDOW_BYTES = 1 << 18;

/** Ranged reading of one file; small neighbouring reads cost one read of the disk. */
export interface ByteSource {
  readonly bytes: number;
  /** Up to `length` bytes; fewer only at the end of the file. Valid until the next read. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

export function windowedSource(file: OpenFile): ByteSource {
  let start = 0;
  let window = new Uint8Array();
  return {
    bytes: file.bytes,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, file.bytes - offset));
      if (offset < start || offset + wanted > start + window.length) {
        window = new Uint8Array(await file.read(offset, Math.max(wanted, WINDOW_BYTES)));
        start = offset;
      }
      return window.subarray(offset - start, offset - start + wanted);
    },
  };
}

/** Bytes as characters 0–255, so that positions in the text are positions in the file. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
