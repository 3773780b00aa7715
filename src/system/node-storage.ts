import { constants, lstatSync, renameSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';
import { isOwnerAlive, thisOwner } from './node-owner.ts';
import { outlastLock } from './outlast-lock.ts';
import { fileErrorOf, translating } from './translate-file-error.ts';
import { FileError, type NewFile, type Rename, type Storage } from './system.ts';

export const nodeStorage: Storage = {
  makeFolder: (folder) => translating(folder, () => makeFolder(folder)),
  createFile: (file) => translating(file, () => createFile(file)),
  clone: (source, target) => clone(source, target),
  flushFolder: (folder) => translating(folder, () => flushFolder(folder)),
  renameAll: (renames) => renameAll(renames),
  appendLine: (file, line) => translating(file, () => appendLine(file, line)),
  removeFolder: (folder) =>
    translating(folder, () =>
      fs.rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
    ),
  freeBytes: (folder) => freeBytes(folder),
  owner: thisOwner,
  isAlive: (owner) => isOwnerAlive(owner),
};

async function createFile(file: string): Promise<NewFile> {
  const handle = await fs.open(file, 'wx');
  return {
    write: (bytes) => translating(file, () => writeAll(handle, bytes)),
    flush: () => translating(file, () => handle.sync()),
    close: () => translating(file, () => handle.close()),
  };
}

async function writeAll(handle: fs.FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    done += bytesWritten;
  }
}

/** What file systems say that cannot clone: other disk, no such operation, or no such operation for this file. */
const CANNOT_CLONE: ReadonlySet<unknown> = new Set([
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EXDEV',
  'EINVAL',
  'ENOTTY',
]);

async function clone(source: string, target: string): Promise<boolean> {
  try {
    await fs.copyFile(source, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    await fs.chmod(target, 0o644);
    await flushFile(target);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && CANNOT_CLONE.has(error.code)) return false;
    throw fileErrorOf(source, error);
  }
}

async function flushFile(file: string): Promise<void> {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows neither opens folders nor needs it: NTFS journals names.
  if (process.platform === 'win32') return;
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** One write a line: whoever is killed in between leaves one torn line at most, and that at the end. */
async function appendLine(file: string, line: string): Promise<void> {
  const isNew = !isThere(file);
  const handle = await fs.open(file, 'a+');
  try {
    const start = (await endsInside(handle)) ? '\n' : '';
    await writeAll(handle, Buffer.from(`${start}${line}\n`));
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (isNew) await flushFolder(path.dirname(file));
}

/** Whether the last line lacks its end. */
async function endsInside(handle: fs.FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  await handle.read(last, 0, 1, size - 1);
  return last[0] !== 0x0a;
}

/** In one go, without giving way in between: whoever kills the process hits the gap between two renames or none. */
function renameAll(renames: readonly Rename[]): Promise<void> {
  return translating(renames[0]?.from ?? '', async () => {
    const done: Rename[] = [];
    try {
      for (const rename of renames) {
        if (isThere(rename.to)) throw new FileError('busy', rename.to);
        outlastLock(() => {
          renameSync(rename.from, rename.to);
        });
        done.unshift(rename);
      }
    } catch (error) {
      for (const { from, to } of done) {
        outlastLock(() => {
          renameSync(to, from);
        });
      }
      throw error;
    }
    return Promise.resolve();
  });
}

function isThere(place: string): boolean {
  return lstatSync(place, { throwIfNoEntry: false }) !== undefined;
}

async function freeBytes(folder: string): Promise<number | undefined> {
  try {
    const { bavail, bsize } = await fs.statfs(folder);
    return bavail * bsize;
  } catch {
    // Some network drives do not answer; then the disk says so itself when it is full.
    return undefined;
  }
}
