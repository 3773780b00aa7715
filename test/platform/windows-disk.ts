import { readdirSync, readFileSync, statSync } from 'node:fs';
import { win32 } from 'node:path';
import {
  FileError,
  type FileStat,
  type Files,
  type FolderEntry,
  type Storage,
} from '../../src/system/system.ts';

/**
 * A disk as Windows has it, in memory: paths with drive letters and backslashes (slashes are understood), case does not
 * count, a name that Windows refuses is refused here too.
 */
export interface WindowsDisk {
  readonly files: Files;
  readonly storage: Storage;
  put(path: string, content: string | Uint8Array): void;
  /** Everything below a folder of the real disk. */
  load(real: string, to: string): void;
  /** Every file, as it was spelled when it was made. */
  paths(): readonly string[];
  read(path: string): Buffer;
}

interface Entry {
  readonly path: string;
  /** Undefined: a folder. */
  bytes: Buffer | undefined;
  readonly born: number;
}

const REFUSED = /[<>"|?*\u0000-\u001f]|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

export function createWindowsDisk(): WindowsDisk {
  const entries = new Map<string, Entry>();
  let clock = 0;
  const normal = (path: string) => {
    const full = win32.normalize(path).replace(/(?<=[^:])\\$/u, '');
    if (!/^[A-Z]:(?:\\|$)|^\\\\[^\\]+\\[^\\]+/iu.test(full))
      throw new Error(`not a path of Windows: ${path}`);
    const { root } = win32.parse(full);
    for (const name of full.slice(root.length).split('\\'))
      if (REFUSED.test(name)) throw new FileError('other', path);
    return full;
  };
  const key = (path: string) => normal(path).toUpperCase();
  const add = (path: string, bytes: Buffer | undefined) => {
    const above = win32.dirname(normal(path));
    if (above !== normal(path) && !entries.has(key(above))) add(above, undefined);
    entries.set(key(path), { path: normal(path), bytes, born: ++clock });
  };
  const at = (path: string): Entry => {
    const entry = entries.get(key(path));
    if (!entry) throw new FileError('missing', path);
    return entry;
  };
  const bytesAt = (path: string): Buffer => {
    const { bytes } = at(path);
    if (!bytes) throw new FileError('other', path);
    return bytes;
  };
  const kindOf = ({ bytes }: Entry) => (bytes ? 'file' : 'folder');
  const within = (folder: string) =>
    [...entries.values()].filter(
      ({ path }) => key(path).startsWith(`${key(folder).replace(/\\$/u, '')}\\`) && key(path) !== key(folder),
    );
  const stat = (path: string): FileStat => {
    const entry = at(path);
    const bytes = entry.bytes?.length ?? 0;
    return { kind: kindOf(entry), bytes, allocated: bytes, identity: `${entry.born}:${bytes}` };
  };
  const list = (folder: string): FolderEntry[] => {
    if (at(folder).bytes) throw new FileError('not-a-folder', folder);
    return within(folder)
      .filter(({ path }) => key(win32.dirname(path)) === key(folder))
      .map((entry) => {
        const name = win32.basename(entry.path);
        return { name, shownName: name, kind: kindOf(entry) };
      });
  };
  const open = (path: string) => {
    const bytes = bytesAt(path);
    return {
      bytes: bytes.length,
      read: (offset: number, length: number) =>
        soon(() => new Uint8Array(bytes.subarray(offset, offset + length))),
      close: () => Promise.resolve(),
    };
  };
  const createFile = (path: string) => {
    if (entries.has(key(path))) throw new FileError('busy', path);
    add(path, Buffer.alloc(0));
    return {
      write: (more: Uint8Array) =>
        soon(() => {
          const entry = at(path);
          entry.bytes = Buffer.concat([entry.bytes ?? Buffer.alloc(0), more]);
        }),
      flush: () => Promise.resolve(),
      close: () => Promise.resolve(),
    };
  };
  const move = (from: string, to: string) => {
    if (entries.has(key(to))) throw new FileError('busy', to);
    const moved = [at(from), ...within(from)];
    for (const { path } of moved) entries.delete(key(path));
    for (const { path, bytes } of moved) add(normal(to) + path.slice(normal(from).length), bytes);
  };
  const remove = (path: string) => {
    for (const { path: one } of within(path)) entries.delete(key(one));
    entries.delete(key(path));
  };
  const load = (real: string, to: string) => {
    if (statSync(real).isDirectory())
      for (const name of readdirSync(real)) load(`${real}/${name}`, `${to}\\${name}`);
    else add(to, readFileSync(real));
  };
  return {
    put: (path, content) => {
      add(path, Buffer.from(content));
    },
    load,
    paths: () => [...entries.values()].filter(({ bytes }) => bytes).map(({ path }) => path),
    read: bytesAt,
    files: {
      list: (folder) => soon(() => list(folder)),
      stat: (path) => soon(() => stat(path)),
      exists: (path) => soon(() => entries.has(key(path))),
      realPath: (path) => soon(() => at(path).path),
      open: (path) => soon(() => open(path)),
      // The tables of the PDF reader lie where its package really is.
      readWhole: (path) =>
        soon(() => new Uint8Array(path.includes('node_modules') ? readFileSync(path) : bytesAt(path))),
      writeAtomically: (path, data) =>
        soon(() => {
          add(path, Buffer.from(data));
        }),
    },
    storage: {
      makeFolder: (path) =>
        soon(() => {
          if (!entries.has(key(path))) add(path, undefined);
        }),
      createFile: (path) => soon(() => createFile(path)),
      clone: () => Promise.resolve(false),
      flushFolder: () => Promise.resolve(),
      renameAll: (renames) =>
        soon(() => {
          for (const { from, to } of renames) move(from, to);
        }),
      appendLine: (path, line) =>
        soon(() => {
          add(
            path,
            Buffer.concat([entries.get(key(path))?.bytes ?? Buffer.alloc(0), Buffer.from(`${line}\n`)]),
          );
        }),
      removeFolder: (path) =>
        soon(() => {
          remove(path);
        }),
      freeBytes: () => Promise.resolve(undefined),
      owner: { host: 'PC', pid: 4, since: 1 },
      isAlive: () => Promise.resolve('dead'),
    },
  };
}

async function soon<T>(act: () => T): Promise<T> {
  await Promise.resolve();
  return act();
}
