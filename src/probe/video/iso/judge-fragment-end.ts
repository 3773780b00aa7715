import type { Integrity } from '../../../model/facts.ts';
import type { ByteReader } from '../byte-reader.ts';
import { cutOff, ENDS_EARLY, OPEN_ENDED, WHOLE } from '../structure.ts';
import type { Box } from './iso-boxes.ts';

interface FragmentedFilm {
  readonly boxes: readonly Box[];
  /** Seconds summed over the fragments that are there, and as declared for all of them. */
  readonly seconds: number;
  readonly declaredSeconds?: number;
}

/**
 * A film in fragments may end after any of them: it is whole only where something says that this is the end. That is
 * a random access box (ISO/IEC 14496-12 §8.8.9), which closes a file, an overall segment index (§8.16.3), or the
 * overall duration (§8.8.2).
 */
export async function judgeFragmentEnd(reader: ByteReader, film: FragmentedFilm): Promise<Integrity> {
  if (!film.boxes.some((box) => box.type === 'moof')) return ENDS_EARLY;
  if (await isClosed(reader, film.boxes)) return WHOLE;
  const covered = await coveredByIndex(reader, film.boxes);
  if (covered !== undefined && covered > reader.bytes) return cutOff(covered, reader.bytes);
  if (covered === reader.bytes) return WHOLE;
  return judgeDuration(film);
}

const ROUNDING = 0.002;

function judgeDuration({ seconds, declaredSeconds }: FragmentedFilm): Integrity {
  if (declaredSeconds === undefined) return OPEN_ENDED;
  if (seconds >= declaredSeconds - ROUNDING) return WHOLE;
  // A little short may be the writer's estimate; much short is a piece missing.
  return seconds < declaredSeconds * 0.98 - 1 ? ENDS_EARLY : OPEN_ENDED;
}

async function isClosed(reader: ByteReader, boxes: readonly Box[]): Promise<boolean> {
  const last = boxes.at(-1);
  if (last?.type !== 'mfra' || last.end !== reader.bytes) return false;
  const offset = await reader.at(last.end - 16, 16);
  return offset.text(4, 4) === 'mfro' && offset.u32(12) === last.end - last.start;
}

/**
 * Where the media ends that a segment index lists. Only an index that stands before all fragments, lists several,
 * and does not itself belong to a segment (`styp`), speaks of the whole file.
 */
async function coveredByIndex(reader: ByteReader, boxes: readonly Box[]): Promise<number | undefined> {
  const firstFragment = boxes.findIndex((box) => box.type === 'moof');
  const before = boxes.slice(0, firstFragment);
  if (before.some((box) => box.type === 'styp')) return undefined;
  const index = before.find((box) => box.type === 'sidx');
  if (!index || index.end - index.start > 1024 * 1024) return undefined;
  const view = await reader.at(index.body, index.end - index.body);
  const wide = view.u8(0) !== 0;
  const firstOffset = wide ? view.u64(20) : view.u32(16);
  const countAt = wide ? 30 : 22;
  const count = view.u16(countAt);
  if (count < 2) return undefined;
  let end = index.end + firstOffset;
  for (let reference = 0; reference < count; reference++) {
    end += view.u32(countAt + 2 + reference * 12) & 0x7fffffff;
  }
  return end;
}
