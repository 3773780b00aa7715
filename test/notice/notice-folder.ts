import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { UsageError } from '../../src/model/problems.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import type { Notice } from '../../src/model/notice.ts';
import { nodeFiles } from '../../src/system/node-files.ts';

export const templates = path.resolve(import.meta.dirname, '../../templates');

/** The notices that come with the program, read from the real files. */
export function loadBuiltIn(id: string, year?: number): Promise<Notice> {
  return loadNotice(id, {
    files: nodeFiles,
    templates,
    workingFolder: '/',
    ...(year !== undefined && { year }),
  });
}

/** A working folder with these files in it, gone when the test ends. */
export async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notice-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}

/** Loads `mine.yaml`, or another of these files, as a user in their folder would. */
export async function loadFrom(
  files: Readonly<Record<string, string>>,
  options: { readonly name?: string; readonly year?: number } = {},
): Promise<Notice> {
  const { name = 'mine.yaml', ...rest } = options;
  const workingFolder = await folderWith(files);
  return loadNotice(name, { files: nodeFiles, templates, workingFolder, ...rest });
}

/** The mistake that loading ends with. */
export async function mistakeOf(loading: Promise<Notice>): Promise<UsageError> {
  const outcome = await loading.then(
    () => 'no mistake was found',
    (error: unknown) => error,
  );
  if (outcome instanceof UsageError) return outcome;
  throw new Error('expected a UsageError', { cause: outcome });
}
