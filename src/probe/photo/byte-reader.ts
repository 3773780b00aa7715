export type ByteOrder = 'big' | 'little';

/** Numbers and names out of untrusted bytes. Reading past the end gives 0 and ''; `has` tells beforehand. */
export class ByteReader {
  readonly bytes: Uint8Array;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  has(at: number, length: number): boolean {
    return at >= 0 && length >= 0 && at + length <= this.length;
  }

  u8(at: number): number {
    return this.bytes[at] ?? 0;
  }

  u16(at: number, order: ByteOrder = 'big'): number {
    return this.has(at, 2) ? this.#view.getUint16(at, order === 'little') : 0;
  }

  u32(at: number, order: ByteOrder = 'big'): number {
    return this.has(at, 4) ? this.#view.getUint32(at, order === 'little') : 0;
  }

  i32(at: number, order: ByteOrder = 'big'): number {
    return this.has(at, 4) ? this.#view.getInt32(at, order === 'little') : 0;
  }

  /** An unsigned 64-bit number; beyond 2^53 it is rounded, which is far past any file's end. */
  u64(at: number): number {
    return this.u32(at) * 2 ** 32 + this.u32(at + 4);
  }

  /** An unsigned big-endian number of 0 to 8 bytes, as ISO boxes state their field sizes. */
  uint(at: number, size: number): number {
    let value = 0;
    for (let i = 0; i < Math.min(size, 8); i++) value = value * 256 + this.u8(at + i);
    return value;
  }

  /** One character a byte (Latin-1); for four-character codes and signatures. */
  name(at: number, length: number): string {
    return this.has(at, length)
      ? String.fromCharCode(...this.bytes.subarray(at, at + Math.min(length, 64)))
      : '';
  }

  slice(at: number, length: number): Uint8Array {
    return this.bytes.subarray(Math.max(0, at), Math.max(0, at + length));
  }
}
