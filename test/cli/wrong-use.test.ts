import { chmod, mkdir, symlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type CliRun } from '../run-cli.ts';
import { limitedUser } from './limited-user.ts';
import { DATE, openProject, PHOTO, startCli, understand, type Project } from './project.ts';

/** A complaint: on stderr alone, short, in the language asked for, and never a look into the machine. */
function expectComplaint({ exit, stdout, stderr }: CliRun, code: 2 | 3, lang: 'zh' | 'en'): void {
  expect({ exit, stdout, stderr }).toEqual({
    exit: code,
    stdout: '',
    stderr: expect.stringMatching(/\S/) as string,
  });
  expect(stderr.split('\n').length).toBeLessThanOrEqual(6);
  expect(stderr).not.toMatch(/^ +at |Error:|node:|undefined|\[object|bug of four-ones|程序自身/m);
  if (lang === 'zh') expect(stderr).toMatch(/\p{Script=Han}/u);
}

/** Both languages say the same things: whatever is no Chinese and no English word stands in both. */
async function complains(
  project: Project,
  args: readonly string[],
  code: 2 | 3,
  says: readonly string[],
): Promise<void> {
  const [zh, en] = await Promise.all([
    project.run(args),
    project.run([...args.slice(0, 1), '--lang', 'en', ...args.slice(1)]),
  ]);
  expectComplaint(zh, code, 'zh');
  expectComplaint(en, code, 'en');
  expect(zh.stderr).not.toBe(en.stderr);
  for (const word of says) {
    expect(zh.stderr).toContain(word);
    expect(en.stderr).toContain(word);
  }
}

describe.concurrent('wrong use ends with 2 and says what to do instead', () => {
  const cases: readonly (readonly [what: string, args: readonly string[], says: readonly string[]])[] = [
    ['a folder that is not there', ['check', '没有'], ['没有', 'four-ones check']],
    ['a file for a folder', ['check', 'materials/照片.jpg'], ['materials/照片.jpg']],
    ['an empty name for a folder', ['check', ''], ['materials']],
    ['a day that does not exist', ['check', '--date', '2020-02-30'], ['2020-02-30', '2020-07-10']],
    ['a day in other words', ['check', '--date', '7月10日'], ['7月10日', '2020-07-10']],
    ['a misspelt notice', ['check', '--notice', 'scau-2002'], ['scau-2002', 'scau-2020']],
    ['a notice file that is not there', ['check', '--notice', './没有.yaml'], ['没有.yaml']],
    ['an unknown option', ['check', '--strickt'], ['--strickt', '--strict']],
    ['an option without its value', ['check', '--date'], ['--date']],
    ['too many arguments', ['check', 'a', 'b'], []],
    ['an unknown format', ['check', '--format', 'xml'], ['xml', 'json']],
    ['no number', ['check', '--jobs', 'zwei'], ['zwei', '64']],
    ['a number out of bounds', ['check', '--jobs', '0'], ['0', '64']],
    ['an unknown category', ['check', '--category', '没有'], ['没有', 'story']],
    ['an empty unit', ['check', '--org', ' '], ['--org']],
    ['a config that is not there', ['check', '--config', '没有.yaml'], ['没有.yaml']],
    ['a report that exists', ['check', '--output', 'report.txt'], ['report.txt']],
    ['a report where a folder is', ['check', '--output', 'materials'], ['materials']],
    ['a report without a name', ['check', '--output', ''], ['--output']],
    ['a report among the materials', ['check', '--output', 'materials/报告.txt'], []],
    ['a report in a folder of the materials', ['check', '--output', 'materials/新/报告.txt'], []],
    ['a misspelt check', ['explain', 'vidoe.resolution'], ['vidoe.resolution', 'video.resolution']],
  ];
  it.each(cases)('%s', async (_, args, says) => {
    const project = await openProject();
    await project.copy(PHOTO, 'materials/照片.jpg');
    await project.put('report.txt', 'old');
    await complains(project, args, 2, says);
  });

  it('a misspelt command, in either language', async () => {
    const project = await openProject();
    for (const lang of ['zh', 'en'] as const) {
      const run = await project.run(['chekc', '--lang', lang]);
      expectComplaint(run, 2, lang);
      expect(run.stderr).toMatch(/chekc.*check/);
    }
  });

  it('a report that would land among the materials by another way', async () => {
    const project = await openProject();
    await project.copy(PHOTO, 'stuff/照片.jpg');
    await mkdir(project.at('stuff', '..more'));
    await project.put('four-ones.yaml', 'materials: stuff\n');
    const targets = ['stuff/r.txt', 'stuff/..more/r.txt'];
    if (process.platform !== 'win32') {
      await symlink('stuff', project.at('link'));
      targets.push('link/r.txt', 'link/new/r.txt');
    }
    for (const target of targets) {
      expectComplaint(await project.run(['check', '--output', target]), 2, 'zh');
      expectComplaint(await project.run(['check', 'stuff', '--output', target]), 2, 'zh');
    }
    const beside = await project.run(['check', ...DATE, '--output', '..report.txt']);
    expect([beside.exit, beside.stdout, beside.stderr]).toEqual([4, '', '报告已写入 ..report.txt\n']);
  });
});

describe.concurrent('a mistake in a file of one’s own is found by file, line, column and key', () => {
  const cases: readonly (readonly [
    what: string,
    content: string,
    key: string,
    place: readonly [number, number],
  ])[] = [
    ['an unknown key', 'org: 一\nnotcie: scau-2020\n', 'notcie', [2, 1]],
    ['a value of the wrong kind', 'org: 一\nmail:\n  port: 很大\n', 'port', [3, 3]],
    ['a password', 'mail:\n  password: abc\n', 'password', [2, 3]],
    ['a day that does not exist', 'org: 一\ndate: 2020-02-30\n', 'date', [2, 1]],
    ['a list for a map', '- a\n', '', [1, 1]],
    ['no YAML', 'org: 一\nnotice: [a\n', '', [3, 1]],
  ];
  it.each(cases)('in the config: %s', async (_, content, key, [line, column]) => {
    const project = await openProject();
    await project.put('four-ones.yaml', content);
    const [zh, en] = await Promise.all([project.run(['check']), project.run(['check', '--lang', 'en'])]);
    expectComplaint(zh, 2, 'zh');
    expectComplaint(en, 2, 'en');
    expect(zh.stderr).toContain(`four-ones.yaml，第 ${line} 行，第 ${column} 列`);
    expect(en.stderr).toContain(`four-ones.yaml, line ${line}, column ${column}`);
    expect(zh.stderr).toContain(key);
  });

  const notices: readonly (readonly [
    what: string,
    content: string,
    place: readonly [number, number],
    says: string,
  ])[] = [
    ['an unknown key', 'title: 自\nextends: scau-2020\ncatgories: {}\n', [3, 1], 'categories'],
    [
      'a size without sense',
      'title: 自\nextends: scau-2020\nmedia:\n  photo: { size: { max: 十兆 } }\n',
      [4, 20],
      'max',
    ],
    ['an unknown parent', 'title: 自\nextends: scau-2002\n', [2, 1], 'scau-2020'],
  ];
  it.each(notices)('in a notice: %s', async (_, content, [line, column], says) => {
    const project = await openProject();
    await project.put('own.yaml', content);
    for (const args of [
      ['notice', 'check', './own.yaml'],
      ['notice', 'show', './own.yaml'],
      ['check', '--notice', './own.yaml'],
    ]) {
      const run = await project.run(args);
      expectComplaint(run, 2, 'zh');
      expect(run.stderr).toMatch(new RegExp(`own\\.yaml，第 ${line} 行，第 ${column} 列`));
      expect(run.stderr).toContain(says);
    }
  });

  it('a file that cannot be a config or a notice is no bug of the program', async () => {
    const project = await openProject();
    await mkdir(project.at('four-ones.yaml'));
    await complains(project, ['check'], 3, ['four-ones.yaml']);
    await mkdir(project.at('folder.yaml'));
    await complains(project, ['check', '--config', './folder.yaml'], 3, ['folder.yaml']);
    await project.put('good.yaml', '');
    await complains(project, ['check', '--config', 'good.yaml', '--notice', './folder.yaml'], 3, [
      'folder.yaml',
    ]);
    await project.put('big.yaml', Buffer.alloc(8 * 1024 * 1024, '#'));
    await complains(project, ['check', '--config', 'big.yaml'], 2, ['big.yaml']);
    for (const bytes of [Buffer.from([0xff, 0xff, 0x80, 0x00]), Buffer.alloc(1000, 0)]) {
      await project.put('binary.yaml', bytes);
      await complains(project, ['check', '--config', 'binary.yaml'], 2, ['binary.yaml']);
      await complains(project, ['check', '--config', 'good.yaml', '--notice', './binary.yaml'], 2, [
        'binary.yaml',
      ]);
    }
  });
});

describe.concurrent('where the world fails, it ends with 3 and says what helps', () => {
  const limited = limitedUser();
  const user = limited.kind === 'other' ? { user: limited.user } : {};

  it('a report that cannot be written', async () => {
    const project = await openProject();
    await project.copy(PHOTO, 'materials/照片.jpg');
    await project.put('file', 'x');
    await complains(project, ['check', '--output', 'file/report.txt'], 3, ['report.txt']);
    // Linux: a folder that is there and takes nothing.
    if (process.platform === 'linux') {
      await complains(project, ['check', '--output', '/proc/none/report.txt'], 3, ['/proc/none/report.txt']);
    }
  });

  it.skipIf(limited.kind === 'none')(
    'a materials folder that may not be opened, a folder that takes no report',
    async () => {
      const project = await openProject();
      await project.copy(PHOTO, 'materials/照片.jpg');
      await mkdir(project.at('closed'), { mode: 0o000 });
      await mkdir(project.at('full'), { mode: 0o555 });
      const run = (args: readonly string[]) => startCli(args, { cwd: project.folder, ...user }).ended;
      await chmod(project.folder, 0o755);
      expectComplaint(await run(['check', 'closed']), 3, 'zh');
      expectComplaint(await run(['check', '--output', 'full/report.txt']), 3, 'zh');
    },
  );

  it.skipIf(limited.kind === 'none')(
    'but a project folder that takes no cache is judged all the same',
    async () => {
      const project = await openProject();
      await project.copy('cases/story-complete/materials', 'materials');
      await chmod(project.folder, 0o555);
      const ended = await startCli(['check', '--format', 'json', ...DATE], { cwd: project.folder, ...user })
        .ended;
      await chmod(project.folder, 0o755);
      const { exit, stderr, report } = understand(ended);
      expect([exit, stderr, report.verdict]).toEqual([0, '', 'pass']);
    },
  );

  it('and so is one where a file stands in the place of the cache', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    await project.put('.four-ones', 'x');
    const { exit, stderr, report } = await project.check();
    expect([exit, stderr, report.verdict]).toEqual([0, '', 'pass']);
  });
});
