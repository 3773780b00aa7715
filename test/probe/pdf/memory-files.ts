import { readFileSync } from 'node:fs';
import { FileError, type Files } from '../../../src/system/system.ts';

/** One document in memory, under any name; pdf.js's own tables come from the disk. */
export function memoryFiles(document: Uint8Array): Files {
  const absent = (path: string) => Promise.reject(new FileError('missing', path));
  return {
    list: absent,
    stat: absent,
    exists: () => Promise.resolve(true),
    realPath: absent,
    open: () =>
      Promise.resolve({
        bytes: document.length,
        read: (offset, length) => Promise.resolve(document.slice(offset, offset + length)),
        close: () => Promise.resolve(),
      }),
    readWhole: (path) =>
      Promise.resolve(path.includes('node_modules') ? readFileSync(path) : document.slice()),
    writeAtomically: absent,
  };
}
