import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { init } from '../../src/commands/init.ts';
import { INFO_KEYS } from '../../src/commands/info-keys.ts';
import { parseConfig } from '../../src/commands/parse-config.ts';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';
import { INFO_FIELDS } from '../../src/model/notice.ts';
import type { System } from '../../src/system/system.ts';
import { everything, has } from './pack-project.ts';
import { openProject } from './project.ts';
import { realSystem } from './real-system.ts';
import { openScreen } from './screen.ts';

vi.setConfig({ testTimeout: 120_000 });

const FLAGS = [
  ...['--org', '马克思主义学院党委', '--contact-name', '王老师'],
  ...['--contact-phone', '02085280000', '--contact-email', 'wang@qq.com', '--year', '2027'],
];

describe.concurrent('a new project', () => {
  it('is laid out so that the other commands understand it', async () => {
    const project = await openProject();
    const made = await project.run(['init', 'neu', ...FLAGS], { apart: true });
    expect([made.exit, made.stderr]).toEqual([0, '']);
    const config = parseConfig(await readFile(project.at('neu', 'four-ones.yaml')));
    expect(config).toMatchObject({
      kind: 'ok',
      value: {
        org: '马克思主义学院党委',
        contact: { name: '王老师', phone: '02085280000', email: 'wang@qq.com' },
        notice: 'scau-2020',
        year: 2027,
      },
    });
    const note = await readFile(project.at('neu', 'materials', '战疫故事汇', '说明.txt'), 'utf8');
    for (const said of ['2027-07-15', '照片：不少于 2 张', '不超过 10M', 'four-ones check'])
      expect(note).toContain(said);
    const board = await project.run(['status'], { cwd: project.at('neu'), apart: true });
    expect(board.stdout).toContain('2027-07-15');
  });

  it('says nothing of a password but where to get it', async () => {
    const project = await openProject();
    await project.run(['init', '.', ...FLAGS]);
    const config = await readFile(project.at('four-ones.yaml'), 'utf8');
    expect(config).toContain('生成授权码');
    expect(config).toContain('smtp.qq.com');
    expect(config).not.toMatch(/^\s*#?\s*(?:password|pass|密码)\s*:/m);
  });

  it('without any setting is a valid config too, and each commented line holds once its # is gone', async () => {
    const project = await openProject();
    expect((await project.run(['init'])).exit).toBe(0);
    const text = await readFile(project.at('four-ones.yaml'), 'utf8');
    expect(parseConfig(Buffer.from(text))).toMatchObject({ kind: 'ok', value: { notice: 'scau-2020' } });
    const all = text.replace(/^# (?= *[a-z]+:)/gm, '');
    expect(parseConfig(Buffer.from(all))).toMatchObject({
      kind: 'ok',
      value: { org: '本单位全称', mail: { provider: 'exmail' }, outbox: './outbox' },
    });
  });

  it('is not material: nothing of what is laid out is judged or packed', async () => {
    const project = await openProject();
    await project.run(['init', '.', ...FLAGS]);
    const { report } = await project.check();
    expect(report.items).toEqual([]);
    expect(new Set(report.strays.map(({ reason }) => reason))).toEqual(new Set(['own-note']));
    await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
    const { report: later } = await project.check();
    expect(later.items.map((item) => item.path)).toEqual(['战疫故事汇/逆行者']);
  });

  it('has a 作品信息.yaml whose blanks are no values, copied beside a work or filled in', async () => {
    const project = await openProject();
    await project.run(['init', '.', '--notice', 'moe-2020']);
    const file = project.at('materials', '专题微党课', '作品信息.yaml');
    const empty = await readFile(file);
    expect(parseItemInfo(empty, 'x')).toEqual({ path: 'x', fields: {} });
    const filled = empty
      .toString('utf8')
      .replace('主讲人: ', '主讲人: 李老师')
      .replace('关键词: ', '关键词: 一、二、三');
    expect(parseItemInfo(Buffer.from(filled), 'x')).toMatchObject({
      fields: { presenter: '李老师', keywords: ['一', '二', '三'] },
    });
    const scau = await openProject();
    await scau.run(['init']);
    const ofForm = await readFile(scau.at('materials', '战疫故事汇', '作品信息.yaml'), 'utf8');
    expect(ofForm).toMatch(/^作者: $/m);
    expect(ofForm).toMatch(/^职务: $/m);
    expect(ofForm).toContain('300 字以内');
  });

  it('run again touches nothing, adds what is missing, and says which', async () => {
    const project = await openProject();
    await project.run(['init', '.', ...FLAGS]);
    await writeFile(project.at('four-ones.yaml'), 'org: 我改过的\n');
    const before = await everything(project.folder);
    const again = await project.run(['init', '--org', '另一个']);
    expect(await everything(project.folder)).toEqual(before);
    expect(again.stdout).toContain('没有放新的文件');
    expect(again.stdout).toContain('org 没有写进去');
    const note = project.at('materials', '红色防火墙', '说明.txt');
    await (await import('node:fs/promises')).rm(note);
    const third = await project.run(['init']);
    expect(third.stdout).toContain('✓ materials/红色防火墙/  说明.txt');
    expect(third.stdout).toContain('= four-ones.yaml');
  });

  it('keeps to a folder that is there under another name of its category', async () => {
    const project = await openProject();
    await project.put('materials/微党课/课.txt', '课');
    await project.run(['init', '--notice', 'moe-2020']);
    const names = Object.keys(await everything(project.at('materials')));
    expect(names).toContain('微党课/说明.txt');
    expect(names.some((name) => name.startsWith('专题微党课'))).toBe(false);
  });

  it.each([
    [['--notice', '没有这份'], 2],
    [['--year', '20'], 2],
  ])('is not begun with %j', async (flags, exit) => {
    const project = await openProject();
    const before = await everything(project.folder);
    expect((await project.run(['init', '.', ...flags])).exit).toBe(exit);
    expect(await everything(project.folder)).toEqual(before);
  });
});

it('on Windows Notepad, Word and WPS read what is laid out: CRLF, and a mark before the texts alone', async () => {
  const project = await openProject();
  const base = realSystem();
  const windows: System = {
    ...base,
    environment: {
      ...base.environment,
      workingFolder: project.folder,
      built: path.join(base.environment.templates, '..', 'dist'),
      platform: 'win32',
    },
  };
  await init({ contact: { name: '王老师' }, language: 'zh' }, windows);
  const note = await readFile(project.at('materials', '战疫故事汇', '说明.txt'), 'utf8');
  const config = await readFile(project.at('four-ones.yaml'));
  expect([note.startsWith('\ufeff'), /[^\r]\n/.test(note)]).toEqual([true, false]);
  expect([config[0], /[^\r]\n/.test(config.toString('utf8'))]).toEqual(['#'.charCodeAt(0), false]);
  expect(parseConfig(config)).toMatchObject({ kind: 'ok', value: { contact: { name: '王老师' } } });
  const info = await readFile(project.at('materials', '战疫故事汇', '作品信息.yaml'));
  expect(parseItemInfo(info, 'x')).toEqual({ path: 'x', fields: {} });
});

it.each(INFO_FIELDS)('the blank for %s is read as that field', (field) => {
  const read = parseItemInfo(Buffer.from(`${INFO_KEYS[field]}: 值\n`), 'x');
  expect(Object.keys('fields' in read ? read.fields : {})).toEqual([field]);
});

const tmux = has('tmux');
describe.skipIf(!tmux)(`at a terminal${tmux ? '' : ' (skipped: no tmux on this machine)'}`, () => {
  it('what no option says is asked, and the answers stand in the config', async () => {
    const project = await openProject();
    const screen = openScreen(project.folder, 'init --year 2027');
    await screen.seen('本单位（二级党组织）全称');
    screen.answer('马克思主义学院党委');
    await screen.seen('按哪份通知');
    screen.press('Enter');
    await screen.seen('联系人姓名');
    screen.answer('王老师');
    await screen.seen('联系电话');
    screen.answer('');
    await screen.seen('电子邮箱');
    screen.answer('不是邮箱');
    await screen.seen('名字@域名');
    screen.press('C-u');
    screen.answer('wang@school.test');
    await screen.seen('ended 0');
    expect(parseConfig(await readFile(project.at('four-ones.yaml')))).toMatchObject({
      kind: 'ok',
      value: {
        org: '马克思主义学院党委',
        year: 2027,
        contact: { name: '王老师', email: 'wang@school.test' },
      },
    });
  });

  it.each([['Escape'], ['C-c']])('%s in the middle leaves nothing behind', async (key) => {
    const project = await openProject();
    const before = await everything(project.folder);
    const screen = openScreen(project.folder, 'init');
    await screen.seen('本单位（二级党组织）全称');
    screen.answer('学院');
    await screen.seen('按哪份通知');
    screen.press(key);
    await screen.seen('ended 130');
    expect(await everything(project.folder)).toEqual(before);
  });

  it('a dumb terminal is asked by numbers, without a single escape', async () => {
    const project = await openProject();
    const screen = openScreen(project.folder, 'init --year 2020 2>asked.txt', { TERM: 'dumb' });
    // Questions go to standard error, which is a file here: then nobody is there to answer.
    await screen.seen('ended 0');
    const other = await openProject();
    const asked = openScreen(other.folder, 'init', { TERM: 'dumb' });
    await asked.seen('本单位（二级党组织）全称（如');
    asked.answer('学院');
    await asked.seen('输入编号');
    asked.answer('1');
    await asked.seen('输入编号（直接回车选 1）：');
    asked.answer('2');
    for (const question of ['联系人姓名', '联系电话', '电子邮箱']) {
      await asked.seen(question);
      asked.answer('');
    }
    await asked.seen('ended 0');
    expect(parseConfig(await readFile(other.at('four-ones.yaml')))).toMatchObject({
      value: { org: '学院', notice: 'moe-2020' },
    });
  });
});
