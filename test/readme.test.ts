import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { home } from './run-cli.ts';

it('a reader of the README finds today’s checks, exit codes, mailboxes and packages', async () => {
  const script = path.join(home, '.config', 'write-tables.mjs');
  const { stderr } = await promisify(execFile)(process.execPath, [script, '--check'], { cwd: home });
  expect(stderr).toBe('');
});

it('every file the README points at is there', () => {
  const readme = readFileSync(path.join(home, 'README.md'), 'utf8');
  const files = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((file) => !existsSync(path.join(home, file)))).toEqual([]);
});
