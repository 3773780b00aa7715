import { describe, expect, test } from 'vitest';
import type { MediaRules } from '../../src/model/media-rules.ts';
import type { Category, Notice } from '../../src/model/notice.ts';
import type { Range } from '../../src/model/range.ts';
import type { Clause, Ruled } from '../../src/model/ruled.ts';
import { listNotices } from '../../src/notice/list-notices.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { loadBuiltIn, templates } from './notice-folder.ts';

const MIB = 1024 ** 2;

const source = ({ notice, section }: Clause) =>
  [notice, section].filter((part) => part !== undefined).join(' ');
const say = <T>(rule: Ruled<T> | undefined) => rule && [rule.value, rule.level, source(rule.clause)];
const span = (range: Range) => `${range.min ?? ''}–${range.max ?? ''}`;

/** What notices.md's table says of a category, in one line each. */
function summary(category: Category, notice: Notice) {
  const routes = category.routes.map((id) => {
    const route = notice.routes.find((candidate) => candidate.id === id);
    if (!route) return `no route ${id}`;
    return route.mail ? `${route.mail.to} ${route.mail.attach}` : `${route.steps.length} steps`;
  });
  const [quota] = category.quota;
  return {
    name: category.name,
    accepts: category.accepts.join(' '),
    quota:
      quota &&
      (quota.value.about === undefined ? span(quota.value) : `about ${quota.value.about} ${quota.level}`),
    parts: category.parts.map(({ value }) => `${value.role} ${span(value)}`),
    deadlines: category.deadlines.map(({ from, on, rolling, level, clause }) =>
      [from, on, rolling ? 'rolling' : '', level, source(clause)].filter(Boolean).join(' '),
    ),
    forms: category.forms.map(({ value }) => value),
    naming: category.naming?.value.pattern,
    info: category.info.map(({ value, level, clause }) => `${value.field} ${level} ${source(clause)}`),
    routes,
  };
}

const NOTHING = { quota: undefined, parts: [], deadlines: [], forms: [], naming: undefined, info: [] };

const MOE = {
  'lecture-plan': {
    ...NOTHING,
    name: '微党课计划',
    accepts: '',
    quota: '1–1',
    deadlines: ['2020-06-15 should moe-2020 提示一'],
    info: ['title must moe-2020 提示一', 'presenter must moe-2020 提示一', 'planned must moe-2020 提示一'],
    routes: ['zxc@moe.edu.cn none'],
  },
  lecture: {
    ...NOTHING,
    name: '专题微党课',
    accepts: 'video subtitles',
    quota: '1–1',
    parts: ['video 1–'],
    deadlines: ['2020-06-15 2020-07-31 should moe-2020'],
    info: [
      'title must moe-2020 提示五1',
      'presenter must moe-2020 方案二(一)',
      'keywords must moe-2020 提示五1',
      'topic may moe-2020 方案二(一)',
    ],
    routes: ['314362198@qq.com files', '3 steps'],
  },
  story: {
    ...NOTHING,
    name: '战疫故事汇',
    accepts: 'text photo video subtitles',
    quota: 'about 10 should',
    deadlines: ['2020-07-31 should moe-2020 提示二'],
    routes: ['3 steps'],
  },
  material: {
    ...NOTHING,
    name: '抗疫教育素材',
    accepts: 'text photo audio video subtitles',
    deadlines: ['2020-10-31 rolling should moe-2020 提示三'],
    routes: ['3 steps'],
  },
  case: { ...NOTHING, name: '党建特色案例', accepts: 'text photo video subtitles', routes: [] },
  press: { ...NOTHING, name: '红色防火墙', accepts: 'text photo video subtitles', routes: ['2 steps'] },
  brief: { ...NOTHING, name: '工作经验简报', accepts: 'text photo', routes: ['zxc@moe.edu.cn bundle'] },
};

const ORG_CATEGORY_DATE = '{org}+{category}+{date}';
const SCAU = {
  story: {
    ...NOTHING,
    name: '战疫故事汇',
    accepts: 'text photo scan video form subtitles',
    quota: '1–',
    parts: ['text 1–', 'photo 2–'],
    deadlines: ['2020-07-15 should scau-2020'],
    forms: ['story-recommendation'],
    naming: ORG_CATEGORY_DATE,
    routes: ['zzbdj@scau.edu.cn bundle'],
  },
  case: {
    ...NOTHING,
    name: '党建特色案例',
    accepts: 'text photo scan video form subtitles',
    quota: '1–',
    deadlines: ['2020-10-15 should scau-2020'],
    forms: ['library-recommendation'],
    naming: ORG_CATEGORY_DATE,
    routes: ['zzbdj@scau.edu.cn bundle'],
  },
  material: {
    ...NOTHING,
    name: '抗疫教育素材',
    accepts: 'text photo audio video scan form subtitles',
    deadlines: ['2020-10-31 rolling should scau-2020'],
    forms: ['library-recommendation'],
    naming: ORG_CATEGORY_DATE,
    routes: ['zzbdj@scau.edu.cn bundle'],
  },
  press: {
    ...NOTHING,
    name: '红色防火墙',
    accepts: 'text photo video subtitles',
    deadlines: ['2020-07-03 should scau-2020', '2020-09-30 should scau-2020'],
    naming: '{org}+{category}',
    routes: ['xcb@scau.edu.cn bundle'],
  },
  lecture: {
    ...NOTHING,
    name: '专题微党课',
    accepts: 'video text subtitles',
    naming: ORG_CATEGORY_DATE,
    routes: ['zzbdj@scau.edu.cn bundle'],
  },
};

const WUST = {
  story: {
    ...NOTHING,
    name: '战疫故事汇',
    accepts: 'text photo video subtitles',
    quota: '1–2',
    deadlines: ['2020-07-15 should wust-2020'],
    naming: '{org}+{title}',
    routes: ['wkdzzb@wust.edu.cn bundle'],
  },
  meeting: {
    ...NOTHING,
    name: '组织生活会情况',
    accepts: 'text',
    quota: '1–1',
    parts: ['text 1–'],
    deadlines: ['2020-07-15 should wust-2020'],
    routes: ['wkdzzb@wust.edu.cn bundle'],
  },
  lecture: {
    ...NOTHING,
    name: '专题微党课',
    accepts: 'video text subtitles',
    deadlines: ['2020-06-30 should wust-2020'],
    routes: ['wkdzzb@wust.edu.cn bundle'],
  },
  material: {
    ...NOTHING,
    name: '教育素材',
    accepts: 'text photo audio video subtitles',
    deadlines: ['2020-06-10 2020-10-15 rolling should wust-2020'],
    naming: '{org}+{title}',
    routes: ['xcb@wust.edu.cn bundle'],
  },
  press: {
    ...NOTHING,
    name: '红色防火墙',
    accepts: 'text photo video subtitles',
    routes: ['xcb@wust.edu.cn bundle'],
  },
};

describe.each([
  ['moe-2020', MOE],
  ['scau-2020', SCAU],
  ['wust-2020', WUST],
])('%s', (id, expected) => {
  test('asks for every category of the notice, and for nothing else', async () => {
    const notice = await loadBuiltIn(id);
    expect(notice.id).toBe(id);
    expect(
      Object.fromEntries(notice.categories.map((category) => [category.id, summary(category, notice)])),
    ).toEqual(expected);
  });

  test('names no person and no telephone number', async () => {
    const notice = await loadBuiltIn(id);
    expect(JSON.stringify(notice)).not.toMatch(/1[3-9]\d{9}|0\d{2,3}-\d{7,8}/);
  });
});

const MOE_VIDEO = {
  codecs: [['h264'], 'must', 'moe-2020 提示一'],
  resolution: [[{ exact: [{ width: 1920, height: 1080 }] }, 'must', 'moe-2020 提示一']],
  subtitles: ['required', 'must', 'moe-2020 提示一'],
  sound: ['required', 'should', 'moe-2020 附注·通知未写的常识'],
  pixelFormats: [['yuv420p', 'yuvj420p'], 'should', 'moe-2020 附注·通知未写的常识'],
  still: [{ black: 10, frozen: 20 }, 'should', 'moe-2020 附注·通知未写的常识'],
  bars: ['forbidden', 'should', 'moe-2020 附注·通知未写的常识'],
  clipping: ['forbidden', 'should', 'moe-2020 附注·通知未写的常识'],
};
const ADVICE = [{ min: 900, max: 1200 }, 'should', 'moe-2020 提示一'];

type Saying = Ruled<unknown> | readonly Ruled<unknown>[];

function isList(rule: Saying): rule is readonly Ruled<unknown>[] {
  return Array.isArray(rule);
}

function rulesOf(rules: MediaRules | undefined): Readonly<Record<string, unknown>> {
  const entries: readonly (readonly [string, Saying])[] = Object.entries<Saying>({ ...rules });
  const said = entries.map(([key, rule]): [string, unknown] => [
    key,
    isList(rule) ? rule.map((one) => say(one)) : say(rule),
  ]);
  return Object.fromEntries(said);
}

describe('media rules', () => {
  test("the ministry's video rules hold everywhere, its advice on length for the lecture alone", async () => {
    const notice = await loadBuiltIn('moe-2020');
    const video = {
      ...MOE_VIDEO,
      formats: [['mp4'], 'must', 'moe-2020 提示一'],
      size: [[{ max: 2048 * MIB }, 'must', 'moe-2020 提示一']],
    };
    const cap = [{ max: 1800 }, 'must', 'moe-2020 方案二(一)'];
    expect(rulesOf(notice.media.video)).toEqual({ ...video, duration: [cap] });
    for (const { id, media } of notice.categories) {
      expect(rulesOf(media.video)).toEqual({ ...video, duration: id === 'lecture' ? [cap, ADVICE] : [cap] });
    }
    expect(rulesOf(notice.media.scan)).toEqual({ unlocked: [true, 'must', 'moe-2020 附注·通知未写的常识'] });
    expect(Object.keys(notice.media)).toEqual(['video', 'audio', 'scan']);
  });

  test("South China Agricultural University's limits carry its own section, the rest the ministry's", async () => {
    const notice = await loadBuiltIn('scau-2020');
    const three = 'scau-2020 三';
    expect(rulesOf(notice.media.video)).toEqual({
      ...MOE_VIDEO,
      formats: [['mp4'], 'must', three],
      size: [[{ max: 2048 * MIB }, 'must', three]],
      duration: [[{ max: 1800 }, 'must', three]],
    });
    expect(rulesOf(notice.media.photo)).toEqual({
      formats: [['jpg'], 'must', three],
      size: [[{ max: 10 * MIB }, 'must', three]],
      original: [true, 'must', three],
    });
    expect(rulesOf(notice.media.scan)).toEqual({
      formats: [['pdf', 'jpg'], 'must', three],
      size: [[{ max: 30 * MIB }, 'must', three]],
      unlocked: [true, 'must', 'moe-2020 附注·通知未写的常识'],
    });
    expect(rulesOf(notice.media.text)).toEqual({
      formats: [['docx', 'doc'], 'must', three],
      pictures: ['separate', 'must', three],
    });
    const lecture = notice.categories.find(({ id }) => id === 'lecture');
    expect(rulesOf(lecture?.media.video)['duration']).toContainEqual(ADVICE);
    const press = notice.categories.find(({ id }) => id === 'press');
    expect(rulesOf(press?.media.text)['contact']).toEqual([true, 'must', 'scau-2020']);
  });

  test('Wuhan: a story has 300 characters, a lecture 30 minutes', async () => {
    const { categories } = await loadBuiltIn('wust-2020');
    const media = (id: string) => categories.find((category) => category.id === id)?.media;
    expect(rulesOf(media('story')?.text)).toEqual({ words: [[{ max: 300 }, 'must', 'wust-2020']] });
    expect(rulesOf(media('lecture')?.video)['duration']).toEqual([[{ max: 1800 }, 'must', 'wust-2020']]);
    expect(rulesOf(media('material')?.video)).toMatchObject(MOE_VIDEO);
  });
});

test("a lecture's keywords are three to five, its five topics a remark, and both stand in the subject", async () => {
  const { categories, routes } = await loadBuiltIn('moe-2020');
  const info = categories.find(({ id }) => id === 'lecture')?.info ?? [];
  expect(info.find(({ value }) => value.field === 'keywords')?.value.count).toEqual({ min: 3, max: 5 });
  expect(info.find(({ value }) => value.field === 'topic')?.value.oneOf).toHaveLength(5);
  expect(routes.find(({ id }) => id === 'guangming')?.mail?.subject).toBe('{title}+{topic}+{keywords}');
});

test('the two forms bear the number of their annex', async () => {
  const { forms } = await loadBuiltIn('scau-2020');
  expect(forms.map(({ name, annex }) => `${annex ?? ''} ${name}`)).toEqual([
    '附件1 “战疫故事汇”推荐表',
    '附件2 “教育素材库”推荐表',
  ]);
});

test('notice list shows them all, each with its number of categories', async () => {
  const list = await listNotices({ files: nodeFiles, templates });
  expect(list.map(({ id, categories }) => [id, categories])).toEqual([
    ['gbt-9704', 0],
    ['moe-2020', 7],
    ['scau-2020', 5],
    ['wust-2020', 5],
  ]);
});
