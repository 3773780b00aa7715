/** Numbers and marks out of untrusted bytes; what lies beyond the end reads as 0 and matches nothing. */

export function byteAt(bytes: Uint8Array, offset: number): number {
  return bytes[offset] ?? 0;
}

export function u16le(bytes: Uint8Array, offset: number): number {
  return byteAt(bytes, offset) + byteAt(bytes, offset + 1) * 0x100;
}

export function u32le(bytes: Uint8Array, offset: number): number {
  return u16le(bytes, offset) + u16le(bytes, offset + 2) * 0x1_0000;
}

/** Exact up to 2^53, far beyond any disk. */
export function u64le(bytes: Uint8Array, offset: number): number {
  return u32le(bytes, offset) + u32le(bytes, offset + 4) * 0x1_0000_0000;
}

export function u16be(bytes: Uint8Array, offset: number): number {
  return byteAt(bytes, offset) * 0x100 + byteAt(bytes, offset + 1);
}

export function u32be(bytes: Uint8Array, offset: number): number {
  return [0, 1, 2, 3].reduce((sum, i) => sum * 0x100 + byteAt(bytes, offset + i), 0);
}

export function u64be(bytes: Uint8Array, offset: number): number {
  return u32be(bytes, offset) * 0x1_0000_0000 + u32be(bytes, offset + 4);
}

export function hasBytes(bytes: Uint8Array, offset: number, wanted: readonly number[]): boolean {
  return offset + wanted.length <= bytes.length && wanted.every((byte, i) => bytes[offset + i] === byte);
}

export function hasAscii(bytes: Uint8Array, offset: number, wanted: string): boolean {
  return asciiAt(bytes, offset, wanted.length) === wanted;
}

/** One character a byte; shorter at the end. */
export function asciiAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

/** −1 where it does not occur. */
export function indexOfBytes(bytes: Uint8Array, wanted: readonly number[] | string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return typeof wanted === 'string'
    ? buffer.indexOf(wanted, 0, 'latin1')
    : buffer.indexOf(Uint8Array.from(wanted));
}
