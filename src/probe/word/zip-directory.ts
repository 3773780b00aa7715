import type { OpenFile } from '../../system/system.ts';
import { broken, corrupt } from './unfit.ts';

// APPNOTE.TXT 4.3.16 and 4.3.14: the record that ends a zip, its comment of at most 64 KiB, and the 64-bit one.
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const BLOCK = 4_096;
/** Word itself leaves 520 zeros behind the first header of a package. */
const LEAST_HOLE = 1_024;

export interface DeclaredDirectory {
  readonly entries: number;
  /** Length of the central directory in bytes. */
  readonly bytes: number;
}

/** What the end of a zip says of its central directory. Throws `Unfit` where the end is missing. */
export async function checkDirectory(file: OpenFile): Promise<DeclaredDirectory> {
  const length = Math.min(file.bytes, END_BYTES + LONGEST_COMMENT + 20);
  const tailAt = file.bytes - length;
  const tail = await file.read(tailAt, length);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_BYTES + view.getUint16(at + 20, true) !== tail.length)
      throw corrupt('', 'bytes behind the end');
    if (at >= 20 && view.getUint32(at - 20, true) === END64_LOCATOR_SIGNATURE) {
      return await directory64(file, view.getBigUint64(at - 12, true));
    }
    return { entries: view.getUint16(at + 10, true), bytes: view.getUint32(at + 12, true) };
  }
  throw await withoutEnd(file);
}

async function directory64(file: OpenFile, at: bigint): Promise<DeclaredDirectory> {
  if (at + 56n > BigInt(file.bytes)) throw broken({ kind: 'no-index' });
  const record = await file.read(Number(at), 56);
  const view = new DataView(record.buffer, record.byteOffset, record.byteLength);
  if (view.getUint32(0, true) !== 0x06064b50) throw corrupt('', 'zip64 end record');
  return { entries: Number(view.getBigUint64(32, true)), bytes: Number(view.getBigUint64(40, true)) };
}

/** A copy that was broken off keeps its length where the room was reserved before: then it ends in zeros. */
async function withoutEnd(file: OpenFile): Promise<Error> {
  const zeros = await trailingZeros(file);
  if (zeros < LEAST_HOLE) return broken({ kind: 'no-index' });
  return broken({ kind: 'hollow', checked: Math.ceil(file.bytes / BLOCK), broken: Math.ceil(zeros / BLOCK) });
}

async function trailingZeros(file: OpenFile): Promise<number> {
  for (let end = file.bytes; end > 0;) {
    const start = Math.max(0, end - 65_536);
    const bytes = await file.read(start, end - start);
    const last = bytes.findLastIndex((byte) => byte !== 0);
    if (last >= 0 || bytes.length === 0) return file.bytes - (start + last + 1);
    end = start;
  }
  return file.bytes;
}
