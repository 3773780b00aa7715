import type { Facts, UnknownCause } from '../model/facts.ts';
import { familyOf, type Format } from '../model/format.ts';
import { baseName, extensionOf } from '../model/file-name.ts';
import { sniffFormat } from '../materials/sniff-format.ts';
import { FileError, type System, type TaskName } from '../system/system.ts';

/** Seconds one file may cost, whatever it is. */
const SECONDS = { probe: 60, word: 30, pdf: 60, photo: 60, deep: 6 * 60 * 60 } as const;
const THREAD_MEGABYTES = 1024;

export interface Examination {
  /** Absolute. */
  readonly path: string;
  readonly deep: boolean;
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

async function look({ path, deep }: Examination, format: Format, system: System): Promise<Look> {
  switch (familyOf(format)) {
    case 'video': {
      const { probeVideo } = await import('../probe/video/probe-video.ts');
      return probeVideo(path, format, system, { deep, seconds: deep ? SECONDS.deep : SECONDS.probe });
    }
    case 'audio': {
      const { probeAudio } = await import('../probe/audio/probe-audio.ts');
      return probeAudio(path, format, system, { deep, seconds: deep ? SECONDS.deep : SECONDS.probe });
    }
    case 'image': {
      const { probePhoto } = await import('../probe/photo/probe-photo.ts');
      return probePhoto(path, baseName(path.replaceAll('\\', '/')), format, system.files, { seconds: SECONDS.photo });
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
      return lookIsolated('word', path, format, system);
    case 'pdf':
      return lookIsolated('pdf', path, format, system);
    case 'word':
      return lookIsolated('word', path, format, system);
    case 'slides':
    case 'sheet':
    case 'archive':
    case 'other':
      return { integrity: { state: 'unknown', cause: { kind: 'no-prober' } } };
  }
}

function subtitleFormat(path: string): Format {
  const extension = extensionOf(path);
  return extension === 'vtt' || extension === 'srt' ? extension : 'ass';
}

async function lookIsolated(task: TaskName, path: string, format: Format, { isolation }: System): Promise<Look> {
  const limits = { seconds: SECONDS[task], megabytes: THREAD_MEGABYTES };
  const outcome = await isolation.run(task, { path, format }, limits);
  return outcome.kind === 'done' ? outcome.result : { integrity: { state: 'unknown', cause: outcome.cause } };
}

/** A file that cannot be read is a finding about it; so is a probe that breaks on it: the rest goes on. */
function causeOf(error: unknown): UnknownCause {
  if (error instanceof FileError) return { kind: 'unreadable', detail: error.kind };
  return { kind: 'crashed', detail: error instanceof Error ? error.message.slice(0, 200) : 'unknown' };
}
