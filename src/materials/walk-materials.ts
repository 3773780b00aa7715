import { join } from 'node:path';
import pLimit from 'p-limit';
import type { FoundFile, Stray } from '../model/materials.ts';
import { EnvironmentError } from '../model/problems.ts';
import { FileError, type Files, type FileStat, type FolderEntry } from '../system/system.ts';
import { byPath } from './order-paths.ts';
import { strayReasonOf } from './stray-names.ts';

export interface WalkLimits {
  /** Folders below the root. */
  readonly depth: number;
  /** Files and folders together. */
  readonly entries: number;
}
export const WALK_LIMITS: WalkLimits = { depth: 32, entries: 200_000 };

export interface Walked {
  readonly files: readonly FoundFile[];
  readonly strays: readonly Stray[];
}

const CONCURRENT = 16;
/** No file system keeps more than this inside its own records, without a block of its own. */
const INLINE_BYTES = 64 * 1024;

interface Folder {
  readonly path: string;
  readonly absolute: string;
}
type Seen =
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'stray'; readonly stray: Stray }
  | { readonly kind: 'folder'; readonly folder: Folder };

/**
 * Every file below `root`, in an order that depends on names alone, and everything there that is not material.
 * Links are named, never followed. A root that cannot be listed is a `FileError`; too many entries are an
 * `EnvironmentError`.
 */
export async function walkMaterials(
  root: string,
  files: Files,
  limits: WalkLimits = WALK_LIMITS,
): Promise<Walked> {
  const pool = pLimit(CONCURRENT);
  const found: FoundFile[] = [];
  const strays: Stray[] = [];
  let entries = 0;
  let level: readonly Folder[] = [{ path: '', absolute: root }];
  try {
    for (let depth = 0; level.length > 0 && depth <= limits.depth; depth++) {
      const listed = await pool.map(level, async (folder) => {
        const inside = await listFolder(folder, files);
        entries += inside.length;
        if (entries > limits.entries) throw tooMany(limits.entries);
        return inside;
      });
      const seen = await pool.map(listed.flat(), (place) => look(place, files));
      found.push(...seen.flatMap((one) => (one.kind === 'file' ? [one.file] : [])));
      strays.push(...seen.flatMap((one) => (one.kind === 'stray' ? [one.stray] : [])));
      level = seen.flatMap((one) => (one.kind === 'folder' ? [one.folder] : []));
    }
  } finally {
    pool.clearQueue();
  }
  strays.push(...level.map(({ path }): Stray => ({ path, reason: 'too-deep' })));
  return { files: found.sort(byPath), strays: strays.sort(byPath) };
}

type Place = Seen | { readonly kind: 'entry'; readonly folder: Folder; readonly entry: FolderEntry };

async function listFolder(folder: Folder, files: Files): Promise<readonly Place[]> {
  try {
    const entries = await files.list(folder.absolute);
    return entries.map((entry) => ({ kind: 'entry', folder, entry }));
  } catch (error) {
    if (folder.path === '' || !(error instanceof FileError)) throw error;
    return [stray(folder.path, 'unreadable')];
  }
}

async function look(place: Place, files: Files): Promise<Seen> {
  if (place.kind !== 'entry') return place;
  const { folder, entry } = place;
  const path = folder.path === '' ? entry.shownName : `${folder.path}/${entry.shownName}`;
  if (entry.name === undefined) return stray(path, 'name-not-unicode');
  if (entry.kind === 'link') return stray(path, 'link');
  const reason = strayReasonOf(entry.name);
  if (reason) return stray(path, reason);
  const here: Folder = {
    path: folder.path === '' ? entry.name : `${folder.path}/${entry.name}`,
    absolute: join(folder.absolute, entry.name),
  };
  if (entry.kind === 'folder') return { kind: 'folder', folder: here };
  const stat = await statOrNone(here.absolute, files);
  return stat ? classify(here, stat) : stray(here.path, 'unreadable');
}

/** Undefined where the system refuses, or the file has gone since its folder was listed. */
async function statOrNone(path: string, files: Files): Promise<FileStat | undefined> {
  try {
    return await files.stat(path);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

function classify(here: Folder, { kind, bytes, allocated, identity }: FileStat): Seen {
  if (kind === 'link' || kind === 'special') return stray(here.path, kind);
  if (kind === 'folder') return { kind: 'folder', folder: here };
  if (bytes === 0) return stray(here.path, 'empty');
  if (allocated === 0 && bytes > INLINE_BYTES) return stray(here.path, 'cloud-placeholder');
  return { kind: 'file', file: { path: here.path, bytes, identity } };
}

function stray(path: string, reason: Stray['reason']): { readonly kind: 'stray'; readonly stray: Stray } {
  return { kind: 'stray', stray: { path, reason } };
}

function tooMany(limit: number): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `材料文件夹里的文件和文件夹超过 ${limit} 个，已停止查看`,
      en: `the materials folder holds more than ${limit} files and folders; stopped looking`,
    },
    {
      zh: '请确认选对了文件夹（不是整个磁盘或桌面），或者分成几个文件夹分别检查',
      en: 'make sure it is the right folder (not a whole disk or desktop), or check it in several parts',
    },
  );
}
