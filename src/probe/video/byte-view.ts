/** A file whose own structure contradicts itself; `detail` says where, in a few words. Becomes a fact, never a crash. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
}

/** Bytes whose every reading is checked: reading past their end is the file's fault. Big-endian unless named `Le`. */
export class ByteView {
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  u8(offset: number): number {
    return this.#view.getUint8(this.#checked(offset, 1));
  }

  u16(offset: number): number {
    return this.#view.getUint16(this.#checked(offset, 2));
  }

  u24(offset: number): number {
    return this.u16(offset) * 0x100 + this.u8(offset + 2);
  }

  u32(offset: number): number {
    return this.#view.getUint32(this.#checked(offset, 4));
  }

  /** Numbers above 2^53 lose their last digits, which no file length needs. */
  u64(offset: number): number {
    return this.u32(offset) * 0x1_0000_0000 + this.u32(offset + 4);
  }

  i32(offset: number): number {
    return this.#view.getInt32(this.#checked(offset, 4));
  }

  f64(offset: number): number {
    return this.#view.getFloat64(this.#checked(offset, 8));
  }

  u16Le(offset: number): number {
    return this.#view.getUint16(this.#checked(offset, 2), true);
  }

  u32Le(offset: number): number {
    return this.#view.getUint32(this.#checked(offset, 4), true);
  }

  u64Le(offset: number): number {
    return this.u32Le(offset + 4) * 0x1_0000_0000 + this.u32Le(offset);
  }

  /** One character a byte. */
  text(offset: number, length: number): string {
    const start = this.#view.byteOffset + this.#checked(offset, length);
    return Buffer.from(this.#view.buffer, start, length).toString('latin1');
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset, this.length);
  }

  isZero(offset = 0, length = this.length - offset): boolean {
    for (let index = 0; index < length; index++) if (this.u8(offset + index) !== 0) return false;
    return true;
  }

  #checked(offset: number, length: number): number {
    if (offset < 0 || offset + length > this.length) throw new Malformed('data ends inside a field');
    return offset;
  }
}
