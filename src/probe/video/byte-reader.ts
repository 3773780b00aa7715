import type { OpenFile } from '../../system/system.ts';
import { ByteView } from './byte-view.ts';

const WINDOW = 4096;

/** Reads here and there in a large file; what lies close together costs one reading. */
export class ByteReader {
  readonly bytes: number;
  readonly #file: OpenFile;
  #windowAt = 0;
  #window: Uint8Array = new Uint8Array();

  constructor(file: OpenFile) {
    this.#file = file;
    this.bytes = file.bytes;
  }

  /** Up to `length` bytes; fewer only at the end of the file. */
  async at(offset: number, length: number): Promise<ByteView> {
    const known = offset - this.#windowAt;
    const wanted = Math.min(length, Math.max(0, this.bytes - offset));
    if (wanted === 0) return new ByteView(new Uint8Array());
    if (known < 0 || known + wanted > this.#window.length) {
      this.#window = await this.#file.read(offset, Math.max(wanted, WINDOW));
      this.#windowAt = offset;
    }
    const start = offset - this.#windowAt;
    return new ByteView(this.#window.subarray(start, start + wanted));
  }
}
