import type { Facts } from '../model/facts.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Files } from '../system/system.ts';
import { readSealed, writeSealed, type SealedFile } from './sealed-file.ts';

/**
 * Facts of files that have not changed since they were looked at. Judging is always done afresh; deleting the cache
 * loses nothing.
 */
export interface FactCache {
  find(file: FoundFile, deep: boolean): Facts | undefined;
  keep(file: FoundFile, deep: boolean, facts: Facts): void;
  /** SHA-256 of a file that facts are kept of; known only where someone needed it. */
  findDigest(file: SeenFile): string | undefined;
  keepDigest(file: SeenFile, sha256: string): void;
  /** Does nothing where nothing is new. */
  save(): Promise<void>;
}

export type SeenFile = Pick<FoundFile, 'path' | 'identity'>;

export interface FactCacheLocation {
  /** Absolute path of the cache file. */
  readonly file: string;
  /** Of the folder whose files are looked at, absolute: paths are only unique together with it. */
  readonly root: string;
  /** Changes with the probes and the tools they use: facts of another version are not trusted. */
  readonly version: string;
}

interface Entry {
  readonly identity: string;
  readonly deep: boolean;
  readonly facts: Facts;
  readonly sha256?: string;
}
type Roots = Record<string, Record<string, Entry>>;

const MOST_BYTES = 256 * 1024 * 1024;

export async function openFactCache(location: FactCacheLocation, files: Files): Promise<FactCache> {
  const file: SealedFile = { path: location.file, version: location.version, mostBytes: MOST_BYTES };
  const roots = ((await readSealed(file, files)) ?? {}) as Roots;
  const known = new Map(Object.entries(roots[location.root] ?? {}));
  const current = new Map<string, Entry>();
  let fresh = false;
  return {
    find: (file, deep) => {
      const entry = known.get(file.path);
      if (entry?.identity !== file.identity || (deep && !entry.deep)) return undefined;
      current.set(file.path, entry);
      return entry.facts;
    },
    keep: (file, deep, facts) => {
      if (!lasts(facts)) return;
      const sha256 = digestIn(current.get(file.path) ?? known.get(file.path), file);
      const entry = { identity: file.identity, deep, facts };
      current.set(file.path, sha256 === undefined ? entry : { ...entry, sha256 });
      fresh = true;
    },
    findDigest: (file) => digestIn(current.get(file.path), file),
    keepDigest: (file, sha256) => {
      const entry = current.get(file.path);
      if (entry?.identity !== file.identity) return;
      current.set(file.path, { ...entry, sha256 });
      fresh = true;
    },
    save: async () => {
      if (!fresh && current.size === known.size) return;
      const all: Roots = { ...roots, [location.root]: Object.fromEntries(current) };
      await writeSealed(file, all, files);
    },
  };
}

/** No-one's facts: for `--no-cache`. */
export const noFactCache: FactCache = {
  find: () => undefined,
  keep: () => undefined,
  findDigest: () => undefined,
  keepDigest: () => undefined,
  save: () => Promise.resolve(),
};

function digestIn(entry: Entry | undefined, { identity }: SeenFile): string | undefined {
  return entry?.identity === identity ? entry.sha256 : undefined;
}

/** What failed for a passing reason (a time limit, a missing tool, a lock) is to be tried again. */
function lasts({ integrity, video, pages, layout }: Facts): boolean {
  const passing = ['timed-out', 'tool-missing', 'unreadable', 'crashed'];
  if (integrity.state === 'unknown' && passing.includes(integrity.cause.kind)) return false;
  const picture = video?.picture?.reason;
  if (picture?.kind === 'not-looked' && passing.includes(picture.cause.kind)) return false;
  if (pages?.cause && passing.includes(pages.cause.kind)) return false;
  if (layout?.state === 'unread' && passing.includes(layout.cause.kind)) return false;
  const silence = video?.sound.silence;
  return silence?.state !== 'unknown';
}
