import { describe, expect, test } from 'vitest';
import type { LayoutRule } from '../../src/model/layout.ts';
import type { Ruled } from '../../src/model/ruled.ts';
import { loadBuiltIn, loadFrom, mistakeOf } from './notice-folder.ts';

const HEAD = 'title: 我的\nyear: 2020\n';

async function layoutFrom(text: string): Promise<Ruled<LayoutRule> | undefined> {
  const yaml = `${HEAD}media:\n  text:\n    layout:\n${text.replace(/^/gm, '      ')}`;
  return (await loadFrom({ 'mine.yaml': yaml })).media.text?.layout?.[0];
}
async function ruleFrom(text: string): Promise<LayoutRule | undefined> {
  return (await layoutFrom(text))?.value;
}

describe('clauses of real notices can be said', () => {
  test('主标题小二号方正小标宋简体，单位名称小三号楷体，正文小三号仿宋体，一级标题小三号黑体，行距28磅', async () => {
    const rule = await ruleFrom(
      'title: { font: 方正小标宋简体, size: 小二号 }\nbyline: { font: 楷体, size: 小三号 }\nbody: { font: 仿宋体, size: 小三号 }\nh1: { font: 黑体, size: 小三号 }\nlineSpacing: 28磅',
    );
    expect(rule).toEqual({
      strictFont: false,
      roles: {
        title: { font: ['方正小标宋简体'], size: [18] },
        byline: { font: ['楷体'], size: [15] },
        h1: { font: ['黑体'], size: [15], lineSpacing: { points: 28 } },
        body: { font: ['仿宋体'], size: [15], lineSpacing: { points: 28 } },
      },
      whole: { lineSpacing: { points: 28 } },
    });
  });

  test('标题二号黑体，正文四号宋体，单倍行距', async () => {
    const rule = await ruleFrom(
      'title: { font: 黑体, size: 二号 }\nbody: { font: 宋体, size: 四号, lineSpacing: 单倍 }',
    );
    expect(rule?.roles.body?.lineSpacing).toEqual({ lines: 1 });
  });

  test('A4 常规页面；主标题四号黑体居中，副标题小四黑体右对齐，正文五号宋体；1.5倍行距', async () => {
    const rule = await ruleFrom(
      'paper: A4\nmargins: 常规\nlineSpacing: 1.5\ntitle: { font: 黑体, size: 四号, align: center }\nsubtitle: { font: 黑体, size: 小四, align: right }\nbody: { font: 宋体, size: 五号 }',
    );
    expect(rule).toMatchObject({
      paper: { width: 210, height: 297 },
      margins: { top: { min: 24.4, max: 26.4 }, left: { min: 30.8, max: 32.8 } },
      roles: {
        subtitle: { size: [12], align: 'right' },
        body: { size: [10.5], lineSpacing: { lines: 1.5 } },
      },
    });
    expect(rule?.roles.title?.lineSpacing).toBeUndefined();
  });

  test('字符缩放100%，行距28至30磅，页边距有上下限，字体任选', async () => {
    const rule = await ruleFrom(
      'scale: 100%\nlineSpacing: { min: 28pt, max: 30pt }\nmargins: { left: { min: 2.5cm, max: 30mm } }\npageNumber: outside\nbody: { font: [仿宋, 宋体], before: 0, after: 0.5行 }',
    );
    expect(rule).toMatchObject({
      margins: { left: { min: 25, max: 30 } },
      pageNumber: { place: 'outside' },
      roles: {
        body: {
          font: ['仿宋', '宋体'],
          scale: 100,
          lineSpacing: { range: { min: 28, max: 30 } },
          before: { unit: 'points', value: 0 },
          after: { unit: 'lines', value: 0.5 },
        },
      },
    });
  });
});

test('a layout is advice unless the notice says otherwise', async () => {
  expect((await layoutFrom('body: { font: 仿宋 }'))?.level).toBe('should');
  expect(await layoutFrom('level: must\nclause: 三\nbody: { font: 仿宋 }')).toMatchObject({
    level: 'must',
    clause: { notice: 'mine', section: '三' },
  });
});

/** Below `media: text: layout:`, that is from line 6 and column 7 on. */
const MISTAKES: readonly [what: string, text: string, place: string, zh: string][] = [
  ['an unknown part', 'boddy: { font: 仿宋 }', '6:7 media.text.layout.boddy', '是不是“body”'],
  ['an unknown trait', 'body: { fnt: 仿宋 }', '6:15 media.text.layout.body.fnt', '是不是“font”'],
  ['a misspelt typeface', 'body: { font: 访宋 }', '6:15 media.text.layout.body.font', '是不是“仿宋”'],
  ['a size that there is not', 'body: { size: 九号 }', '6:15 media.text.layout.body.size', '应写字号'],
  [
    'a line spacing without unit',
    'body: { lineSpacing: 28 }',
    '6:15 media.text.layout.body.lineSpacing',
    '28pt',
  ],
  ['a paper that there is not', 'paper: Legal', '6:7 media.text.layout.paper', 'A4'],
  [
    'margins that cross',
    'margins: { top: { min: 3cm, max: 2cm } }',
    '6:35 media.text.layout.margins.top.max',
    '不能小于',
  ],
  [
    'an alignment that there is not',
    'title: { align: centre }',
    '6:16 media.text.layout.title.align',
    '是不是“center”',
  ],
  ['a part without a rule', 'title: {}', '6:7 media.text.layout.title', '至少写一项'],
  ['a layout without a rule', 'strictFont: true', '5:5 media.text.layout', '没有写要求'],
];

test.each(MISTAKES)('%s is told with its place', async (_, text, place, zh) => {
  const yaml = `${HEAD}media:\n  text:\n    layout:\n      ${text}\n`;
  const { words, place: found } = await mistakeOf(loadFrom({ 'mine.yaml': yaml }));
  expect(words.zh).toContain(zh);
  expect(`${found?.line ?? ''}:${found?.column ?? ''} ${found?.key ?? ''}`).toBe(place);
});

test('a layout is asked of texts only: nobody would check it of a film', async () => {
  const yaml = `${HEAD}media:\n  video:\n    layout: { body: { font: 仿宋 } }\n`;
  expect((await mistakeOf(loadFrom({ 'mine.yaml': yaml }))).words.zh).toContain('不认识“layout”');
});

describe('the standard for official texts', () => {
  test('is a notice to build on: whoever extends it has its layout, with the place where it is written', async () => {
    const notice = await loadFrom({
      'mine.yaml': `${HEAD}extends: gbt-9704\ncategories:\n  report: { name: 报告, accepts: [text] }\n`,
    });
    const layout = notice.categories[0]?.media.text?.layout;
    expect(layout).toEqual((await loadBuiltIn('gbt-9704')).media.text?.layout);
    expect(layout?.[0]).toMatchObject({
      level: 'should',
      clause: { notice: 'gbt-9704' },
      value: {
        paper: { width: 210, height: 297 },
        margins: { top: { min: 36, max: 38 }, left: { min: 27, max: 29 } },
        grid: { lines: 22, characters: 28 },
        pageNumber: { place: 'outside', size: [14] },
        roles: {
          title: { size: [22] },
          h1: { font: ['黑体'] },
          h2: { font: ['楷体'] },
          body: { size: [16], indent: 2 },
        },
      },
    });
  });
  test('gives way trait by trait where the notice sets its own, each trait with its own source', async () => {
    const notice = await loadFrom({
      'mine.yaml': `${HEAD}extends: gbt-9704\nmedia: { text: { layout: { clause: 二, margins: { top: 30mm }, body: { font: 宋体 } } } }\n`,
    });
    const [own, standard, ...more] = notice.media.text?.layout ?? [];
    expect(more).toEqual([]);
    expect(own).toMatchObject({
      clause: { notice: 'mine', section: '二' },
      value: {
        strictFont: false,
        margins: { top: { min: 29, max: 31 } },
        roles: { body: { font: ['宋体'] } },
      },
    });
    expect(standard).toMatchObject({
      clause: { notice: 'gbt-9704' },
      value: {
        paper: { width: 210 },
        margins: { bottom: { min: 34, max: 36 } },
        roles: { h1: { font: ['黑体'] } },
      },
    });
    expect(standard?.value.margins).not.toHaveProperty('top');
    expect(standard?.value.roles.body).toEqual({ size: [16], indent: 2 });
  });
});

describe('layouts of a chain of notices', () => {
  const layout = (title: string, text: string, far?: string) =>
    `title: ${title}\nyear: 2020\n${far === undefined ? '' : `extends: ${far}\n`}media: { text: { layout: ${text} } }\n`;

  test('each trait is the nearest one’s that speaks of it, and one that is asked twice is judged once', async () => {
    const notice = await loadFrom({
      'ministry.yaml': layout(
        '部',
        '{ paper: A4, lineSpacing: 28pt, h1: { font: 黑体 }, body: { font: 仿宋, size: 三号 } }',
      ),
      'school.yaml': layout(
        '校',
        '{ lineSpacing: 30pt, body: { size: 四号 }, level: must }',
        './ministry.yaml',
      ),
      'mine.yaml': layout('院', '{ body: { font: 宋体 } }', './school.yaml'),
    });
    expect(
      notice.media.text?.layout?.map(({ level, clause, value }) => [clause.notice, level, value.roles]),
    ).toEqual([
      ['mine', 'should', { body: { font: ['宋体'] } }],
      [
        'school',
        'must',
        { h1: { lineSpacing: { points: 30 } }, body: { lineSpacing: { points: 30 }, size: [14] } },
      ],
      ['ministry', 'should', { h1: { font: ['黑体'] } }],
    ]);
  });

  test('what a farther notice asks of one part alone is not overruled by what is asked of the whole text', async () => {
    const notice = await loadFrom({
      'far.yaml': layout('远', '{ h1: { lineSpacing: 1.5 }, h2: { font: 楷体 } }'),
      'mine.yaml': layout('近', '{ lineSpacing: 28pt }', './far.yaml'),
    });
    const points = { lineSpacing: { points: 28 } };
    expect(notice.media.text?.layout?.map(({ value }) => value.roles)).toEqual([
      { h2: points, body: points },
      { h1: { lineSpacing: { lines: 1.5 } }, h2: { font: ['楷体'] } },
    ]);
  });

  test('null takes away what farther ones ask, and a notice that repeats everything leaves nothing of them', async () => {
    const far = layout('远', '{ body: { font: 仿宋 } }');
    const none = await loadFrom({ 'far.yaml': far, 'mine.yaml': layout('近', 'null', './far.yaml') });
    expect(none.media.text?.layout).toBeUndefined();
    const same = await loadFrom({
      'far.yaml': far,
      'mine.yaml': layout('近', '{ body: { font: 宋体 } }', './far.yaml'),
    });
    expect(same.media.text?.layout).toHaveLength(1);
  });
});
