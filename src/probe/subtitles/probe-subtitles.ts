import { decodeText } from '../../model/decode-text.ts';
import type { Integrity, SubtitleFacts } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { FileError, type Files } from '../../system/system.ts';
import type { Cue, ParsedCues } from './cue.ts';
import { parseAss } from './parse-ass.ts';
import { parseTimedLines } from './parse-timed-lines.ts';

/** A film of two hours has about 0.2 MB of them. */
const SUBTITLES_LIMIT = 16 * 1024 * 1024;

export interface ProbedSubtitles {
  readonly subtitles?: SubtitleFacts;
  readonly integrity: Integrity;
}

/** The facts of a side-car of subtitles (.srt, .vtt, .ass, .ssa). `path` is absolute. */
export async function probeSubtitles(
  path: string,
  format: Format,
  files: Pick<Files, 'readWhole'>,
): Promise<ProbedSubtitles> {
  const bytes = await read(path, files);
  if (!(bytes instanceof Uint8Array)) return { integrity: bytes };
  const decoded = decodeText(bytes);
  if (!decoded)
    return { integrity: { state: 'broken', cause: { kind: 'corrupt', detail: 'text encoding' } } };
  const text = decoded.text.replace(/^\uFEFF/, '');
  const parsed = format === 'ass' ? parseAss(text) : parseTimedLines(text);
  return { subtitles: { encoding: decoded.encoding, ...sumUp(parsed) }, integrity: judge(text, parsed) };
}

async function read(path: string, files: Pick<Files, 'readWhole'>): Promise<Uint8Array | Integrity> {
  try {
    return await files.readWhole(path, SUBTITLES_LIMIT);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind !== 'too-large')
      return { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } };
    return { state: 'unknown', cause: { kind: 'too-large', what: 'file', limit: SUBTITLES_LIMIT } };
  }
}

/** Text holds no zero bytes: where there are some, the file was copied in part. */
function judge(text: string, { cues }: ParsedCues): Integrity {
  if (text.includes('\0')) return { state: 'broken', cause: { kind: 'hollow', checked: 1, broken: 1 } };
  return cues.length > 0 ? { state: 'whole' } : { state: 'broken', cause: { kind: 'nothing-inside' } };
}

function sumUp({ cues, malformed }: ParsedCues): Omit<SubtitleFacts, 'encoding'> {
  const sorted = [...cues].sort((a, b) => a.from - b.from || a.to - b.to);
  let shown = 0;
  let overlaps = 0;
  let end = 0;
  let previous: Cue | undefined;
  for (const cue of sorted) {
    shown += Math.max(0, cue.to - Math.max(cue.from, end));
    if (previous && cue.from < end && !isTwin(cue, previous)) overlaps++;
    end = Math.max(end, cue.to);
    previous = cue;
  }
  return {
    cues: cues.length,
    first: sorted[0]?.from ?? 0,
    last: end,
    shown: Math.round(shown * 1000) / 1000,
    overlaps,
    malformed,
  };
}

/** Two languages at the same time are no mistake. */
function isTwin(a: Cue, b: Cue): boolean {
  return a.from === b.from && a.to === b.to;
}
