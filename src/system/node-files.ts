import { constants, renameSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';
import { outlastLock } from './outlast-lock.ts';
import { FileError, type FileStat, type Files, type FolderEntry, type OpenFile } from './system.ts';
import { translating } from './translate-file-error.ts';

/** Blocks that `stat` counts are 512 bytes on every platform (POSIX `st_blocks`; libuv follows it on Windows). */
const STAT_BLOCK = 512n;

export const nodeFiles: Files = {
  list: (folder) => translating(folder, () => list(folder)),
  stat: (file) => translating(file, () => stat(file)),
  exists: async (file) => {
    try {
      await translating(file, () => fs.lstat(file));
      return true;
    } catch (error) {
      if (error instanceof FileError && error.kind === 'missing') return false;
      throw error;
    }
  },
  realPath: (file) => translating(file, () => fs.realpath(file)),
  open: (file) => translating(file, () => open(file)),
  readWhole: (file, limit) => translating(file, () => readWhole(file, limit)),
  writeAtomically: (file, data) => translating(file, () => writeAtomically(file, data)),
};

async function list(folder: string): Promise<FolderEntry[]> {
  // As bytes: a name that is no UTF-8 would come back changed as text, and then name no file.
  const entries = await fs.readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries.map((entry) => {
    const shownName = entry.name.toString('utf8');
    const valid = Buffer.from(shownName, 'utf8').equals(entry.name);
    return { name: valid ? shownName : undefined, shownName, kind: kindOf(entry) };
  });
}

async function stat(file: string): Promise<FileStat> {
  const found = await fs.lstat(file, { bigint: true });
  return {
    kind: kindOf(found),
    bytes: Number(found.size),
    allocated: Number(found.blocks * STAT_BLOCK),
    identity: [found.size, found.mtimeNs, found.ctimeNs, found.ino].join(':'),
  };
}

interface Kinds {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}
function kindOf(entry: Kinds): FileStat['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() ? 'file' : 'special';
}

async function open(file: string): Promise<OpenFile> {
  // Neither through a link nor waiting at a pipe that took the file's place since it was listed.
  const handle = await fs.open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const found = await handle.stat();
  if (!found.isFile()) {
    await handle.close();
    throw new FileError('other', file);
  }
  return {
    bytes: found.size,
    read: (offset, length) => translating(file, () => readAt(handle, offset, length)),
    close: () => handle.close(),
  };
}

async function readAt(handle: fs.FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

async function readWhole(file: string, limit: number): Promise<Uint8Array> {
  const opened = await open(file);
  try {
    if (opened.bytes > limit) throw new FileError('too-large', file);
    return await opened.read(0, opened.bytes);
  } finally {
    await opened.close();
  }
}

/** Files that are written side by side have names of their own until they are whole. */
let written = 0;

async function writeAtomically(file: string, data: string | Uint8Array): Promise<void> {
  await makeFolder(path.dirname(file));
  written += 1;
  const own = [process.pid, Date.now().toString(36), written].join('-');
  const temporary = path.join(path.dirname(file), `.four-ones-${own}.tmp`);
  try {
    await fs.writeFile(temporary, data, { flag: 'wx', flush: true });
    outlastLock(() => {
      renameSync(temporary, file);
    });
  } catch (error) {
    await fs.rm(temporary, { force: true, maxRetries: 5, retryDelay: 100 });
    throw error;
  }
}
