import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createTools } from '../../src/system/tools.ts';
import { allEnd, writtenPids } from '../probe/video/is-alive.ts';
import { home } from '../run-cli.ts';
import { DATE, openProject, resultsOf, SMALL_FILM, startCli, understand, type Project } from './project.ts';

interface Stopping {
  readonly project: Project;
  /** Process numbers of what hangs: the tool and its child. */
  readonly pids: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Two films; the tool hangs at the second, with a child, until there is a file `free`. */
async function hangingAt(tool: 'ffprobe' | 'ffmpeg'): Promise<Stopping> {
  const project = await openProject();
  await project.copy(SMALL_FILM, 'materials/专题微党课/a/a.mp4');
  await project.copy(SMALL_FILM, 'materials/专题微党课/b/b.mp4');
  const real = await createTools({ PATH: process.env['PATH'] })[tool]();
  const pids = project.at('pids');
  const script = [
    '#!/bin/sh',
    `[ "$1" = -version ] || echo "$*" >> '${project.at('log')}'`,
    `case "$*" in *b.mp4*) if [ ! -e '${project.at('free')}' ]; then`,
    `echo $$ > '${pids}'; sleep 600 & echo $! >> '${pids}'; wait; sleep 600; fi ;; esac`,
    `exec '${real?.path ?? ''}' "$@"`,
  ].join('\n');
  const file = await project.put(`bin/${tool}`, script, 0o755);
  return { project, pids, env: { [tool === 'ffprobe' ? 'FFPROBE_PATH' : 'FFMPEG_PATH']: file } };
}

const askedOf = async (project: Project, film: string) =>
  (await readFile(project.at('log'), 'utf8')).split('\n').filter((line) => line.includes(`${film}.mp4`))
    .length;

// The scripts need a POSIX shell; Windows knows no signals.
describe.skipIf(process.platform === 'win32')('interrupted while it waits for another program', () => {
  it.each([
    ['SIGINT', 'ffprobe', []],
    ['SIGTERM', 'ffprobe', ['--lang', 'en']],
    ['SIGHUP', 'ffmpeg', ['--deep']],
  ] as const)(
    'by %s: it ends at once, leaves nothing running, and the next run goes on from there',
    async (signal, tool, options) => {
      const { project, pids, env } = await hangingAt(tool);
      const args = ['check', '--format', 'json', '--jobs', '1', ...DATE, ...options];
      const { child, ended } = startCli(args, { cwd: project.folder, env });
      const hanging = await writtenPids(pids, 2);
      const started = performance.now();
      child.kill(signal);
      const { exit, stdout, stderr } = await ended;
      expect([exit, stdout]).toEqual([130, '']);
      // What hangs would hang for ten minutes.
      expect(performance.now() - started).toBeLessThan(20_000);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stderr).toMatch(options[0] === '--lang' ? /^Interrupted/ : /^已中断/);
      expect(await allEnd(hanging)).toBe(true);
      expect(existsSync(project.at('.four-ones', 'facts.json'))).toBe(true);

      await project.put('free', '');
      const first = await askedOf(project, 'a');
      const { report } = understand(await project.run(args, { env, apart: true }));
      expect(resultsOf(report, 'file.readable', '专题微党课/a/a.mp4')).toEqual(['pass']);
      expect(resultsOf(report, 'file.readable', '专题微党课/b/b.mp4')).toEqual(['pass']);
      // What was decoded is not decoded again; the look for subtitles begins when all films have been examined.
      const looks = tool === 'ffmpeg' ? 1 : 0;
      expect(await askedOf(project, 'a')).toBe(first + looks);
    },
  );

  it('twice, by someone who insists: it is gone, and so is what it started', async () => {
    const { project, pids, env } = await hangingAt('ffprobe');
    const { child, ended } = startCli(['check', '--jobs', '1'], { cwd: project.folder, env });
    const hanging = await writtenPids(pids, 2);
    child.kill('SIGINT');
    child.kill('SIGINT');
    const { exit } = await ended;
    expect([130, null]).toContain(exit);
    expect(await allEnd(hanging)).toBe(true);
  });
});

describe('a reader that has seen enough', () => {
  it.each([['text'], ['json']])('of %s is no failure', async (format) => {
    const project = await openProject();
    await project.copy('cases/photo-faults/materials', 'materials');
    const args = ['check', '--format', format, ...DATE];
    await project.run(args);
    const { child, ended } = startCli(args, { cwd: project.folder });
    child.stdout?.destroy();
    const { exit, stderr } = await ended;
    expect([exit, stderr]).toEqual([1, '']);
  });

  it('but results that got lost on a full disk are one', async (context) => {
    if (!existsSync('/dev/full')) context.skip('this system has no /dev/full');
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    const full = openSync('/dev/full', 'w');
    const run = spawnSync(process.execPath, [`${home}/bin/four-ones.js`, 'check', ...DATE], {
      cwd: project.folder,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    expect(run.status).toBe(3);
    expect(run.stderr).toContain('ENOSPC');
    expect(run.stderr).not.toMatch(/^ +at /m);
  });
});
