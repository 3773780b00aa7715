import { describe, expect, it } from 'vitest';
import type { CheckOf } from '../../src/model/check.ts';
import type {
  LayoutBlock,
  LayoutFacts,
  LayoutRule,
  LayoutSight,
  ParagraphFormat,
  TextRole,
} from '../../src/model/layout.ts';
import { article, facts, judgePart, must, part } from './make-case.ts';

const SET: ParagraphFormat = {
  eastAsian: '仿宋_GB2312',
  ascii: 'Times New Roman',
  size: 16,
  bold: false,
  scale: 100,
  align: 'justify',
  indent: 2,
  spacing: { kind: 'exact', points: 28 },
  before: { unit: 'points', value: 0 },
  after: { unit: 'points', value: 0 },
};
function block(
  role: TextRole,
  format: Partial<ParagraphFormat> = {},
  own: Partial<LayoutBlock> = {},
): LayoutBlock {
  return {
    role,
    by: 'rest',
    format: { ...SET, ...format },
    paragraphs: 3,
    characters: 300,
    openings: ['疫情发生以来'],
    ...own,
  };
}
const A4 = {
  paper: { width: 210, height: 297 },
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  sections: 1,
};
function layout(own: Partial<LayoutFacts> = {}): LayoutFacts {
  return {
    sections: [A4],
    blocks: [block('body')],
    strays: [],
    asides: [],
    paragraphs: 3,
    looked: 3,
    inTables: 0,
    ...own,
  };
}
type Judged = CheckOf<'text.layout'>;
function judge(rule: Partial<LayoutRule>, own: Partial<LayoutFacts> | LayoutSight = {}): readonly Judged[] {
  const sight: LayoutSight = 'state' in own ? own : { state: 'read', layout: layout(own) };
  const media = { layout: [must<LayoutRule>({ strictFont: false, roles: {}, ...rule }, 'should')] };
  const checks = judgePart(part('a/b.docx', 'text', facts('docx', { text: article, layout: sight })), media);
  return checks.filter((check): check is Judged => check.code === 'text.layout');
}
const results = (judged: readonly Judged[]) => judged.map(({ result, args }) => `${args.part} ${result}`);
const body = (
  rule: NonNullable<LayoutRule['roles']['body']>,
  own: Partial<LayoutFacts> = {},
  strictFont = false,
) => judge({ strictFont, roles: { body: rule } }, own)[0];

it('a notice that asks for no layout gets no check of one', () => {
  const checks = judgePart(part('a/b.docx', 'text', facts('docx', { text: article })), {});
  expect(checks.some(({ code }) => code === 'text.layout')).toBe(false);
});

it('there is one check for the pages, one for their numbers, one for each part, in this order', () => {
  const roles = { body: { size: [16] }, title: { size: [22] } };
  const judged = judge({ paper: { width: 210, height: 297 }, pageNumber: {}, roles });
  expect(results(judged)).toEqual(['page pass', 'page-number fail', 'title unknown', 'body pass']);
  expect(new Set(judged.map(({ level }) => level))).toEqual(new Set(['should']));
});

describe('a typeface', () => {
  it('of another make will do, unless the very name is asked for', () => {
    expect(body({ font: ['仿宋'] })?.result).toBe('pass');
    expect(body({ font: ['仿宋'] }, {}, true)?.result).toBe('fail');
    expect(body({ font: ['黑体', '仿宋'] })?.result).toBe('pass');
    expect(body({ font: ['宋体'] })?.result).toBe('fail');
  });
  it('that the document leaves to the program is not passed', () => {
    const { ascii, size, bold, scale, align, spacing, before, after } = SET;
    const open = {
      ...block('body'),
      format: {
        ...(ascii !== undefined && { ascii }),
        ...(size !== undefined && { size }),
        bold,
        scale,
        align,
        spacing,
        before,
        after,
      },
    };
    expect(body({ font: ['仿宋'] }, { blocks: [open] })).toMatchObject({
      result: 'unknown',
      args: { unclear: { kind: 'not-said', count: 3, traits: ['font'] } },
    });
  });
});

it('what is wrong is told by its first words, alike paragraphs once, with only what is wrong about them', () => {
  const wrong = { eastAsian: '宋体', size: 14 };
  const blocks = [
    block('body'),
    block('body', wrong, { paragraphs: 12, openings: ['第二天'] }),
    block('body', { ...wrong, color: 'FF0000' }, { paragraphs: 1, openings: ['第三天'] }),
  ];
  expect(body({ font: ['仿宋'], size: [16] }, { blocks })?.args.faults).toEqual([
    {
      opening: '第二天',
      count: 13,
      found: [
        { kind: 'font', names: ['宋体'] },
        { kind: 'size', points: [14] },
      ],
    },
  ]);
});

describe.each([
  ['size', { size: [16] }, { size: 15 }],
  ['weight', { bold: false }, { bold: true }],
  ['alignment', { align: 'justify' }, { align: 'left' }],
  ['indent', { indent: 2 }, { indent: 1.3 }],
  ['missing indent', { indent: 2 }, { indent: 0 }],
  ['exact line spacing', { lineSpacing: { points: 28 } }, { spacing: { kind: 'exact', points: 26 } }],
  [
    'line spacing, although it is some multiple',
    { lineSpacing: { points: 28 } },
    { spacing: { kind: 'multiple', lines: 1.5 } },
  ],
  [
    'line spacing in a range',
    { lineSpacing: { range: { min: 28, max: 30 } } },
    { spacing: { kind: 'exact', points: 31 } },
  ],
  ['room before', { before: { unit: 'points', value: 0 } }, { before: { unit: 'lines', value: 0.5 } }],
  ['room after, left to the program', { after: { unit: 'points', value: 0 } }, { after: { unit: 'auto' } }],
  ['scale', { scale: 100 }, { scale: 90 }],
] as const)('%s', (_, rule, wrong) => {
  it('passes as asked and fails otherwise', () => {
    expect(body(rule)?.result).toBe('pass');
    expect(body(rule, { blocks: [block('body', wrong)] })?.result).toBe('fail');
  });
});

describe('what is as good', () => {
  it.each([
    ['both edges straight for left', { align: 'left' }, {}],
    [
      'at least so much for exactly',
      { lineSpacing: { points: 28 } },
      { spacing: { kind: 'at-least', points: 28 } },
    ],
    [
      'no lines for no points',
      { before: { unit: 'points', value: 0 } },
      { before: { unit: 'lines', value: 0 } },
    ],
    ['rounded characters', { indent: 2 }, { indent: 2.1 }],
  ] as const)('%s', (_, rule, format) => {
    expect(body(rule, { blocks: [block('body', format)] })?.result).toBe('pass');
  });
  it('the indent of a list is the list’s own', () => {
    const listed = block('body', { indent: -2 }, { listed: true });
    expect(body({ indent: 2 }, { blocks: [listed] })?.result).toBe('pass');
  });
  it('a heading’s sentence has no spacing of its own', () => {
    const runIn = block('h2', { align: 'left', spacing: { kind: 'multiple', lines: 1 } }, { runIn: true });
    const rule = { roles: { h2: { align: 'center', lineSpacing: { points: 28 } } } } as const;
    expect(results(judge(rule, { blocks: [block('body'), runIn] }))).toEqual(['h2 pass']);
  });
});

describe('words set otherwise inside a paragraph', () => {
  const stray = (characters: number, eastAsian: string) => ({
    strays: [
      {
        role: 'body' as const,
        look: { ...SET, eastAsian },
        paragraphs: 2,
        characters,
        chinese: characters,
        opening: '夹着',
      },
    ],
  });
  it('fail where they are many, and are worth a word where they are few', () => {
    expect(body({ font: ['仿宋'] }, stray(100, '宋体'))).toMatchObject({
      result: 'fail',
      args: { faults: [{ opening: '夹着', count: 2, characters: 100 }] },
    });
    expect(body({ font: ['仿宋'] }, stray(5, '宋体'))).toMatchObject({
      result: 'pass',
      args: { remarks: [{ kind: 'few', characters: 5 }] },
    });
  });
  it('are nobody’s fault where they are as asked', () => {
    expect(body({ font: ['仿宋'] }, stray(100, 'FangSong'))).toMatchObject({
      result: 'pass',
      args: { remarks: [] },
    });
  });
});

describe('what was not seen is never passed', () => {
  const title = { roles: { title: { size: [22] } } };
  const h1 = { roles: { h1: { size: [16] } } };
  it('a title that was not found', () => {
    expect(judge(title)[0]).toMatchObject({
      result: 'unknown',
      args: { unclear: { kind: 'not-found', candidates: 0 } },
    });
  });
  it('headings, where something may be one; without anything that may be, there is none', () => {
    expect(results(judge(h1))).toEqual(['h1 skip']);
    const asides = [{ kind: 'unclear' as const, paragraphs: 2, opening: '送菜的人' }];
    expect(judge(h1, { asides })[0]).toMatchObject({
      result: 'unknown',
      args: { unclear: { candidates: 2, opening: '送菜的人' } },
    });
    const numbered = block('body', {}, { by: 'numbered-text', mayBe: 'h1' });
    expect(results(judge(h1, { blocks: [numbered] }))).toEqual(['h1 unknown']);
  });
  it('a subtitle, where a line below the title may be one; a text need not have any', () => {
    const subtitle = { roles: { subtitle: { size: [16] } } };
    const [above, below] = [block('title', { size: 22 }), block('byline')];
    expect(results(judge(subtitle, { blocks: [above, block('body')] }))).toEqual(['subtitle skip']);
    expect(results(judge(subtitle, { blocks: [above, below, block('body')] }))).toEqual(['subtitle unknown']);
    expect(results(judge(subtitle, { blocks: [block('body')] }))).toEqual(['subtitle unknown']);
  });
  it('the rest of a text that was too long; its title stands at the beginning', () => {
    const long = {
      blocks: [block('title', { size: 22 }), block('body')],
      paragraphs: 30_000,
      looked: 20_000,
    };
    expect(results(judge({ roles: { title: { size: [22] }, body: { size: [16] } } }, long))).toEqual([
      'title pass',
      'body unknown',
    ]);
  });
  it('a text of another format, a broken one, one that nobody looked into: told once', () => {
    const rule = { ...title, pageNumber: {} };
    expect(results(judge(rule, { state: 'other-format' }))).toEqual(['all unknown']);
    expect(results(judge(rule, { state: 'unread', cause: { kind: 'no-index' } }))).toEqual(['all unknown']);
    const media = { layout: [must<LayoutRule>({ strictFont: false, roles: { body: { size: [16] } } })] };
    const checks = judgePart(part('a/b.docx', 'text', facts('docx', { text: article })), media);
    expect(checks.filter(({ code }) => code === 'text.layout').map(({ result }) => result)).toEqual([
      'unknown',
    ]);
  });
  it('a text without paragraphs', () => {
    expect(
      results(
        judge(
          { roles: { body: { size: [16] }, h1: { size: [16] } } },
          { blocks: [], paragraphs: 0, looked: 0 },
        ),
      ),
    ).toEqual(['h1 unknown', 'body unknown']);
  });
});

it('what stands in tables is not judged, and that is said', () => {
  expect(body({ size: [16] }, { inTables: 9 })?.args.remarks).toEqual([{ kind: 'tables', paragraphs: 9 }]);
});

describe('pages', () => {
  const page = (rule: Partial<LayoutRule>, section: Partial<LayoutFacts['sections'][number]> = {}) =>
    judge(rule, { sections: [{ ...A4, ...section }] })[0]?.result;
  it('have the paper, whichever way it is turned, unless that is asked too', () => {
    const turned = { paper: { width: 297, height: 210 } };
    expect(page({ paper: A4.paper })).toBe('pass');
    expect(page({ paper: A4.paper }, turned)).toBe('pass');
    expect(page({ paper: A4.paper, orientation: 'portrait' }, turned)).toBe('fail');
    expect(page({ paper: A4.paper }, { paper: { width: 215.9, height: 279.4 } })).toBe('fail');
  });
  it('have each margin within its range', () => {
    expect(page({ margins: { top: { min: 36, max: 38 } } })).toBe('pass');
    expect(page({ margins: { top: { min: 36, max: 38 }, left: { min: 30 } } })).toBe('fail');
  });
  it('hold as many lines and characters as their spacing or grid makes of the room', () => {
    const lines = { grid: { lines: 22 } };
    expect(page(lines)).toBe('pass');
    expect(page({ grid: { characters: 28 } })).toBe('fail');
    expect(page({ grid: { characters: 28 } }, { characterSpace: -0.206 })).toBe('pass');
    const single = { blocks: [block('body', { spacing: { kind: 'multiple', lines: 1 } })] };
    expect(judge(lines, { ...single, sections: [{ ...A4, linePitch: 28.95 }] })[0]?.result).toBe('pass');
    expect(judge(lines, single)[0]?.result).toBe('unknown');
  });
  it('that do not say are not passed, and one wrong section fails all', () => {
    expect(judge({ paper: A4.paper }, { sections: [{ sections: 1 }] })[0]?.result).toBe('unknown');
    expect(judge({ paper: A4.paper }, { sections: [] })[0]?.result).toBe('unknown');
    const other = { ...A4, paper: { width: 182, height: 257 } };
    expect(judge({ paper: A4.paper }, { sections: [A4, other] })[0]?.result).toBe('fail');
  });
  it('are numbered, and where asked', () => {
    const numbered = (place?: 'center' | 'right') => ({
      pageNumber: { in: 'footer' as const, ...(place && { place }), ascii: 'SimSun', size: 14 },
    });
    expect(page({ pageNumber: {} })).toBe('fail');
    expect(page({ pageNumber: {} }, numbered())).toBe('pass');
    expect(page({ pageNumber: { place: 'center' } }, numbered('center'))).toBe('pass');
    expect(page({ pageNumber: { place: 'center' } }, numbered('right'))).toBe('fail');
    expect(page({ pageNumber: { place: 'center' } }, numbered())).toBe('unknown');
    expect(page({ pageNumber: { font: ['宋体'], size: [14] } }, numbered('right'))).toBe('pass');
    expect(page({ pageNumber: { size: [10.5] } }, numbered('right'))).toBe('fail');
  });
});
