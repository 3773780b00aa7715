import type { Integrity } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { FileError, type MediaInput, type System } from '../../system/system.ts';
import { demuxerOf } from './demuxers.ts';
import { readStructure, type StructureReader } from './read-structure.ts';
import type { Structure } from './structure.ts';

export type MediaSystem = Pick<System, 'files' | 'processes' | 'tools' | 'media'>;

export interface ProbeOptions {
  /** Decode everything from end to end. */
  readonly deep: boolean;
  /** Time limit of each single look, in seconds. */
  readonly seconds: number;
  /** Seconds of the film decoded so far. */
  readonly onProgress?: (seconds: number) => void;
}

export interface OpenedMedia {
  readonly kind: 'open';
  readonly input: MediaInput;
  readonly structure: Structure;
  readonly bytes: number;
}
export type Opened = OpenedMedia | { readonly kind: 'closed'; readonly integrity: Integrity };

/** The first step of every probe of picture or sound: the file's own bookkeeping. */
export async function openMedia(
  path: string,
  format: Format,
  system: Pick<System, 'files'>,
  read?: StructureReader,
): Promise<Opened> {
  const demuxer = demuxerOf(format);
  if (demuxer === undefined) return closed({ state: 'unknown', cause: { kind: 'no-prober' } });
  try {
    const { bytes } = await system.files.stat(path);
    const structure = await readStructure(path, format, system.files, read);
    return { kind: 'open', input: { path, demuxer }, structure, bytes };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return closed({ state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } });
  }
}

function closed(integrity: Integrity): Opened {
  return { kind: 'closed', integrity };
}

/**
 * What is known to be broken outweighs what is not known, and both outweigh what looks whole. Of several of one
 * kind the first is told.
 */
export function worst(verdicts: readonly Integrity[]): Integrity {
  const broken = verdicts.find(({ state }) => state === 'broken');
  const unknown = verdicts.find(({ state }) => state === 'unknown');
  return broken ?? unknown ?? { state: 'whole' };
}

/** ffprobe's failure, unless the file's own bookkeeping already shows why. */
export function worstWithFailure({ integrity }: Structure, failure: Integrity): Integrity {
  return integrity.state === 'broken' ? integrity : worst([failure, integrity]);
}
