import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Notice } from '../model/notice.ts';
import type { ReadingFiles } from '../notice/reading-files.ts';
import { FileError, type Files } from '../system/system.ts';
import { readSealed, writeSealed, type SealedFile } from './sealed-file.ts';

/** One thing that loading a notice saw of the disk. */
type Seen =
  | { readonly way: 'read'; readonly path: string; readonly sha256: string }
  | { readonly way: 'listed'; readonly path: string; readonly names: readonly (string | undefined)[] }
  | { readonly way: 'opened'; readonly path: string };

interface Kept {
  /** What was asked for. */
  readonly key: string;
  readonly seen: readonly Seen[];
  readonly notice: Notice;
}

/** Of a project: its own, and a few others that were tried. */
const MOST_KEPT = 4;
const MOST_BYTES = 32 * 1024 * 1024;
/** As much as a notice may have. */
const MOST_READ = 1024 * 1024;

/**
 * Notices as they were merged, each until anything that it was made of changes. Parsing and merging a long one takes
 * longer than all else that `status` does. `folder`: the project's, absolute; `build`: of this program.
 */
export interface NoticeKeeper {
  find(key: string): Promise<Notice | undefined>;
  /** Does nothing where it cannot be written: the next run loads it again. */
  keep(kept: Kept): Promise<void>;
}

export function noticeKeeper(folder: string, build: string, files: Files): NoticeKeeper {
  const file: SealedFile = {
    path: path.join(folder, '.four-ones', 'notices.json'),
    version: build,
    mostBytes: MOST_BYTES,
  };
  const read = async () => ((await readSealed(file, files)) ?? []) as readonly Kept[];
  return {
    find: async (key) => {
      const kept = (await read()).find((one) => one.key === key);
      return kept && (await isToday(kept.seen, files)) ? kept.notice : undefined;
    },
    keep: async (kept) => {
      const others = (await read()).filter(({ key }) => key !== kept.key);
      try {
        await writeSealed(file, [kept, ...others].slice(0, MOST_KEPT), files);
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
      }
    },
  };
}

/** The same files, and what was asked of them while a notice was loaded. */
export function watchReading(files: ReadingFiles): {
  readonly files: ReadingFiles;
  readonly seen: readonly Seen[];
} {
  const seen: Seen[] = [];
  return {
    seen,
    files: {
      readWhole: async (file, limit) => {
        const bytes = await files.readWhole(file, limit);
        seen.push({ way: 'read', path: file, sha256: digestOf(bytes) });
        return bytes;
      },
      list: async (folder) => {
        const entries = await files.list(folder);
        seen.push({ way: 'listed', path: folder, names: entries.map(({ name }) => name) });
        return entries;
      },
      open: async (file) => {
        const open = await files.open(file);
        seen.push({ way: 'opened', path: file });
        return open;
      },
    },
  };
}

/** Whether all that was seen would be seen today. */
async function isToday(seen: readonly Seen[], files: ReadingFiles): Promise<boolean> {
  try {
    const same = await Promise.all(seen.map((one) => isStillThere(one, files)));
    return same.every(Boolean);
  } catch (error) {
    // Loading it says what is wrong.
    if (error instanceof FileError) return false;
    throw error;
  }
}

async function isStillThere(one: Seen, files: ReadingFiles): Promise<boolean> {
  switch (one.way) {
    case 'read':
      return digestOf(await files.readWhole(one.path, MOST_READ)) === one.sha256;
    case 'listed': {
      const names = (await files.list(one.path)).map(({ name }) => name);
      return JSON.stringify(names) === JSON.stringify(one.names);
    }
    case 'opened':
      await (await files.open(one.path)).close();
      return true;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
