import type { OpenFile } from '../system/system.ts';
import { asciiAt, u32be, u64be } from './read-bytes.ts';

/** Offsets in bytes from the start of the file. */
export interface Box {
  readonly type: string;
  readonly payload: number;
  readonly end: number;
}

/** The box at `offset`, cut at `limit`; undefined where none can be (ISO/IEC 14496-12, 4.2). */
export async function nextBox(file: OpenFile, offset: number, limit: number): Promise<Box | undefined> {
  if (offset + 8 > limit) return undefined;
  const header = await file.read(offset, 16);
  const short = u32be(header, 0);
  const size = short === 0 ? limit - offset : short === 1 ? u64be(header, 8) : short;
  const headerBytes = short === 1 ? 16 : 8;
  if (size < headerBytes || offset + headerBytes > limit) return undefined;
  return { type: asciiAt(header, 4, 4), payload: offset + headerBytes, end: Math.min(offset + size, limit) };
}

/** The boxes directly inside a stretch, at most `most`. */
export async function childBoxes(
  file: OpenFile,
  from: number,
  to: number,
  most: number,
): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  let offset = from;
  while (boxes.length < most) {
    const box = await nextBox(file, offset, to);
    if (!box) break;
    boxes.push(box);
    offset = box.end;
  }
  return boxes;
}
