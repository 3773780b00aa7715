import type { ByteReader } from '../byte-reader.ts';
import { Malformed, type ByteView } from '../byte-view.ts';

/** A box of ISO/IEC 14496-12 §4.2; offsets in bytes, `end` as declared, which may lie beyond the data. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const BOXES_LIMIT = 50_000;

export interface TopLevel {
  readonly boxes: readonly Box[];
  /** Where bytes begin that are no box; padding where they are zero. */
  readonly stray?: { readonly at: number; readonly isPadding: boolean };
  readonly tooMany: boolean;
}

/** Walks the outermost boxes by their lengths; the media data itself is jumped over. */
export async function readTopLevel(reader: ByteReader): Promise<TopLevel> {
  const boxes: Box[] = [];
  let at = 0;
  while (at < reader.bytes) {
    if (boxes.length === BOXES_LIMIT) return { boxes, tooMany: true };
    const header = await reader.at(at, 16);
    const box = readHeader(header, at, reader.bytes);
    if (!box) return { boxes, tooMany: false, stray: { at, isPadding: header.isZero() } };
    boxes.push(box);
    at = box.end;
  }
  return { boxes, tooMany: false };
}

/** The boxes within `[start, end)`. One that is longer than what holds it is the file's fault. */
export function childrenOf(view: ByteView, start: number, end: number): readonly Box[] {
  const boxes: Box[] = [];
  let at = start;
  // QuickTime ends some lists of boxes with four zero bytes: fewer than a header is no box.
  while (at + 8 <= end && boxes.length < BOXES_LIMIT) {
    const size = view.u32(at);
    const type = view.text(at + 4, 4);
    const wide = size === 1;
    const boxEnd = size === 0 ? end : at + (wide ? view.u64(at + 8) : size);
    const body = at + (wide ? 16 : 8);
    if (size === 0 && type === '\0\0\0\0') break;
    if (boxEnd < body || boxEnd > end) throw new Malformed(`box ${printable(type)} does not fit`);
    boxes.push({ type, start: at, body, end: boxEnd });
    at = boxEnd;
  }
  return boxes;
}

export function childOf(view: ByteView, parent: Box | undefined, type: string): Box | undefined {
  return parent && childrenOf(view, parent.body, parent.end).find((box) => box.type === type);
}

/** Undefined: this is no box. */
function readHeader(header: ByteView, at: number, fileEnd: number): Box | undefined {
  if (header.length < 8) return undefined;
  const size = header.u32(0);
  const type = header.text(4, 4);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return undefined;
  if (size === 0) return { type, start: at, body: at + 8, end: fileEnd };
  if (size !== 1) return size < 8 ? undefined : { type, start: at, body: at + 8, end: at + size };
  if (header.length < 16) return undefined;
  const wide = header.u64(8);
  return wide < 16 ? undefined : { type, start: at, body: at + 16, end: at + wide };
}

function printable(type: string): string {
  return type.replace(/[^\x20-\x7e]/g, '?');
}
