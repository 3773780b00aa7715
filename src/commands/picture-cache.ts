import type { PartEvidence } from '../model/evidence.ts';
import { FileError, type Files } from '../system/system.ts';
import { readSealed, writeSealed, type SealedFile } from './sealed-file.ts';

/** Pictures of files that have not changed since; deleting the cache loses nothing. */
export interface PictureCache {
  find(key: PictureKey): PartEvidence | undefined;
  keep(key: PictureKey, evidence: PartEvidence): void;
  /** Does nothing where nothing is new, or where it cannot be written. */
  save(): Promise<void>;
}

export interface PictureKey {
  readonly path: string;
  readonly identity: string;
  /** What else the pictures depend on. */
  readonly of: string;
}

interface Entry {
  readonly key: PictureKey;
  readonly evidence: PartEvidence;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** `version` changes with what draws the pictures. */
export async function openPictureCache(
  location: Omit<SealedFile, 'mostBytes'>,
  files: Files,
): Promise<PictureCache> {
  const file: SealedFile = { ...location, mostBytes: MOST_BYTES };
  const entries = ((await readSealed(file, files)) ?? []) as readonly Entry[];
  const known = new Map(entries.map((entry) => [idOf(entry.key), entry]));
  const current = new Map<string, Entry>();
  let fresh = false;
  return {
    find: (key) => {
      const entry = known.get(idOf(key));
      if (entry) current.set(idOf(key), entry);
      return entry?.evidence;
    },
    keep: (key, evidence) => {
      current.set(idOf(key), { key, evidence });
      fresh = true;
    },
    save: async () => {
      if (!fresh && current.size === known.size) return;
      try {
        await writeSealed(file, [...current.values()], files);
      } catch (error) {
        // Next time they are drawn again.
        if (!(error instanceof FileError)) throw error;
      }
    },
  };
}

export const noPictureCache: PictureCache = {
  find: () => undefined,
  keep: () => undefined,
  save: () => Promise.resolve(),
};

function idOf({ path, identity, of }: PictureKey): string {
  return JSON.stringify([path, identity, of]);
}
