import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { convert, soffice } from '../commands-form/office.ts';
import { c, formOf, p, table } from '../forms/build-form.ts';
import { home } from '../run-cli.ts';
import { ANSWERS, pack, storyToFill, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const NOTICE = `title: 学校通知
extends: scau-2020
forms:
  story-recommendation:
    template: ./附件/附件1.docx
    labels: { title: [微课代号], 工作量: [折合课时] }
`;
const BLANK = table(
  [c('微课代号'), c(), c('撰写人'), c()],
  [c('折合课时'), c(), c('教务编码*'), c()],
  [c('作品简介（20字左右）'), c()],
);

/** The work of a school with a blank of its own beside its notice. */
async function school(info: string, notice = NOTICE, blank: Uint8Array = formOf(p('表') + BLANK)) {
  const project = await storyToFill();
  await mkdir(project.at('附件'), { recursive: true });
  await writeFile(project.at('附件/附件1.docx'), blank);
  await project.put('通知.yaml', notice);
  await project.put('materials/战疫故事汇/逆行者/作品信息.yaml', info);
  return project;
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);

const INFO = '标题: 逆行者\n作者: 李护士\n简介: 二十四小时。\n工作量: "3"\n教务编码: J-7\n';

async function textOfForm(project: Project, json: string): Promise<string> {
  const [bundle] = understandPack({ exit: 0, stdout: json, stderr: '' }).plan?.bundles ?? [];
  const [form] = bundle?.forms ?? [];
  if (!bundle || !form) throw new Error(json);
  const { value } = await mammoth.extractRawText({ path: project.at(`outbox/${bundle.name}/${form.name}`) });
  return value.replace(/\s+/g, '|');
}

describe.concurrent('a notice with a blank of the school’s own', () => {
  it('is filled by the labels that the notice adds, and by the blank’s own words', async () => {
    const project = await school(INFO);
    const done = await run(project, '--format', 'json');
    expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
    const text = await textOfForm(project, done.stdout);
    expect(text).toContain('微课代号|逆行者|撰写人|李护士|折合课时|3|教务编码*|J-7|');
  });

  it('names the blank that the form marks with a star and nobody has said a word for', async () => {
    const project = await school(INFO.replace('教务编码: J-7\n', ''));
    const done = await run(project);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('空着：教务编码');
  });

  it('names a placeholder that nothing answers, instead of handing it in', async () => {
    const project = await school(INFO, NOTICE, formOf(p('{{title}}：{{学时认定编号}}')));
    const done = await run(project);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('{{学时认定编号}}');
    const answered = await school(
      `${INFO}学时认定编号: "42"\n`,
      NOTICE,
      formOf(p('{{title}}：{{学时认定编号}}')),
    );
    const packed = await run(answered, '--format', 'json');
    expect(packed.exit).toBe(0);
    expect(await textOfForm(answered, packed.stdout)).toContain('逆行者：42');
  });

  it('stops at what is longer than the notice allows in one field, though the form prints no limit', async () => {
    const limited = `${NOTICE}    fields: { 教务编码: { chars: { max: 2 } } }\n`;
    const long = INFO.replace('教务编码: J-7', '教务编码: 甲乙丙');
    const done = await run(await school(long, limited));
    expect(done.exit).toBe(1);
    expect(done.stdout.replace(/\s+/g, '')).toContain('“教务编码”不超过2字');
    const fits = await run(await school(INFO.replace('教务编码: J-7', '教务编码: 甲乙'), limited));
    expect(fits.exit).toBe(0);
  });

  it('stops at a value over a sharp limit, and only remarks on one over 左右', async () => {
    const long = INFO.replace('二十四小时。', '二十四小时。'.repeat(10));
    const about = await run(await school(long));
    expect(about.exit).toBe(0);
    const strict = await run(await school(long), '--strict');
    expect(strict.exit).toBe(1);
    expect(strict.stdout).toContain('作品简介 60 字');
    const blank = formOf(table([c('微课代号'), c()], [c('作品简介（20字以内）'), c()]));
    const sharp = await run(await school(long, NOTICE, blank));
    expect(sharp.exit).toBe(1);
    expect(sharp.stdout).toContain('作品简介 60 字');
    expect(sharp.stdout).toContain('20 字以内');
  });

  it.each([
    ['template: ./附件/没有.docx', '第 5 行', '没有.docx'],
    ['template: ./附件/附件1.pdf', '第 5 行', 'Word'],
    ['template: story-recomendation', '第 5 行', 'story-recommendation'],
    ['template: 5', '第 5 行', ''],
    ['labels: [a]', '第 5 行', ''],
  ])('%s is refused with its place', async (line, place, word) => {
    const notice = `title: 学校通知\nextends: scau-2020\nforms:\n  story-recommendation:\n    ${line}\n`;
    const done = await run(await school(INFO, notice));
    expect(done.exit).toBe(2);
    expect(done.stdout + done.stderr).toContain(place);
    expect(done.stdout + done.stderr).toContain(word);
  });

  it('may be a built-in one under another name', async () => {
    const notice = NOTICE.replace('./附件/附件1.docx', 'library-recommendation').replace(
      / {4}labels.*\n/,
      '',
    );
    const lines = Object.entries({ ...ANSWERS, 活动时间: '2020年2月', 作品形式: '文字' });
    const info = `标题: 逆行者\n${lines.map(([key, value]) => `${key}: "${value}"\n`).join('')}`;
    const project = await school(info, notice);
    const done = await run(project, '--force', '--reason', '试', '--format', 'json');
    expect(done.exit).toBe(0);
    expect(await textOfForm(project, done.stdout)).toContain('教育素材库');
  });

  it('in which no blank is recognised is said to be so, not handed in blank', async () => {
    const done = await run(await school(INFO, NOTICE, formOf(p('表') + p('请自行填写'))));
    expect(done.exit).toBe(4);
    expect(done.stdout).toContain('没有认出能填的栏');
  });

  it('that is no Word file inside stops pack with a word, and no trace', async () => {
    const done = await run(
      await school(INFO, NOTICE, new TextEncoder().encode('not a zip at all, only text')),
    );
    expect(done.exit).toBe(2);
    expect(done.stderr + done.stdout).toContain('附件1.docx');
    expect(done.stderr).not.toMatch(/^ +at /m);
  });

  it.skipIf(soffice === undefined)(
    'in an old .doc is filled as the .docx that LibreOffice makes of it',
    async () => {
      const notice = NOTICE.replace('附件1.docx', '附件1.doc').replace(/ {4}labels.*\n/, '');
      const lines = Object.entries({ ...ANSWERS, 作者: '李护士' }).map(
        ([key, value]) => `${key}: "${value}"\n`,
      );
      const project = await school(`标题: 逆行者\n${lines.join('')}`, notice);
      const own = await readFile(path.join(home, 'templates', 'forms', 'story-recommendation.docx'));
      await writeFile(project.at('附件/附件1.doc'), convert(new Uint8Array(own), 'docx', 'doc'));
      const done = await run(project, '--format', 'json');
      expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
      expect(await textOfForm(project, done.stdout)).toContain('作品名称|逆行者|');
      const again = await run(project, '--format', 'json');
      expect(understandPack(again).bundles).toMatchObject([{ result: 'unchanged' }]);
    },
  );
});
