import { describe, expect, it } from 'vitest';
import type { TextFacts } from '../../src/model/facts.ts';
import type { Item, ItemInfo, Part } from '../../src/model/materials.ts';
import type { MediaRules, PicturesRule } from '../../src/model/media-rules.ts';
import type { SoughtFacts } from '../../src/model/sought.ts';
import { outlineText } from '../../src/probe/word/outline-text.ts';
import { wordsToSeek } from '../../src/rules/words-to-seek.ts';
import {
  article,
  category,
  facts,
  item,
  judge,
  judgePart,
  must,
  notice,
  part,
  picture,
  resultsOf,
} from './make-case.ts';

function written(body: string, sought?: SoughtFacts): Part {
  const text: TextFacts = { ...article, outline: outlineText(body).outline };
  return {
    ...part('战疫故事汇/逆行者/故事.docx', 'text', facts('docx', { text })),
    ...(sought && { sought }),
  };
}

const nothing: SoughtFacts = { hits: [] };

describe('text.sections: a part that is there is found, one that is not is never passed', () => {
  const rules: MediaRules = {
    sections: must([
      { name: '主要做法', aliases: ['具体做法'], words: { max: 10 } },
      { name: '成效', aliases: [] },
    ]),
  };
  const judged = (body: string, sought: SoughtFacts | undefined = nothing) =>
    resultsOf(judgePart(written(body, sought), rules), 'text.sections');

  it.each([
    ['numbered', '一、主要做法\n十个字以内的一段\n二、成效\n好', ['pass', 'pass']],
    ['in brackets', '【主要做法】很短。\n【成效】好', ['pass', 'pass']],
    ['before a colon, in a table', '主要做法：短\n成效\t好\n', ['pass', 'pass']],
    ['set wide, by another name', '具 体 做 法\n短\n（二）成  效\n好', ['pass', 'pass']],
    ['as part of a numbered heading', '1. 活动的主要做法\n短\n2. 成效与启示\n好', ['pass', 'pass']],
    ['too long', '一、主要做法\n一共十一个字的一段话。\n二、成效\n好', ['fail', 'pass']],
    [
      'ended by a heading nobody asked for',
      '一、主要做法\n短\n二、其他\n很长很长很长很长很长\n三、成效\n好',
      ['pass', 'pass'],
    ],
    [
      'lower headings go with it',
      '一、主要做法\n（一）甲乙丙丁\n（二）戊己庚辛\n二、成效\n好',
      ['fail', 'pass'],
    ],
    ['a heading with nothing beneath', '一、主要做法\n二、成效\n好', ['unknown', 'pass']],
    ['only mentioned', '我们总结了主要做法，成效明显。', ['unknown', 'unknown']],
    ['absent', '全文没有。', ['fail', 'fail']],
  ])('%s', (_, body, results) => {
    expect(judged(body)).toEqual(results);
  });

  it('deep within a paragraph it is mentioned; where nobody could look it is not known', () => {
    const body = `${'字'.repeat(40)}主要做法`;
    const hits = [{ word: '主要做法', places: ['text' as const] }];
    expect(judged(body, { hits })).toEqual(['unknown', 'fail']);
    expect(judged(body, { hits: [], cause: { kind: 'no-prober' } })).toEqual(['unknown', 'unknown']);
    expect(resultsOf(judgePart(written(body), rules), 'text.sections')).toEqual(['unknown', 'unknown']);
  });

  it('opens the file again only for what was not found', () => {
    const sought = (body: string, media: MediaRules) =>
      wordsToSeek({ part: written(body), item: item([]), media, persons: {} });
    expect(sought('一、主要做法\n短\n二、成效\n好', rules)).toEqual([]);
    expect(sought('一、主要做法\n短', rules)).toEqual(['成效']);
    expect(sought('无', {})).toEqual([]);
  });
});

const photo = (name: string) =>
  part(`战疫故事汇/逆行者/${name}.jpg`, 'photo', facts('jpg', { photo: picture }));
const of = (work: Item, media: MediaRules, org?: string) =>
  judge({
    notice: notice({ categories: [category({ media: { text: media } })] }),
    items: [work],
    ...(org !== undefined && { org }),
  });
const info = (fields: ItemInfo['fields']) => ({ info: { path: 'a', fields } });

describe('text.figures: what is marked and what is handed in are the same', () => {
  const media: MediaRules = { figures: must('marked') };
  it.each([
    ['each has its photo', '【图1】【图2】', ['图1', '学院+图2（合影）'], 'pass'],
    ['图10 is not 图1', '【图1】', ['图10'], 'fail'],
    ['marked, not handed in', '【图1】【图2】', ['图1'], 'fail'],
    ['handed in, not marked', '【图1】', ['图1', '图2'], 'fail'],
    ['a photo of another name', '【图1】', ['图1', '合影'], 'fail'],
    ['no marks at all', '正文', ['图1'], 'fail'],
    ['no figures at all', '正文', [], 'skip'],
  ])('%s', (_, body, photos, result) => {
    const work = item([written(body), ...photos.map(photo)]);
    expect(resultsOf(of(work, media), 'text.figures')).toEqual([result]);
  });
});

describe('text.title: compared with what is known, and never passed by its looks alone', () => {
  const media: MediaRules = { titlePattern: must('{org}：{title}') };
  it.each([
    ['甲学院：春天', { title: '春天' }, 'pass'],
    ['甲学院: 《春 天》', { title: '春天' }, 'pass'],
    ['甲学院：夏天', { title: '春天' }, 'fail'],
    ['乙学院：春天', { title: '春天' }, 'fail'],
    ['甲学院：夏天', {}, 'unknown'],
    ['夏天', {}, 'fail'],
  ])('%s', (body, fields, result) => {
    const work = item([written(body)], info(fields));
    expect(resultsOf(of(work, media, '甲学院'), 'text.title')).toEqual([result]);
  });
});

describe('text.byline: looked for under the title, and nowhere else', () => {
  const media: MediaRules = { byline: must(['unit', 'name', '专业']) };
  const others = { 专业: '软件工程' };
  const under = (body: string, own: Partial<ItemInfo> = { others }) =>
    resultsOf(
      of(
        item([written(body)], { info: { path: '作品信息.yaml', fields: { authors: ['张三丰'] }, ...own } }),
        media,
        '江南大学计算机学院党委',
      ),
      'text.byline',
    )[0];
  it.each([
    ['题目\n计算机学院 软件工程 张三丰\n正文', 'pass'],
    ['题目\n计算机学院\n软件工程专业 张 三 丰\n正文', 'pass'],
    ['题目\n计算机学院 软件工程\n正文', 'fail'],
    ['题目\n计科院 软件工程 张三丰\n正文', 'unknown'],
    [`题目\n计算机学院 软件工程\n${'很长'.repeat(20)}`, 'unknown'],
    [`题目\n计算机学院 软件工程\n村口的老人说，${'很长'.repeat(30)}`, 'fail'],
    ['张三丰、计算机学院、软件工程\n一\n二\n三\n四\n张三丰', 'fail'],
  ])('%j', (body, result) => {
    expect(under(body)).toBe(result);
  });
  it('does not miss what nobody said', () => {
    expect(under('题目\n计算机学院 张三丰\n正文', {})).toBe('unknown');
  });
});

describe('text.signature: what nobody told is not known, rather than there', () => {
  const media: MediaRules = { signature: must(['unit', 'name', 'phone'] as const) };
  const hits = ['甲学院', '张三丰'].map((word) => ({ word, places: ['text' as const, 'ending' as const] }));
  const signed = (body: string, sought: SoughtFacts, fields: ItemInfo['fields'], org?: string) =>
    resultsOf(of(item([written(body, sought)], info(fields)), media, org), 'text.signature')[0];
  it('compares unit and author with what was found at the end', () => {
    const authors = { authors: ['张三丰'] };
    expect(signed('13800000000', { hits }, authors, '甲学院')).toBe('pass');
    expect(signed('没有电话', { hits }, authors, '甲学院')).toBe('fail');
    expect(signed('13800000000', { hits: [] }, authors, '甲学院')).toBe('fail');
    expect(signed('13800000000', { hits }, {}, '甲学院')).toBe('unknown');
    expect(signed('13800000000', { hits }, authors)).toBe('unknown');
    const cause = { kind: 'no-prober' } as const;
    expect(signed('13800000000', { hits: [], cause }, authors, '甲学院')).toBe('unknown');
  });
  it('does not take a name in the middle for a signature', () => {
    const middle = [{ word: '甲学院', places: ['text' as const] }, ...hits.slice(1)];
    expect(signed('13800000000', { hits: middle }, { authors: ['张三丰'] }, '甲学院')).toBe('fail');
  });
});

describe('text.images: beside the text, within it, or none', () => {
  const judged = (pictures: number, asked: PicturesRule) => {
    const text = part('a/b.docx', 'text', facts('docx', { text: { ...article, pictures } }));
    return resultsOf(judgePart(text, { pictures: must(asked) }), 'text.images');
  };
  it.each([
    [0, 'none', 'pass'],
    [1, 'none', 'fail'],
    [0, { embedded: { min: 1, max: 5 } }, 'fail'],
    [5, { embedded: { min: 1, max: 5 } }, 'pass'],
    [6, { embedded: { min: 1, max: 5 } }, 'fail'],
  ] as const)('%d pictures where %j is asked', (count, asked, result) => {
    expect(judged(count, asked)).toEqual([result]);
  });
});

describe('text.anonymous: what was not looked for is not taken for absent', () => {
  const media: MediaRules = { anonymous: must(true) };
  const judged = (sought: SoughtFacts | undefined, fields: ItemInfo['fields'], org?: string) =>
    resultsOf(of(item([written('正文', sought)], info(fields)), media, org), 'text.anonymous');
  const authors = { authors: ['张三丰'] };

  it('passes only where everybody was named and all of it was looked through', () => {
    expect(judged({ hits: [] }, authors, '甲学院')).toEqual(['pass']);
    expect(judged({ hits: [] }, {}, '甲学院')).toEqual(['unknown']);
    expect(judged({ hits: [] }, authors)).toEqual(['unknown']);
    expect(judged({ hits: [], cause: { kind: 'no-prober' } }, authors, '甲学院')).toEqual(['unknown']);
    expect(judged(undefined, authors, '甲学院')).toEqual(['unknown']);
    const hits = [{ word: '张三丰', places: ['properties' as const] }];
    expect(judged({ hits, cause: { kind: 'no-prober' } }, authors)).toEqual(['fail']);
  });

  it('sees the file’s own name', () => {
    const named = { ...written('正文', { hits: [] }), path: '战疫故事汇/逆行者/甲学院 张三丰.docx' };
    expect(resultsOf(of(item([named], info(authors)), media, '甲学院党委'), 'text.anonymous')).toEqual([
      'fail',
    ]);
  });

  it('looks for the unit in short too, for advisors, presenter and contact', () => {
    const fields = { authors: ['张三丰'], advisors: ['李四'], presenter: '王五、赵六' };
    const persons = { org: '中共某某大学甲学院委员会', contact: '钱七' };
    const work = item([], info(fields));
    expect(wordsToSeek({ part: written('无'), item: work, media, persons })).toEqual([
      '中共某某大学甲学院委员会',
      '某某大学甲学院',
      '某某大学',
      '甲学院',
      '张三丰',
      '王五',
      '赵六',
      '李四',
      '钱七',
    ]);
  });
});

describe('photo.caption: found in any of its three places, and of the right photo', () => {
  const captioned = (parts: readonly Part[], captions?: ItemInfo['captions']) =>
    resultsOf(
      judge({
        notice: notice({ categories: [category({ media: { photo: { captions: must({ max: 5 }) } } })] }),
        items: [item(parts, { info: { path: 'a', fields: {}, ...(captions && { captions }) } })],
      }),
      'photo.caption',
    );
  it.each([
    ['too long in the text', '图1：六个字的说明', 'fail'],
    ['in the text, short enough', '【图1】合影', 'pass'],
    ['图10 is not 图1', '图10：合影', 'fail'],
    ['a mark alone is no caption', '【图1】', 'fail'],
  ])('%s', (_, body, result) => {
    expect(captioned([photo('图1'), written(body)])).toEqual([result]);
  });
  it('in 作品信息.yaml, by name or stem', () => {
    expect(captioned([photo('图1'), photo('图2')], { '图1.JPG': '合影', 图2: '合影' })).toEqual([
      'pass',
      'pass',
    ]);
  });
  it.each([
    ['1', '1．指导思想：为深入贯彻', 'unknown'],
    ['一', '一、指导思想', 'unknown'],
    ['2', '（2）加强领导', 'unknown'],
    ['1', '图1：合影', 'pass'],
    ['1', '【1】合影', 'pass'],
    ['1', '【照片1】合影', 'pass'],
    ['1', '图10：合影', 'fail'],
    ['1', '一、指导思想', 'fail'],
    ['合影-1', '合影-1：全体党员', 'pass'],
  ])('a numbered point of the text does not pass for the caption of photo %s: %s', (name, body, result) => {
    expect(captioned([photo(name), written(body)])).toEqual([result]);
  });
  it('is not missed where a text could not be read', () => {
    const broken = part('a/b.docx', 'text', facts('docx'));
    expect(captioned([photo('图1'), broken])).toEqual(['unknown']);
  });
});
