import type { TablePart } from './doc-header.ts';

/** Characters that share a property that matters here; `from`, `to` are offsets in the WordDocument stream. */
export interface DocRun {
  readonly from: number;
  readonly to: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  /** Offset of the picture in the Data stream, for a run that is one. */
  readonly picture?: number;
  readonly symbol: boolean;
}

/** Reads up to `length` bytes of a stream at an offset. */
export type ReadStream = (at: number, length: number) => Promise<Uint8Array>;

const PAGE_BYTES = 512;
const MOST_PAGES = 200_000;
/** Operand bytes by the three upper bits of a property; 6 says its own length. [MS-DOC] 2.6 */
const OPERAND_BYTES = [1, 1, 2, 4, 2, 2, undefined, 3] as const;

const DELETED = 0x0800;
const FIELD_CODE_HIDDEN = 0x0802;
const HAS_DATA = 0x0806;
const IS_OLE = 0x080a;
const HIDDEN = 0x083c;
const IS_OBJECT = 0x0856;
const PICTURE_AT = 0x6a03;
const SYMBOL = 0x6a09;

/** Runs that are hidden, deleted, pictures or symbols, in the order of the stream. [MS-DOC] 2.8.6, 2.9.33 */
export async function readRuns(
  table: Uint8Array,
  part: TablePart,
  document: ReadStream,
): Promise<readonly DocRun[]> {
  if (part.bytes < 12 || part.at + part.bytes > table.length) return [];
  const view = new DataView(table.buffer, table.byteOffset + part.at, part.bytes);
  const count = Math.min(MOST_PAGES, Math.floor((part.bytes - 4) / 8));
  const runs: DocRun[] = [];
  for (let index = 0; index < count; index++) {
    const page = view.getUint32((count + 1) * 4 + index * 4, true) & 0x3fffff;
    runs.push(...runsOfPage(await document(page * PAGE_BYTES, PAGE_BYTES)));
  }
  return runs.sort((a, b) => a.from - b.from);
}

function runsOfPage(page: Uint8Array): readonly DocRun[] {
  if (page.length < PAGE_BYTES) return [];
  const view = new DataView(page.buffer, page.byteOffset, PAGE_BYTES);
  const count = Math.min(101, view.getUint8(PAGE_BYTES - 1));
  const runs: DocRun[] = [];
  for (let index = 0; index < count; index++) {
    const start = view.getUint8((count + 1) * 4 + index) * 2;
    if (start === 0) continue;
    const properties = propertiesOf(page.subarray(start + 1, start + 1 + view.getUint8(start)));
    const run = runOf(properties, view.getUint32(index * 4, true), view.getUint32(index * 4 + 4, true));
    if (run) runs.push(run);
  }
  return runs;
}

function runOf(properties: ReadonlyMap<number, number>, from: number, to: number): DocRun | undefined {
  const on = (property: number): boolean => ((properties.get(property) ?? 0) & 1) === 1;
  const picture = on(HAS_DATA) || on(IS_OLE) || on(IS_OBJECT) ? undefined : properties.get(PICTURE_AT);
  const hidden = on(HIDDEN) || on(FIELD_CODE_HIDDEN);
  const deleted = on(DELETED);
  const symbol = properties.has(SYMBOL);
  if (!hidden && !deleted && !symbol && picture === undefined) return undefined;
  return { from, to, hidden, deleted, symbol, ...(picture !== undefined && { picture }) };
}

/** Property code to the first bytes of its operand, as a number. */
function propertiesOf(bytes: Uint8Array): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 3 <= bytes.length;) {
    const code = view.getUint16(at, true);
    const length = OPERAND_BYTES[code >> 13] ?? 1 + view.getUint8(at + 2);
    if (at + 2 + length > bytes.length) break;
    found.set(code, length >= 4 ? view.getUint32(at + 2, true) : view.getUint8(at + 2));
    at += 2 + length;
  }
  return found;
}
