import type { PartEvidence } from '../model/evidence.ts';
import type { Facts, UnknownCause } from '../model/facts.ts';
import { familyOf, type Format } from '../model/format.ts';
import { baseName, extensionOf } from '../model/file-name.ts';
import { sniffFormat } from '../materials/sniff-format.ts';
import type { PhotoProbe } from '../probe/photo/probe-photo.ts';
import { FileError, type System, type TaskName } from '../system/system.ts';

/** Seconds that one look at a file may last; decoding a whole film has a limit by its length. */
export interface TimeLimits {
  readonly media: number;
  readonly photo: number;
  readonly pdf: number;
  readonly word: number;
}
const TIME_LIMITS: TimeLimits = { media: 60, photo: 60, pdf: 60, word: 30 };
const THREAD_MEGABYTES = 1024;

export interface Examination {
  /** Absolute. */
  readonly path: string;
  readonly deep: boolean;
  /** What is absent has the usual limit. */
  readonly limits?: Partial<TimeLimits>;
  /** Gets what picture of it fell off. */
  readonly see?: (evidence: PartEvidence) => void;
}

/** All there is to know about one file, by its bytes. Whatever the file is, it costs at most its own time. */
export async function examineFile(examination: Examination, system: System): Promise<Facts> {
  try {
    const format = await sniff(examination.path, system);
    return { format, ...(await look(examination, format, system)) };
  } catch (error) {
    return { format: 'unknown', integrity: { state: 'unknown', cause: causeOf(error) } };
  }
}

async function sniff(path: string, { files }: System): Promise<Format> {
  const opened = await files.open(path);
  try {
    return await sniffFormat(opened, baseName(path.replaceAll('\\', '/')));
  } finally {
    await opened.close();
  }
}

type Look = Omit<Facts, 'format'>;

async function look({ path, deep, limits, see }: Examination, format: Format, system: System): Promise<Look> {
  const seconds = { ...TIME_LIMITS, ...limits };
  switch (familyOf(format)) {
    case 'video': {
      const { probeVideo } = await import('../probe/video/probe-video.ts');
      return probeVideo(path, format, system, { deep, seconds: seconds.media });
    }
    case 'audio': {
      const { probeAudio } = await import('../probe/audio/probe-audio.ts');
      return probeAudio(path, format, system, { deep, seconds: seconds.media });
    }
    case 'image': {
      const { probePhoto } = await import('../probe/photo/probe-photo.ts');
      const name = baseName(path.replaceAll('\\', '/'));
      const probe = await probePhoto(path, name, format, system.files, { seconds: seconds.photo });
      if (see) await showPhoto(probe, see);
      const { photo, integrity } = probe;
      return { ...(photo && { photo }), integrity };
    }
    case 'subtitles': {
      const { probeSubtitles } = await import('../probe/subtitles/probe-subtitles.ts');
      return probeSubtitles(path, format, system.files);
    }
    case 'plain':
      // A subtitle file without a single cue looks like any text; its name says what it was meant to be.
      if (/\.(srt|ass|ssa|vtt)$/iu.test(path)) {
        const { probeSubtitles } = await import('../probe/subtitles/probe-subtitles.ts');
        return probeSubtitles(path, subtitleFormat(path), system.files);
      }
      return lookIsolated('word', { path, format }, seconds.word, system);
    case 'pdf':
      return lookIsolated('pdf', { path, format }, seconds.pdf, system);
    case 'word':
      return lookAtWord({ path, format }, seconds.word, system);
    case 'slides':
      return lookIsolated('slides', { path, format }, seconds.word, system);
    case 'sheet':
      return lookIsolated('sheet', { path, format }, seconds.word, system);
    case 'design':
    case 'archive':
    case 'other':
      return { integrity: { state: 'unknown', cause: { kind: 'no-prober' } } };
  }
}

async function showPhoto(probe: PhotoProbe, see: (evidence: PartEvidence) => void): Promise<void> {
  const { drawSeen } = await import('./draw-photo.ts');
  const evidence = await drawSeen(probe);
  if (evidence) see(evidence);
}

function subtitleFormat(path: string): Format {
  const extension = extensionOf(path);
  return extension === 'vtt' || extension === 'srt' ? extension : 'ass';
}

interface Sniffed {
  readonly path: string;
  readonly format: Format;
}

/** The text, and of a .docx the blanks too: what one of the two breaks on does not hide the other. */
async function lookAtWord(input: Sniffed, seconds: number, system: System): Promise<Look> {
  const looked = await lookIsolated('word', input, seconds, system);
  if (input.format !== 'docx' || looked.integrity.state !== 'whole') return looked;
  const outcome = await system.isolation.run('form', input, { seconds, megabytes: THREAD_MEGABYTES });
  return outcome.kind === 'done' ? { ...looked, ...outcome.result } : looked;
}

async function lookIsolated(
  task: Exclude<TaskName, 'form' | 'pages' | 'layout' | 'prose' | 'seek'>,
  input: Sniffed,
  seconds: number,
  { isolation }: System,
): Promise<Look> {
  const outcome = await isolation.run(task, input, { seconds, megabytes: THREAD_MEGABYTES });
  return outcome.kind === 'done' ? outcome.result : { integrity: { state: 'unknown', cause: outcome.cause } };
}

/** A file that cannot be read is a finding about it; so is a probe that breaks on it: the rest goes on. */
function causeOf(error: unknown): UnknownCause {
  if (error instanceof FileError) return { kind: 'unreadable', detail: error.kind };
  return { kind: 'crashed', detail: error instanceof Error ? error.message.slice(0, 200) : 'unknown' };
}
