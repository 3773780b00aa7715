import {
  appendFile,
  chmod,
  lstat,
  mkdir,
  readFile,
  readdir,
  rename,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createTools } from '../../src/system/tools.ts';
import { DATE, openProject, resultsOf, SMALL_FILM, STORY, type Project } from './project.ts';

const CACHE = '.four-ones/facts.json';

/** A story and a film, and an ffprobe that writes down when it is asked: so it shows what comes from the cache. */
async function openCounted() {
  const project = await openProject();
  await project.copy('cases/story-complete/materials', 'materials');
  await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
  const real = await createTools({ PATH: process.env['PATH'] }).ffprobe();
  const script = `#!/bin/sh\necho asked >> '${project.at('log')}'\nexec '${real?.path ?? ''}' "$@"\n`;
  const env = { FFPROBE_PATH: await project.put('bin/ffprobe', script, 0o755) };
  await writeFile(project.at('log'), '');
  const asked = async () => (await readFile(project.at('log'), 'utf8')).split('\n').length - 1;
  return { project, env, asked, check: (args: readonly string[] = []) => project.check(args, { env }) };
}

// The scripts need a POSIX shell.
describe.skipIf(process.platform === 'win32')('the cache', () => {
  it('saves looking again, and changes not a letter of the report', async () => {
    const { project, asked, check } = await openCounted();
    const first = await check();
    expect(await asked()).toBe(1);
    const again = await check();
    expect(await asked()).toBe(1);
    expect(again.stdout).toBe(first.stdout);
    const fresh = await check(['--no-cache']);
    expect(await asked()).toBe(2);
    expect(fresh.stdout).toBe(first.stdout);
    const texts = await Promise.all([
      project.run(['check', ...DATE]),
      project.run(['check', '--no-cache', ...DATE]),
    ]);
    expect(texts[0].stdout).toBe(texts[1].stdout);
  });

  it('is judged afresh against another notice, another day, another strictness', async () => {
    const { asked, check } = await openCounted();
    const first = await check();
    const strict = await check(['--strict']);
    const other = await check(['--notice', 'moe-2020']);
    expect(await asked()).toBe(1);
    expect(strict.report.verdict).not.toBe(first.report.verdict);
    expect(other.report.checks).not.toEqual(first.report.checks);
  });

  it('does not pass what was only looked at for what was decoded from end to end', async () => {
    const { asked, check } = await openCounted();
    await check();
    await check(['--deep']);
    expect(await asked()).toBe(2);
    await check();
    await check(['--deep']);
    expect(await asked()).toBe(2);
  });

  it('notices a byte changed behind its back: same size, same time', async () => {
    const { project, check } = await openCounted();
    const photo = project.at('materials', '战疫故事汇/逆行者/照片1.jpg');
    const name = '战疫故事汇/逆行者/照片1.jpg';
    // A whole second: finer times do not survive being set again.
    await utimes(photo, 1e9, 1e9);
    expect(resultsOf((await check()).report, 'file.readable', name)).toEqual(['pass']);
    const before = await lstat(photo, { bigint: true });
    const bytes = await readFile(photo);
    await writeFile(photo, bytes.fill(0, bytes.length / 2));
    await utimes(photo, 1e9, 1e9);
    const now = await lstat(photo, { bigint: true });
    expect([now.size, now.mtimeNs, now.ino]).toEqual([before.size, before.mtimeNs, before.ino]);
    expect(resultsOf((await check()).report, 'file.readable', name)).toEqual(['fail']);
  });

  it('notices two files that changed places', async () => {
    const { project, check } = await openCounted();
    await project.copy(
      'cases/photo-faults/materials/战疫故事汇/照片/只有半张.jpg',
      'materials/战疫故事汇/逆行者/半.jpg',
    );
    const [whole, half] = ['照片1.jpg', '半.jpg'].map((name) => `战疫故事汇/逆行者/${name}`);
    await check();
    const at = (name = '') => project.at('materials', name);
    await rename(at(whole), at('战疫故事汇/x'));
    await rename(at(half), at(whole));
    await rename(at('战疫故事汇/x'), at(half));
    const { report } = await check();
    expect(resultsOf(report, 'file.readable', whole)).toEqual(['fail']);
    expect(resultsOf(report, 'file.readable', half)).toEqual(['pass']);
  });

  it('is not believed once it is cut off, changed, from another program or no cache at all', async () => {
    const { project, asked, check } = await openCounted();
    const first = await check();
    const good = await readFile(project.at(CACHE), 'utf8');
    expect(good).toContain('"state":"whole"');
    const [head = '', body = ''] = good.split('\n');
    const spoilt = [
      good.slice(0, -10),
      good.replaceAll('"width":1920', '"width":640'),
      `${JSON.stringify({ version: 'other', digest: 'x' })}\n${body}`,
      `${head}\n{}`,
      '',
      '\u0000'.repeat(1000),
    ];
    let times = await asked();
    for (const content of spoilt) {
      await writeFile(project.at(CACHE), content);
      const { stdout, stderr } = await check();
      expect([content.slice(0, 40), stdout === first.stdout, stderr]).toEqual([
        content.slice(0, 40),
        true,
        '',
      ]);
      expect(await asked()).toBe(++times);
    }
    await check();
    expect(await asked()).toBe(times);
  });

  it('may be a folder, a link or closed: the check goes on without it', async () => {
    const { project, check } = await openCounted();
    const first = await check();
    const cache = project.at(CACHE);
    await rename(cache, project.at('old'));
    await mkdir(cache);
    expect((await check()).stdout).toBe(first.stdout);
    await rename(cache, project.at('older'));
    await writeFile(project.at('precious'), 'mine');
    await symlink('../precious', cache);
    expect((await check()).stdout).toBe(first.stdout);
    expect(await readFile(project.at('precious'), 'utf8')).toBe('mine');
    await chmod(cache, 0o000);
    expect((await check()).stdout).toBe(first.stdout);
  });

  it('--no-cache neither reads nor writes it', async () => {
    const { project, check } = await openCounted();
    await check(['--no-cache']);
    expect(await readdir(project.folder)).not.toContain('.four-ones');
    await check();
    const before = await lstat(project.at(CACHE), { bigint: true });
    await appendFile(project.at('materials', STORY.split('/').at(-1) ?? '', '逆行者', '故事.docx'), ' ');
    await check(['--no-cache']);
    expect(await lstat(project.at(CACHE), { bigint: true })).toEqual(before);
  });

  it('forgets what is gone, and keeps what belongs to another folder', async () => {
    const { project, asked, check } = await openCounted();
    await project.copy(SMALL_FILM, 'other/课.mp4');
    await check();
    await project.run(['check', 'other', ...DATE], { env: { FFPROBE_PATH: project.at('bin', 'ffprobe') } });
    const times = await asked();
    await truncate(project.at('materials', '战疫故事汇/逆行者/照片2.jpg'), 0);
    await check();
    await project.run(['check', 'other', ...DATE], { env: { FFPROBE_PATH: project.at('bin', 'ffprobe') } });
    expect(await asked()).toBe(times);
    expect(await readFile(project.at(CACHE), 'utf8')).not.toContain('照片2.jpg');
  });
});

describe('nothing is written among the materials', () => {
  const namesIn = async (folder: string) => (await readdir(folder, { recursive: true })).sort();

  it('not even where the project, or the folder one stands in, is the materials folder or lies in it', async () => {
    const project: Project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    await project.put('materials/four-ones.yaml', 'materials: .\n');
    const before = await namesIn(project.at('materials'));
    const ways: readonly (readonly [cwd: string, args: readonly string[]])[] = [
      ['materials', ['check']],
      ['materials/战疫故事汇', ['check']],
      ['materials/战疫故事汇', ['check', '..']],
      ['', ['check', '--config', 'materials/four-ones.yaml']],
    ];
    for (const [cwd, args] of ways) {
      const { exit, stderr } = await project.run([...args, ...DATE], { cwd: project.at(cwd) });
      expect([args, exit, stderr]).toEqual([args, 0, '']);
    }
    expect(await namesIn(project.at('materials'))).toEqual(before);
  });

  // Windows lets only administrators make links.
  it.skipIf(process.platform === 'win32')('nor where a link leads there', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'real/materials');
    const before = await namesIn(project.at('real'));
    await symlink('real', project.at('link'));
    const { exit } = await project.run(['check', project.at('link'), ...DATE], {
      cwd: project.at('real', 'materials'),
    });
    expect(exit).toBe(0);
    expect(await namesIn(project.at('real'))).toEqual(before);
  });
});
