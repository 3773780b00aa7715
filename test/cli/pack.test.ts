import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import {
  answersFile,
  completeStory,
  everything,
  ORG,
  pack,
  STORY_BUNDLE,
  storyToFill,
  understandPack,
} from './pack-project.ts';
import { DATE, openProject } from './project.ts';

/** Two cores shared with others: some of these runs start the program four times. */
vi.setConfig({ testTimeout: 120_000 });

const textOf = async (file: string) => (await mammoth.extractRawText({ path: file })).value;

describe.concurrent('pack writes what it said, and only that', () => {
  it('the plan alone writes nothing', async () => {
    const project = await completeStory();
    const run = await pack(project, ['--dry-run']);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(run.stdout).toContain(`${STORY_BUNDLE}+正文.docx`);
    expect(run.stdout).toContain('什么都没有写');
    expect(existsSync(project.at('outbox'))).toBe(false);
  });

  it('the plan as data names every file, and the bundle holds just these', async () => {
    const project = await completeStory();
    const planned = understandPack(await pack(project, ['--dry-run', '--format', 'json']));
    expect(planned).toMatchObject({ outcome: 'planned', verdict: 'pass' });
    expect(planned.bundles).toEqual([]);
    const packed = understandPack(await pack(project, ['--format', 'json']));
    expect(packed.plan).toEqual(planned.plan);
    expect(packed.bundles).toMatchObject([{ result: 'built', bundle: STORY_BUNDLE }]);
    const names =
      planned.plan?.bundles.flatMap(({ files, forms }) => [...files, ...forms].map(({ name }) => name)) ?? [];
    expect(names).toHaveLength(4);
    expect((await readdir(project.at('outbox', STORY_BUNDLE))).sort()).toEqual(
      [...names, '报送清单.docx', 'manifest-sha256.txt'].sort(),
    );
    expect((await readdir(project.at('outbox'))).sort()).toEqual(
      [STORY_BUNDLE, `${STORY_BUNDLE}.zip`, `${STORY_BUNDLE}.bundle.json`].sort(),
    );
  });

  it('packing twice changes nothing, and packing elsewhere gives the same bytes, forms included', async () => {
    const project = await storyToFill();
    await project.put('作品信息.yaml', answersFile());
    expect((await pack(project, [], { apart: true })).exit).toBe(0);
    const before = await everything(project.at('outbox'));
    const second = await pack(project, [], { apart: true });
    expect({ exit: second.exit, unchanged: second.stdout.includes('没有改动') }).toEqual({
      exit: 0,
      unchanged: true,
    });
    expect(await everything(project.at('outbox'))).toEqual(before);
    expect((await pack(project, ['--out', 'other'])).exit).toBe(0);
    expect(await everything(project.at('other'), 'content')).toEqual(
      await everything(project.at('outbox'), 'content'),
    );
  });

  it('the sources keep their bytes, names and times', async () => {
    const project = await storyToFill();
    await project.put('作品信息.yaml', answersFile());
    const before = await everything(project.at('materials'));
    for (const args of [['--dry-run'], [], ['--replace'], ['--force', '--reason', '试']])
      await pack(project, args);
    expect(existsSync(project.at('outbox', `${STORY_BUNDLE}.zip`))).toBe(true);
    expect(await everything(project.at('materials'))).toEqual(before);
  });

  it('one bundle for each category, each named by its own', async () => {
    const project = await completeStory();
    await project.copy('cases/lecture-complete/materials/专题微党课', 'materials/专题微党课');
    const run = await pack(project);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const records = (await readdir(project.at('outbox'))).filter((name) => name.endsWith('.json'));
    expect(records.sort()).toEqual(
      [`${ORG}+专题微党课+20200710.bundle.json`, `${STORY_BUNDLE}.bundle.json`].sort(),
    );
  });
});

describe.concurrent('pack stops before anything is written', () => {
  it('where a must fails', async () => {
    const project = await completeStory();
    await project.put('materials/战疫故事汇/逆行者/照片3.jpg', 'no photo at all, but some bytes of text\n');
    const run = await pack(project, ['--format', 'json']);
    expect([run.exit, understandPack(run).verdict, understandPack(run).outcome]).toEqual([
      1,
      'fail',
      'refused',
    ]);
    expect(existsSync(project.at('outbox'))).toBe(false);
  });

  it('where a must waits for a person', async () => {
    const project = await completeStory();
    await project.put(
      'own.yaml',
      'title: 自\nextends: scau-2020\ncategories:\n  story:\n    attestations:\n      - { id: consent, level: must, text: 照片里的人同意发表 }\n',
    );
    const run = await pack(project, ['--notice', './own.yaml']);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 4, stderr: '' });
    expect(run.stdout).toContain('没有打包');
    expect(existsSync(project.at('outbox'))).toBe(false);
  });

  it('where a form lacks what nobody said: the blank is named', async () => {
    const project = await storyToFill();
    const run = await pack(project, ['--format', 'json']);
    const { checks, outcome } = understandPack(run);
    expect([run.exit, outcome]).toEqual([1, 'refused']);
    const said = checks
      .filter(({ code, result }) => code === 'form.fields' && result === 'fail')
      .map(({ message }) => message);
    expect(said.join()).toContain('作者姓名');
    expect(existsSync(project.at('outbox'))).toBe(false);
  });
});

describe.concurrent('a forced bundle says why', () => {
  it('the reason stands in the record and in the list', async () => {
    const project = await storyToFill();
    const run = await pack(project, ['--force', '--reason', '已电话请示，允许先报']);
    expect(run.exit).toBe(0);
    expect(run.stdout).toContain('理由');
    const record: unknown = JSON.parse(
      await readFile(project.at('outbox', `${STORY_BUNDLE}.bundle.json`), 'utf8'),
    );
    expect(record).toMatchObject({ forced: { verdict: 'fail', reason: '已电话请示，允许先报' } });
    expect(await textOf(project.at('outbox', STORY_BUNDLE, '报送清单.docx'))).toContain(
      '已电话请示，允许先报',
    );
  });

  it('a reason that was not needed leaves no trace', async () => {
    const project = await completeStory();
    expect((await pack(project, ['--force', '--reason', '以防万一'])).exit).toBe(0);
    expect(await readFile(project.at('outbox', `${STORY_BUNDLE}.bundle.json`), 'utf8')).not.toContain(
      'forced',
    );
  });
});

describe.concurrent('wrong use of pack ends with 2 and names the way out', () => {
  const wrong: readonly (readonly [what: string, args: readonly string[], says: string])[] = [
    ['force without a reason', ['--force'], '--reason'],
    ['force with an empty reason', ['--force', '--reason', ' '], '--reason'],
    ['a reason without force', ['--reason', '已请示'], '--force'],
    ['an outbox among the materials', ['--out', 'materials/outbox'], '--out'],
    ['the materials for an outbox', ['--out', 'materials'], '--out'],
    ['an outbox among the materials whose name begins with dots', ['--out', 'materials/..outbox'], '--out'],
  ];
  it.each(wrong)('%s', async (_, args, says) => {
    const project = await completeStory();
    const before = await everything(project.at('materials'));
    const run = await pack(project, args);
    expect([run.exit, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(says);
    expect(await everything(project.at('materials'))).toEqual(before);
    expect(existsSync(project.at('outbox'))).toBe(false);
  });

  it.skipIf(process.platform === 'win32')('an outbox that leads into the materials by a link', async () => {
    const project = await completeStory();
    await symlink('materials', project.at('link'));
    const run = await pack(project, ['--out', 'link/outbox']);
    expect([run.exit, run.stdout]).toEqual([2, '']);
    expect(existsSync(project.at('materials', 'outbox'))).toBe(false);
  });

  it('no unit', async () => {
    const project = await completeStory();
    const run = await project.run(['pack', 'materials', ...DATE]);
    expect([run.exit, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('--org');
  });

  it('a different bundle of that name is kept, and --replace keeps it too, as .v1', async () => {
    const project = await completeStory();
    await pack(project);
    const zip = await readFile(project.at('outbox', `${STORY_BUNDLE}.zip`));
    const before = await everything(project.at('outbox'));
    await project.copy(
      'cases/story-complete/materials/战疫故事汇/逆行者/照片2.jpg',
      'materials/战疫故事汇/逆行者/照片3.jpg',
    );
    const refused = await pack(project);
    expect(refused.exit).toBe(2);
    expect(refused.stderr).toContain('--replace');
    expect(await everything(project.at('outbox'))).toEqual(before);
    const replaced = await pack(project, ['--replace']);
    expect(replaced.exit).toBe(0);
    const kept = (await readdir(project.at('outbox'))).filter((name) => name.includes('.v1'));
    expect(kept.sort()).toEqual(
      [`${STORY_BUNDLE}.v1`, `${STORY_BUNDLE}.v1.bundle.json`, `${STORY_BUNDLE}.v1.zip`].sort(),
    );
    expect(await readFile(project.at('outbox', `${STORY_BUNDLE}.v1.zip`))).toEqual(zip);
    expect((await project.run(['verify', `outbox/${STORY_BUNDLE}.zip`])).exit).toBe(0);
  });

  it('a folder of somebody’s that has the bundle’s name is left alone', async () => {
    const project = await completeStory();
    await mkdir(project.at('outbox', STORY_BUNDLE), { recursive: true });
    await writeFile(project.at('outbox', STORY_BUNDLE, '我的笔记.txt'), '不要丢');
    const before = await everything(project.at('outbox'));
    const run = await pack(project);
    expect(run.exit).toBe(2);
    expect(run.stderr).toContain(STORY_BUNDLE);
    expect(await everything(project.at('outbox'))).toEqual(before);
  });

  it('a broken file of answers, by line', async () => {
    const project = await storyToFill();
    await project.put('作品信息.yaml', '战疫故事汇/逆行者:\n  作者姓名: [李\n');
    const run = await pack(project);
    expect([run.exit, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/作品信息\.yaml，第 \d+ 行/);
  });

  it('a folder where the answers should be is no bug of the program', async () => {
    const project = await storyToFill();
    await mkdir(project.at('作品信息.yaml'));
    const run = await pack(project);
    expect(run.exit).toBe(3);
    expect(run.stderr).not.toContain('程序自身');
  });
});

describe.concurrent('what a person said goes into the form', () => {
  it('answers kept beside the config are written in, and read back by another reader', async () => {
    const project = await storyToFill();
    await project.put('作品信息.yaml', answersFile());
    const run = await pack(project);
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const form = await textOf(project.at('outbox', STORY_BUNDLE, `${STORY_BUNDLE}+推荐表.docx`));
    for (const said of ['李护士', '020-85280000', ORG, '一位校医院护士的二十四小时。'])
      expect(form).toContain(said);
  });

  it('standing in a work’s own folder, its 作品信息.yaml is not taken for answers', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials/战疫故事汇', 'materials/战疫故事汇');
    await project.put('materials/战疫故事汇/逆行者/作品信息.yaml', '作者:\n  - 李护士\n');
    const work = project.at('materials', '战疫故事汇', '逆行者');
    const args = ['pack', '.', '--org', ORG, ...DATE, '--category', 'story', '--out', project.at('out')];
    const run = await project.run(args, { cwd: work });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
  });
});
