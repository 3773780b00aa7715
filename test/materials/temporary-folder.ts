import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder on the real disk for the tests of one file; gone afterwards. */
export function temporaryFolder(): {
  path: (name?: string) => string;
  put: (name: string, content?: string | Uint8Array) => Promise<string>;
} {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'four-ones-materials-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));
  const path = (name = '') => join(root, name);
  return {
    path,
    put: async (name, content = 'x') => {
      await mkdir(dirname(path(name)), { recursive: true });
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
