import { readdirSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { home } from '../run-cli.ts';
import { openProject, type Project } from './project.ts';

/**
 * What a user reads, word for word, at 80 columns. To take over new words, run with ACCEPT_TRANSCRIPTS=1 and read the
 * difference as prose; that run fails on purpose.
 */
const folder = path.join(home, 'test', 'cli', 'transcripts');
/** As a user starts it, in a process of its own; the others in this one, which says the same. */
const APART: ReadonlySet<string> = new Set(['explain-zh.md', 'help.md']);
const accepting = process.env['ACCEPT_TRANSCRIPTS'] === '1';

/** The page with every command's output as it is now, of a process of its own where `apart`; comments say what the working folder holds. */
async function replay(page: string, project: Project, apart: boolean): Promise<string> {
  const written: string[] = [];
  let inBlock = false;
  for (const line of page.split('\n')) {
    if (line.startsWith('```')) inBlock = !inBlock;
    if (!inBlock || line.startsWith('```')) {
      if (written.at(-1) === '' && line === '```') written.pop();
      written.push(line);
      await prepare(line, project);
    } else if (line.startsWith('$ four-ones')) {
      written.push(line, ...(await outputOf(line, project, apart)), '');
    }
  }
  return written.join('\n');
}

async function prepare(comment: string, project: Project): Promise<void> {
  const materials = /^<!-- materials: (\S+) -->$/.exec(comment)?.[1];
  if (materials !== undefined) {
    await rm(project.at('materials'), { recursive: true, force: true });
    await project.copy(materials, 'materials');
  }
  const [, name, content] = /^<!-- file (\S+): (.*) -->$/.exec(comment) ?? [];
  if (name !== undefined && content !== undefined) await project.put(name, content.replaceAll('\\n', '\n'));
}

/** Results as they are, complaints behind `2>`, then how it ended. */
async function outputOf(command: string, project: Project, apart: boolean): Promise<readonly string[]> {
  const { exit, stdout, stderr } = await project.run(command.split(' ').slice(2), { apart });
  const lines = (text: string) => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  return [...lines(stdout), ...lines(stderr).map((line) => `2> ${line}`), `[exit ${String(exit)}]`];
}

const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe.concurrent('what a user reads is what was read and found good', () => {
  it.each(pages)('%s', { timeout: 240_000 }, async (name) => {
    const file = path.join(folder, name);
    const page = await readFile(file, 'utf8');
    const now = await replay(page, await openProject(), APART.has(name));
    if (accepting) await writeFile(file, now);
    expect(now).toBe(page);
  });

  it('there are commands on every page', async () => {
    for (const name of pages) {
      const page = await readFile(path.join(folder, name), 'utf8');
      expect([name, /^\$ four-ones/m.test(page), /^\[exit \d+\]$/m.test(page)]).toEqual([name, true, true]);
    }
  });

  it('no line of a report is wider than 80 columns, but commands to copy and names', async () => {
    const { default: stringWidth } = await import('string-width');
    for (const name of pages) {
      const page = await readFile(path.join(folder, name), 'utf8');
      const wide = page.split('\n').filter((line) => stringWidth(line, { ambiguousIsNarrow: true }) > 80);
      expect([
        name,
        wide.filter((line) => !/^(?:2> |\$ |<!--)|^ *(?:\d+\. )?ffmpeg |^ *four-ones confirm /.test(line)),
      ]).toEqual([name, []]);
    }
  });
});
