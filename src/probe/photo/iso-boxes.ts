import type { ByteReader } from './byte-reader.ts';

const MOST_BOXES = 10_000;

/** One box of an ISO base media file (ISO/IEC 14496-12, 4.2). */
export interface IsoBox {
  readonly type: string;
  /** Of its content, behind size, type and large size. */
  readonly at: number;
  /** As declared, even where the file ends before. */
  readonly end: number;
}

/** `bad-size`: smaller than its own header. `no-box`: what stands there has no name, so it is no box. */
export type BoxProblem = 'bad-size' | 'no-box';

/** The boxes between two offsets up to the first problem. A box of size 0 reaches to `to`. */
export function readBoxes(
  reader: ByteReader,
  from: number,
  to: number,
): { boxes: readonly IsoBox[]; problem?: BoxProblem } {
  const boxes: IsoBox[] = [];
  let at = from;
  while (at + 8 <= to && boxes.length < MOST_BOXES) {
    const type = reader.name(at + 4, 4);
    if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return { boxes, problem: 'no-box' };
    const short = reader.u32(at);
    const header = short === 1 ? 16 : 8;
    const size = short === 1 ? reader.u64(at + 8) : short === 0 ? to - at : short;
    if (size < header) return { boxes, problem: 'bad-size' };
    boxes.push({ type, at: at + header, end: at + size });
    at += size;
  }
  return { boxes };
}

/** The first box of a type among those between two offsets, if it lies wholly there. */
export function findBox(reader: ByteReader, from: number, to: number, type: string): IsoBox | undefined {
  const box = readBoxes(reader, from, to).boxes.find((candidate) => candidate.type === type);
  return box && box.end <= to ? box : undefined;
}
