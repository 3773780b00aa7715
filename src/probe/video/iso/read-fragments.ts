import type { ByteReader } from '../byte-reader.ts';
import { Malformed, type ByteView } from '../byte-view.ts';
import { childOf, childrenOf, type Box } from './iso-boxes.ts';
import type { Track } from './read-movie.ts';
import type { Spot } from './read-sample-table.ts';
import { Rhythm } from './rhythm.ts';

/** What the fragments (ISO/IEC 14496-12 §8.8) add to one track. */
export interface FragmentSum {
  readonly rhythm: Rhythm;
  /** The first sample of each run. */
  readonly spots: Spot[];
}

export interface Fragments {
  readonly sums: ReadonlyMap<number, FragmentSum>;
  /** Where the last byte of any sample lies, plus one. */
  readonly end: number;
}

const SPOTS_LIMIT = 50_000;

export async function readFragments(
  reader: ByteReader,
  boxes: readonly Box[],
  tracks: readonly Track[],
): Promise<Fragments> {
  const sums = new Map<number, FragmentSum>();
  let end = 0;
  for (const box of boxes) {
    const view = await reader.at(box.start, box.end - box.start);
    end = Math.max(end, readFragment(view, box.start, tracks, sums));
  }
  return { sums, end };
}

function readFragment(
  view: ByteView,
  start: number,
  tracks: readonly Track[],
  sums: Map<number, FragmentSum>,
): number {
  const [moof] = childrenOf(view, 0, view.length);
  const parts = moof ? childrenOf(view, moof.body, moof.end).filter((box) => box.type === 'traf') : [];
  let end = start;
  for (const part of parts) {
    const header = readTrackHeader(view, childOf(view, part, 'tfhd'), tracks);
    if (!header) continue;
    const sum = sums.get(header.id) ?? { rhythm: new Rhythm(), spots: [] };
    sums.set(header.id, sum);
    // §8.8.7: without an offset of its own, data is counted from the fragment, or from the end of the part before.
    let at = header.base ?? (header.fromFragment || part === parts[0] ? start : end);
    for (const run of childrenOf(view, part.body, part.end).filter((box) => box.type === 'trun')) {
      at = readRun(view, run, { base: header.base ?? start, at, defaults: header.defaults, sum });
      end = Math.max(end, at);
    }
  }
  return end;
}

interface TrackHeader {
  readonly id: number;
  readonly base?: number;
  readonly fromFragment: boolean;
  readonly defaults: Track['fragmentDefaults'];
}

/** §8.8.7 `tfhd`: which optional fields follow is said by flags. */
function readTrackHeader(
  view: ByteView,
  box: Box | undefined,
  tracks: readonly Track[],
): TrackHeader | undefined {
  if (!box) return undefined;
  const flags = view.u32(box.body) & 0xffffff;
  const id = view.u32(box.body + 4);
  const known = tracks.find((track) => track.id === id)?.fragmentDefaults ?? { duration: 0, size: 0 };
  let at = box.body + 8;
  const take = (flag: number, bytes: 4 | 8): number | undefined => {
    if ((flags & flag) === 0) return undefined;
    at += bytes;
    return bytes === 8 ? view.u64(at - 8) : view.u32(at - 4);
  };
  const base = take(0x1, 8);
  take(0x2, 4);
  const defaults = { duration: take(0x8, 4) ?? known.duration, size: take(0x10, 4) ?? known.size };
  return { id, fromFragment: (flags & 0x20000) !== 0, defaults, ...(base !== undefined && { base }) };
}

interface RunContext {
  readonly base: number;
  /** Where the run before ended. */
  readonly at: number;
  readonly defaults: Track['fragmentDefaults'];
  readonly sum: FragmentSum;
}

/** §8.8.8 `trun`; the place where its data ends. */
function readRun(view: ByteView, box: Box, { base, at, defaults, sum }: RunContext): number {
  const flags = view.u32(box.body) & 0xffffff;
  const has = (flag: number) => (flags & flag) !== 0;
  const count = view.u32(box.body + 4);
  const start = has(0x1) ? base + view.i32(box.body + 8) : at;
  const fields = box.body + 8 + (has(0x1) ? 4 : 0) + (has(0x4) ? 4 : 0);
  const stride = 4 * [0x100, 0x200, 0x400, 0x800].filter(has).length;
  if (fields + count * stride > box.end) throw new Malformed('fragment run is longer than its box');
  const sizeAt = has(0x100) ? 4 : 0;
  const sizeOf = (index: number) => (has(0x200) ? view.u32(fields + index * stride + sizeAt) : defaults.size);
  if (count > 0 && sum.spots.length < SPOTS_LIMIT) sum.spots.push({ offset: start, size: sizeOf(0) });
  if (!has(0x100)) sum.rhythm.add(count, defaults.duration);
  else for (let index = 0; index < count; index++) sum.rhythm.add(1, view.u32(fields + index * stride));
  if (!has(0x200)) return start + count * defaults.size;
  let end = start;
  for (let index = 0; index < count; index++) end += sizeOf(index);
  return end;
}
