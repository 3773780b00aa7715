import path from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Notice } from '../../src/model/notice.ts';
import { LANGUAGES } from '../../src/model/report.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import { describeNotice, describeNoticeList } from '../../src/report/describe-notice.ts';
import { nodeFiles } from '../../src/system/node-files.ts';

const templates = path.resolve(import.meta.dirname, '../../templates');
const load = (id: string) => loadNotice(id, { files: nodeFiles, templates, workingFolder: '/' });
const IDS = ['gbt-9704', 'moe-2020', 'scau-2020', 'wust-2020'];

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => stringWidth(line, { ambiguousIsNarrow: false })));
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(IDS)('%s fits a terminal of 80 columns, Chinese quotation marks counted as wide', async (id) => {
    expect(widest(describeNotice(await load(id), language))).toBeLessThanOrEqual(80);
  });

  test.each(IDS)('%s shows every mailbox, due date, form, step and thing to confirm', async (id) => {
    const notice = await load(id);
    const text = squeeze(describeNotice(notice, language));
    const used = notice.categories.flatMap(({ routes }) =>
      notice.routes.filter((route) => routes.includes(route.id)),
    );
    const facts = [
      ...used.flatMap(({ mail, steps }) => [...(mail ? [mail.to] : []), ...steps.map((step) => step.text)]),
      ...notice.categories.flatMap(({ name, deadlines, steps, attestations }) => [
        name,
        ...deadlines.map(({ on }) => on),
        ...[...steps, ...attestations].map((entry) => entry.text),
      ]),
      ...notice.forms.map(({ name }) => name),
    ];
    for (const fact of facts) expect(text).toContain(squeeze(fact));
  });
});

/** Lines are broken for the page, not for the reader. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

test('a rule is shown with its weight and the place where it is written', async () => {
  const text = describeNotice(await load('scau-2020'), 'zh');
  expect(text).toContain('大小      不超过 10M（必须，scau-2020 三，程序判定）');
  expect(text).toContain('编码      H.264（必须，moe-2020 提示一，程序判定）');
  expect(text).toContain('15–20 分钟（建议，moe-2020 提示一，程序判定）');
});

test('a rule is shown with how it is seen to: by the program, from pictures, by a person, by pack or send', async () => {
  const text = squeeze(describeNotice(await load('moe-2020'), 'zh'));
  for (const shown of [
    '编码H.264（必须，moe-2020提示一，程序判定）',
    '字幕要有（必须，moe-2020提示一，看画面判定）',
    '微党课是疫情发生以来制作的（建议，moe-2020方案二(一)，需人确认）',
    '3.按公众号的提示提交作品（moe-2020提示五2，手工办理）',
    'zxc@moe.edu.cn；不带附件（moe-2020提示一，发送时办理）',
  ]) {
    expect(text).toContain(shown);
  }
  expect(squeeze(describeNotice(await load('scau-2020'), 'zh'))).toContain(
    '附件1“战疫故事汇”推荐表（必须，scau-2020，打包时生成）',
  );
});

test('steps by hand are numbered', async () => {
  const text = describeNotice(await load('moe-2020'), 'zh');
  expect(text).toMatch(/1\. 用微信关注公众号 sizhengwang_cn（.*）\n +2\. /);
});

test('a rule that a category drops is said to be dropped, not passed over', async () => {
  const notice = await load('scau-2020');
  const [story] = notice.categories;
  if (!story) throw new Error('no category');
  const text = describeNotice({ ...notice, categories: [{ ...story, media: {} }] }, 'en');
  expect(text).toContain('the general rule does not hold here');
});

test("a stranger's notice cannot send the terminal commands", async () => {
  const notice: Notice = { ...(await load('wust-2020')), title: '\u001b[2J通知' };
  expect(describeNotice(notice, 'zh')).not.toContain('\u001b');
  expect(
    describeNoticeList([{ id: 'x', title: '\u001b]0;x', year: 2020, categories: 1 }], 'zh'),
  ).not.toContain('\u001b');
});

test('the list has one id a line, in a column', () => {
  const list = IDS.map((id) => ({ id, title: '通知', year: 2020, categories: id === 'gbt-9704' ? 0 : 5 }));
  expect(describeNoticeList(list, 'zh').split('\n').slice(0, 2)).toEqual([
    'gbt-9704    通知（供别的通知沿用）',
    'moe-2020    通知（5 个类别）',
  ]);
  expect(describeNoticeList([], 'en')).toBe('there are no built-in notices\n');
});

describe('a notice of one’s own, as a secretary reads it', () => {
  const real = (id: string) =>
    load(path.resolve(import.meta.dirname, '../../fixtures/notices', id, 'notice.yaml'));

  test('a named part tells of its own kind of file, not of what others drop', async () => {
    const text = describeNotice(await real('hualixy-2025-clips'), 'zh');
    expect(text).not.toContain('不适用');
  });

  test('frames and dots have their units whole, in both languages', async () => {
    const clips = await real('hualixy-2025-clips');
    expect(describeNotice(clips, 'zh')).toContain('60 帧/秒（');
    expect(describeNotice(clips, 'en')).toContain('60 fps (');
    expect(describeNotice(await real('swpu-2025-integrity'), 'en')).toContain('at least 300 dpi (');
  });

  test('colours are called by their names', async () => {
    const text = squeeze(describeNotice(await real('swpu-2025-integrity'), 'zh'));
    expect(text).toContain(squeeze('色彩 普通彩色（sRGB）或'));
  });

  test('whoever need not send anything is not told to send at least nothing', async () => {
    const text = squeeze(describeNotice(await real('jsu-2021-talks'), 'zh'));
    expect(text).toContain('馆不限');
    expect(text).not.toContain('不少于0');
  });

  test('a way that is for materials of a certain size says so', async () => {
    const text = describeNotice(await real('yooc-2022-culture'), 'zh');
    expect(text).toContain('课群附件（材料共不超过 50M）');
    expect(text).toContain('指定邮箱（材料共大于 50M）：wenhuajie@example.edu.cn');
  });

  test('what a website takes is said as the notice says it', async () => {
    expect(describeNotice(await real('saikr-2025-teaching'), 'zh')).toContain('每个文件不超过 3G');
  });
});

test('tells at what hour a month’s day ends, and whom a number without a kind is for', async () => {
  const notice = await load('scau-2020');
  const [story] = notice.categories;
  const [due] = story?.deadlines ?? [];
  const [asked] = story?.quota ?? [];
  if (!story || !asked || !due) throw new Error('a category with a due date and a quota');
  const monthly = { ...due, at: '17:00', monthly: { day: 25, until: due.on } };
  const quota = [{ ...asked, value: { max: 1, byUnit: [{ units: ['附属医院'], max: 3 }] } }];
  const shown = { ...notice, categories: [{ ...story, deadlines: [monthly], quota }] };
  const text = squeeze(describeNotice(shown, 'zh'));
  expect(text).toContain(squeeze('每月 25 日 17:00 前'));
  expect(text).toContain(squeeze('附属医院 不超过 3 件；其他单位 不超过 1 件'));
});

test('says how many several categories have between them, and each weight of a quota by itself', async () => {
  const notice = await load('scau-2020');
  const [first, second] = notice.categories;
  const [asked] = first?.quota ?? [];
  if (!first || !second || !asked) throw new Error('two categories and a quota');
  const quota = [
    { ...asked, value: { min: 2 } },
    { ...asked, value: { max: 4 }, level: 'should' as const },
  ];
  const quotas = [{ ...asked, value: { of: [first.id, second.id], max: 5 } }];
  const shown = {
    ...notice,
    categories: [{ ...first, quota }, second, ...notice.categories.slice(2)],
    quotas,
  };
  const text = squeeze(describeNotice(shown, 'zh'));
  expect(text).toContain(squeeze('不少于 2 件（必须'));
  expect(text).toContain(squeeze('不超过 4 件（建议'));
  expect(text).toContain(squeeze(`${first.name}、${second.name}合计：不超过 5 件（必须`));
});
