import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { limitedUser } from './limited-user.ts';
import {
  answersFile,
  everything,
  has,
  ORG,
  pack,
  STORY_BUNDLE,
  storyToFill,
  completeStory,
} from './pack-project.ts';
import { DATE, SMALL_FILM, startCli, type Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

async function packStory(): Promise<Project> {
  const project = await storyToFill();
  await project.put('作品信息.yaml', answersFile());
  const { exit, stderr } = await pack(project);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  return project;
}

/** Looked at, never changed. */
let once: Promise<Project> | undefined;
const packed = () => (once ??= packStory());

/** Skips by itself where a program of others is not installed. */
function itWith(command: string, name: string, body: () => Promise<void>): void {
  it.skipIf(!has(command))(has(command) ? name : `${name} (skipped: no ${command} on this machine)`, body);
}

describe('what others have at hand agrees with the bundle', () => {
  itWith('sha256sum', 'sha256sum -c finds every file as listed', async () => {
    const project = await packed();
    const said = execFileSync('sha256sum', ['-c', 'manifest-sha256.txt'], {
      cwd: project.at('outbox', STORY_BUNDLE),
      encoding: 'utf8',
    });
    const lines = said.trim().split('\n');
    expect(lines.every((line) => line.endsWith(': OK'))).toBe(true);
    expect(lines).toHaveLength((await readdir(project.at('outbox', STORY_BUNDLE))).length - 1);
  });

  const unpackers: readonly (readonly [
    command: string,
    args: (zip: string, to: string) => readonly string[],
  ])[] = [
    [
      'python3',
      (zip, to) => [
        '-c',
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;z.extractall(sys.argv[2])',
        zip,
        to,
      ],
    ],
    ['unzip', (zip, to) => ['-q', zip, '-d', to]],
    ['7z', (zip, to) => ['x', '-y', `-o${to}`, zip]],
  ];
  for (const [command, args] of unpackers) {
    itWith(command, `${command} unpacks the very files of the folder, names and all`, async () => {
      const project = await packed();
      const to = project.at(`unpacked by ${command}`);
      await mkdir(to);
      const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };
      execFileSync(command, [...args(project.at('outbox', `${STORY_BUNDLE}.zip`), to)], {
        stdio: 'pipe',
        env,
      });
      expect(await everything(to, 'content')).toEqual(
        await everything(project.at('outbox', STORY_BUNDLE), 'content'),
      );
    });
  }
});

const HALF_A_GIB = 512 * 1024 ** 2;
const FORCE = ['--force', '--reason', '试验'] as const;

/** Far too long to be packed at once; sparse, so that it takes no room itself. */
async function bigFilm(): Promise<Project> {
  const project = await completeStory();
  await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
  await truncate(project.at('materials/专题微党课/课/课.mp4'), HALF_A_GIB);
  return project;
}

async function untilBuilding(folder: string): Promise<boolean> {
  for (let tries = 0; tries < 600; tries += 1) {
    const names = await readdir(folder).catch(() => []);
    if (names.some((name) => name.startsWith('.building-'))) return true;
    await wait(50);
  }
  return false;
}

describe.skipIf(process.platform === 'win32')('interrupted while it packs', () => {
  it('no half bundle is left, the materials are as they were, and the exit is 130', async () => {
    const project = await bigFilm();
    const before = await everything(project.at('materials'));
    const args = [
      'pack',
      'materials',
      '--org',
      ORG,
      ...DATE,
      ...FORCE,
      '--category',
      'lecture',
      '--out',
      'outbox',
    ];
    const { child, ended } = startCli(args, { cwd: project.folder });
    expect(await untilBuilding(project.at('outbox'))).toBe(true);
    // The story is small and may be whole already; the film cannot be.
    while ((await readdir(project.at('outbox'))).every((name) => !name.startsWith('.building-')))
      await wait(20);
    await wait(300);
    child.kill('SIGINT');
    const { exit, stderr } = await ended;
    expect(exit).toBe(130);
    expect(stderr).toContain('已中断');
    const names = await readdir(project.at('outbox'));
    expect(names.filter((name) => name.startsWith('.') || name.includes('微党课'))).toEqual([]);
    expect([0, 3]).toContain(names.length);
    expect(await everything(project.at('materials'))).toEqual(before);
  });
});

describe('a place that takes nothing', () => {
  const limited = limitedUser();
  const reason = limited.kind === 'none' ? ` (skipped: ${limited.reason})` : '';
  it.skipIf(limited.kind === 'none')(`is told with the cure, and ends with 3${reason}`, async () => {
    const project = await completeStory();
    await chmod(project.folder, 0o755);
    await mkdir(project.at('closed'), { mode: 0o555 });
    const args = ['pack', 'materials', '--org', ORG, ...DATE, '--no-cache', '--out', 'closed/outbox'];
    const user = limited.kind === 'other' ? { user: limited.user } : {};
    const { exit, stderr } = await startCli(args, { cwd: project.folder, ...user }).ended;
    expect({ exit, bug: stderr.includes('程序自身') }).toEqual({ exit: 3, bug: false });
    expect(stderr).toContain('closed');
    expect(stderr).toContain('--out');
    expect(await readdir(project.at('closed'))).toEqual([]);
  });

  it('a file where the outbox should be ends with 3 and stays as it is', async () => {
    const project = await completeStory();
    await writeFile(project.at('outbox'), '我的文件');
    const { exit, stderr } = await pack(project);
    expect({ exit, bug: stderr.includes('程序自身') }).toEqual({ exit: 3, bug: false });
    expect(stderr).toContain('outbox');
  });
});
