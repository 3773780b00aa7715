import { createHash } from 'node:crypto';
import type { PartEvidence } from '../model/evidence.ts';
import { FileError, type Files } from '../system/system.ts';

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

/** `file`: absolute; `version` changes with what draws the pictures. */
export async function openPictureCache(
  { file, version }: { readonly file: string; readonly version: string },
  files: Files,
): Promise<PictureCache> {
  const known = new Map((await read(file, version, files)).map((entry) => [idOf(entry.key), entry]));
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
        await files.writeAtomically(file, seal(version, JSON.stringify([...current.values()])));
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

// As with the facts: whatever is not exactly what this version wrote is not read at all.
function seal(version: string, body: string): string {
  return `${JSON.stringify({ version, digest: digestOf(body) })}\n${body}`;
}

async function read(file: string, version: string, files: Files): Promise<readonly Entry[]> {
  const text = await readIfThere(file, files);
  const line = text.indexOf('\n');
  const body = text.slice(line + 1);
  if (line < 0 || text.slice(0, line) !== JSON.stringify({ version, digest: digestOf(body) })) return [];
  return JSON.parse(body) as readonly Entry[];
}

async function readIfThere(file: string, files: Files): Promise<string> {
  try {
    return Buffer.from(await files.readWhole(file, MOST_BYTES)).toString('utf8');
  } catch (error) {
    if (error instanceof FileError) return '';
    throw error;
  }
}

function digestOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}
