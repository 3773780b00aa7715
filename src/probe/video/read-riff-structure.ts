import type { Integrity } from '../../model/facts.ts';
import type { ByteReader } from './byte-reader.ts';
import { cutOff, hollow, NOTHING_INSIDE, OPEN_ENDED, WHOLE, type Structure } from './structure.ts';

/** RIFF (Multimedia Programming Interface 1.0): a four-letter name, a length, the data padded to an even length. */
interface Chunk {
  readonly id: string;
  /** `hdrl`, `movi`, `AVI `: what a list holds. */
  readonly list: string;
  readonly body: number;
  readonly end: number;
}

const CHUNKS_LIMIT = 2000;
const STREAMED = 0xffff_ffff;

/** AVI, in one RIFF or in several (OpenDML 1.02 §2.0), and WAV. */
export async function readRiffStructure(reader: ByteReader): Promise<Structure> {
  const outer = await chunksIn(reader, 0, reader.bytes);
  const riffs = outer.filter((chunk) => chunk.id === 'RIFF' || chunk.id === 'RF64');
  const [first] = riffs;
  if (!first) return { integrity: NOTHING_INSIDE };
  const size = first.end - first.body;
  // The lengths are written when recording ends: still blank where it never did, or where it went into a pipe.
  if (size === 0 || size === STREAMED) return { integrity: OPEN_ENDED };
  const inner = await chunksIn(reader, first.body + 4, first.end);
  const declared = Math.max(
    ...riffs.map((chunk) => chunk.end),
    ...inner.map((chunk) => chunk.end),
    await openDmlEnd(reader, inner),
  );
  if (declared > reader.bytes) return { integrity: cutOff(declared, reader.bytes) };
  return { integrity: await judgeIndex(reader, inner) };
}

/** The chunks that begin in `[start, end)` and within the file. */
async function chunksIn(reader: ByteReader, start: number, end: number): Promise<readonly Chunk[]> {
  const chunks: Chunk[] = [];
  let at = start;
  while (at + 8 <= Math.min(end, reader.bytes) && chunks.length < CHUNKS_LIMIT) {
    const head = await reader.at(at, 12);
    const id = head.text(0, 4);
    if (!/^[\x20-\x7e]{4}$/.test(id)) break;
    const size = head.u32Le(4);
    const list = head.length === 12 ? head.text(8, 4) : '';
    chunks.push({ id, list, body: at + 8, end: at + 8 + size });
    at += 8 + size + (size % 2);
  }
  return chunks;
}

/** OpenDML 1.02 §3.0: each stream's super index names the indexes all over the file. Where the last of them ends. */
async function openDmlEnd(reader: ByteReader, inner: readonly Chunk[]): Promise<number> {
  const headers = inner.find((chunk) => chunk.list === 'hdrl');
  if (!headers) return 0;
  const streams = (await chunksIn(reader, headers.body + 4, headers.end)).filter(
    (chunk) => chunk.list === 'strl',
  );
  let end = 0;
  for (const stream of streams) {
    const parts = await chunksIn(reader, stream.body + 4, stream.end);
    const index = parts.find((chunk) => chunk.id === 'indx');
    if (index) end = Math.max(end, await superIndexEnd(reader, index));
  }
  return end;
}

async function superIndexEnd(reader: ByteReader, index: Chunk): Promise<number> {
  const view = await reader.at(index.body, Math.min(index.end - index.body, 1024 * 1024));
  const isSuperIndex = view.length >= 24 && view.u8(3) === 0;
  const count = isSuperIndex ? Math.min(view.u32Le(4), Math.floor((view.length - 24) / 16)) : 0;
  let end = 0;
  for (let entry = 0; entry < count; entry++) {
    end = Math.max(end, view.u64Le(24 + entry * 16) + view.u32Le(24 + entry * 16 + 8));
  }
  return end;
}

const SPOTS = 32;

/** Some entries of the old index (`idx1`), the last among them: at each place there must be the chunk it names. */
async function judgeIndex(reader: ByteReader, inner: readonly Chunk[]): Promise<Integrity> {
  const media = inner.find((chunk) => chunk.list === 'movi');
  const index = inner.find((chunk) => chunk.id === 'idx1');
  if (!media || !index) return WHOLE;
  const entries = Math.floor((index.end - index.body) / 16);
  // Places are counted from the list's name, by some writers from the beginning of the file.
  const firstAt = entries > 0 ? (await reader.at(index.body, 16)).u32Le(8) : 0;
  const base = firstAt > media.body ? 0 : media.body;
  let broken = 0;
  let checked = 0;
  for (let spot = 1; spot <= Math.min(SPOTS, entries); spot++) {
    const entry = await reader.at(
      index.body + (Math.ceil((entries * spot) / Math.min(SPOTS, entries)) - 1) * 16,
      16,
    );
    const name = entry.text(0, 4);
    const chunk = await reader.at(base + entry.u32Le(8), 8);
    checked++;
    if (chunk.length < 8 || chunk.text(0, 4) !== name || chunk.u32Le(4) !== entry.u32Le(12)) broken++;
  }
  return broken > 0 ? hollow(checked, broken) : WHOLE;
}
