/** Types of records of an Excel 97–2003 workbook. [MS-XLS] 2.3.1 */
export const RECORD = {
  end: 0x000a,
  filePass: 0x002f,
  boundSheet: 0x0085,
  /** Of Excel 5 and later; older ones are none of a compound file's. */
  begin: 0x0809,
} as const;

export const HEADER_BYTES = 4;
/** [MS-XLS] 2.1.4 */
const LONGEST_RECORD = 8_224;

/** A record of a workbook, by where it begins in its stream. */
export interface XlsRecord {
  readonly at: number;
  readonly type: number;
  readonly data: Uint8Array;
}

/** The record at a place of these bytes; undefined where there is none, or not all of it. */
export function recordAt(bytes: Uint8Array, at: number): XlsRecord | undefined {
  if (at + HEADER_BYTES > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES);
  const length = view.getUint16(2, true);
  const start = at + HEADER_BYTES;
  if (length > LONGEST_RECORD || start + length > bytes.length) return undefined;
  return { at, type: view.getUint16(0, true), data: bytes.subarray(start, start + length) };
}
