import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { home } from './run-cli.ts';

const listShape = z.array(
  z.object({ name: z.string(), version: z.string(), licence: z.string(), allowed: z.boolean() }),
);

async function licences() {
  const script = path.join(home, '.config', 'list-licences.mjs');
  const run = await promisify(execFile)(process.execPath, [script, '--json'], { maxBuffer: 2 ** 24 }).catch(
    (error: unknown) => z.object({ stdout: z.string() }).parse(error),
  );
  return listShape.parse(JSON.parse(run.stdout));
}

it('nobody who installs the program gets code under a licence that was not agreed to', async () => {
  const list = await licences();
  expect(list.filter(({ allowed }) => !allowed)).toEqual([]);
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8')));
  const names = new Set(list.map(({ name }) => name));
  expect(Object.keys(manifest.dependencies).filter((name) => !names.has(name))).toEqual([]);
});
