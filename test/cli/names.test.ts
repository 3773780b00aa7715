import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { DATE, openProject, resultsOf, SMALL_FILM, type Project } from './project.ts';

/** One folder each, so that each film is judged for itself. */
const NAMES = [
  '空 格 .mp4',
  ' 前面.mp4',
  '"双"\'单\'.mp4',
  '-i.mp4',
  '--help.mp4',
  '换\n行.mp4',
  '回\r车.mp4',
  '制\t表.mp4',
  '\u001b]0;标题\u0007改窗口.mp4',
  '\u001b[2J清屏.mp4',
  '\u009b31m红.mp4',
  '删\u007f除.mp4',
  '😀👨‍👩‍👧.mp4',
  're\u0301sume\u0301か\u3099.mp4',
  '\u202egpj.mp4',
  `${'党'.repeat(83)}.mp4`,
  '100%完成%s%n.mp4',
  '%03d.mp4',
  '$(touch 中招).mp4',
  '`touch 中招`.mp4',
  ';touch 中招;.mp4',
  'http:x.mp4',
  'concat:a|b.mp4',
  'file:x.mp4',
  'pipe:0.mp4',
  'a\\b.mp4',
  '*.mp4',
  '__proto__.mp4',
  'constructor',
];

/** All that a terminal may obey or that turns a line round. */
const OBEYED = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;

function expectHarmless(text: string): void {
  const bad = text.split('\n').filter((line) => OBEYED.test(line));
  expect(bad.map((line) => JSON.stringify(line))).toEqual([]);
}

async function withOddNames(): Promise<Project> {
  const project = await openProject();
  for (const name of NAMES) await project.copy(SMALL_FILM, `materials/专题微党课/${name}`);
  await project.copy(SMALL_FILM, 'materials/专题微党课/夹\u001b[2J\n子/__proto__/-.mp4');
  return project;
}
const PATHS = [...NAMES, '夹\u001b[2J\n子/__proto__/-.mp4'].map((name) => `专题微党课/${name}`);

// Windows and its file systems allow hardly any of these names.
describe.skipIf(process.platform === 'win32')('whatever a file is called', () => {
  it('it is judged under its true name, and nothing its name says is done', { timeout: 60_000 }, async () => {
    const project = await withOddNames();
    const { report, stdout } = await project.check();
    expect(report.items.flatMap(({ parts }) => parts.map((part) => part.path)).sort()).toEqual(
      [...PATHS].sort(),
    );
    for (const file of PATHS) {
      expect([file, resultsOf(report, 'file.readable', file)]).toEqual([file, ['pass']]);
      expect([file, resultsOf(report, 'video.resolution', file)]).toEqual([file, ['pass']]);
      expect([file, resultsOf(report, 'video.audio', file)]).toEqual([file, ['pass']]);
    }
    expectHarmless(stdout);
    for (const lang of ['zh', 'en']) {
      const text = await project.run(['check', '--lang', lang, ...DATE]);
      expectHarmless(text.stdout);
      expect([text.exit, text.stderr]).toEqual([4, '']);
    }
  });

  it('a name that is no text is named, and keeps the verdict from being a pass', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    expect((await project.check()).report.verdict).toBe('pass');
    const name = Buffer.concat([
      Buffer.from(project.at('materials', '战疫故事汇', '逆行者', '图')),
      Buffer.from([0xff]),
    ]);
    try {
      await writeFile(name, 'x');
    } catch (error) {
      // macOS takes no such name in the first place.
      if (error instanceof Error && 'code' in error && error.code === 'EILSEQ') return;
      throw error;
    }
    const { report, exit } = await project.check();
    expect(report.strays).toEqual([{ path: '战疫故事汇/逆行者/图\ufffd', reason: 'name-not-unicode' }]);
    expect([report.verdict, exit]).toEqual(['unsettled', 4]);
  });

  it('the folder itself may be called anything', async () => {
    const project = await openProject();
    const folder = '-材 料\u001b[2J$(x)\n%';
    await mkdir(project.at(folder));
    await project.copy('cases/story-complete/materials', folder);
    const { exit, stdout, stderr } = await project.run(['check', ...DATE, '--', folder]);
    expect([exit, stderr]).toEqual([0, '']);
    expectHarmless(stdout);
  });
});

describe.concurrent('what others wrote cannot drive the terminal', () => {
  const EVIL = '\\e]0;x\\a\\e[2J\\u009b31m\\u202e';
  const cases: readonly (readonly [what: string, file: string, content: string, args: readonly string[]])[] =
    [
      [
        'the title of a notice',
        'n.yaml',
        `id: own\nextends: scau-2020\ntitle: "${EVIL}"\n`,
        ['notice', 'show', './n.yaml'],
      ],
      [
        'the id of a notice',
        'n.yaml',
        `id: "a${EVIL}"\nextends: scau-2020\n`,
        ['notice', 'check', './n.yaml'],
      ],
      ['a wrong key of a notice', 'n.yaml', `"k${EVIL}": 1\n`, ['notice', 'check', './n.yaml']],
      [
        'a wrong value in a notice',
        'n.yaml',
        `id: own\nextends: "${EVIL}"\n`,
        ['notice', 'check', './n.yaml'],
      ],
      ['a wrong key of the config', 'four-ones.yaml', `"k${EVIL}": 1\n`, ['check']],
      ['the name of a unit', 'four-ones.yaml', `org: "${EVIL}"\n`, ['check']],
      ['a folder named in the config', 'four-ones.yaml', `materials: "${EVIL}"\n`, ['check']],
      ['a notice named in the config', 'four-ones.yaml', `notice: "${EVIL}"\n`, ['check']],
      ['a date in the config', 'four-ones.yaml', `date: "${EVIL}"\n`, ['check']],
      [
        'facts of a work',
        'materials/专题微党课/课/作品信息.yaml',
        `标题: "${EVIL}"\n主题: "${EVIL}"\n`,
        ['check', '--notice', 'moe-2020'],
      ],
      [
        'a wrong fact of a work',
        'materials/专题微党课/课/作品信息.yaml',
        `标题: {"k${EVIL}": 1}\n`,
        ['check'],
      ],
    ];
  it.each(cases)('%s', async (_, file, content, args) => {
    const project = await openProject();
    await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
    await project.put(file, content);
    // Both languages get their turn; what they share is most of it.
    const lang = content.length % 2 === 0 ? 'zh' : 'en';
    const { stdout, stderr } = await project.run([...args, '--lang', lang]);
    expect(stdout + stderr).not.toBe('');
    expectHarmless(stdout);
    expectHarmless(stderr);
  });

  it.each([
    ['a folder', ['check', 'x\u001b[2J']],
    ['an option', ['check', '--x\u001b[2J']],
    ['a command', ['x\u001b[2J']],
    ['a date', ['check', '--date', '\u001b[2J']],
    ['a check', ['explain', '\u001b[2J']],
    ['a report', ['check', '--output', 'materials/\u001b[2J']],
  ])('nor %s pasted from somewhere', async (_, args) => {
    const project = await openProject();
    const { exit, stdout, stderr } = await project.run(args);
    expect(exit).toBe(2);
    expectHarmless(stdout + stderr);
  });
});
