import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nodeFiles } from '../../src/system/node-files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'four-ones-write-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('files written side by side in one folder do not take one another’s place', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `${index}.txt`);
  await Promise.all(names.map((name) => nodeFiles.writeAtomically(path.join(folder, 'new', name), name)));
  const found = await readdir(path.join(folder, 'new'));
  expect(found.sort()).toEqual([...names].sort());
  for (const name of names) expect(await readFile(path.join(folder, 'new', name), 'utf8')).toBe(name);
});
