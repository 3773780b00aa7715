import { describe, expect, test } from 'vitest';
import type { Arranged, ArrangeInput } from '../../src/materials/arrange-materials.ts';
import { parseItemInfo } from '../../src/materials/parse-item-info.ts';
import { arrange, notice } from './sample-notice.ts';

const outline = (arranged: Arranged) =>
  arranged.items.map(({ category: id, path, title, parts }) => [id, path, title, parts.length]);
const categoryOf = (path: string, more?: Partial<ArrangeInput>) => arrange([path], more).items[0]?.category;
const info = (path: string, text: string) => parseItemInfo(Buffer.from(text), path);

describe('a work is one item with all of its parts', () => {
  test('the source file that is asked for by name and format is no photo; what is of another format still is', () => {
    const named = {
      id: 'source',
      name: '源文件',
      words: ['源文件'],
      media: { formats: { value: ['ai', 'psd'], level: 'must', clause: { notice: 'test' } } },
    } as const;
    const rule = {
      value: { role: 'other', named, min: 1 },
      level: 'must',
      clause: { notice: 'test' },
    } as const;
    const categories = notice.categories.map((one) => (one.id === 'press' ? { ...one, parts: [rule] } : one));
    const files = ['海报源文件.psd', '源文件截图.jpg', '海报.psd'].map((name) => `红色防火墙/甲/${name}`);
    const [item] = arrange(files, { notice: { ...notice, categories } }).items;
    expect(Object.fromEntries((item?.parts ?? []).map(({ path, role }) => [path.slice(8), role]))).toEqual({
      '海报源文件.psd': 'other',
      '源文件截图.jpg': 'photo',
      '海报.psd': 'photo',
    });
  });

  test('each folder below its category, with everything inside, and the files beside them', () => {
    const paths = [
      '战疫故事汇/甲/故事.docx',
      '战疫故事汇/甲/照片/1.jpg',
      '战疫故事汇/乙.docx',
      '专题微党课/课.mp4',
    ];
    expect(outline(arrange([...paths, '专题微党课/课.srt', '战疫故事汇/乙.jpg']))).toEqual([
      ['lecture', '专题微党课', '课', 2],
      ['story', '战疫故事汇', '乙', 2],
      ['story', '战疫故事汇/甲', '甲', 2],
    ]);
  });

  test('photographs of a work whose title speaks of scanning are still photographs', () => {
    const roles = (path: string) => arrange([path]).items[0]?.parts.map(({ role }) => role);
    expect(roles('战疫故事汇/扫描健康码的人/1.jpg')).toEqual(['photo']);
    expect(roles('战疫故事汇/守门人/扫描件/1.jpg')).toEqual(['scan']);
  });

  test('a single file in its category’s folder is its own item', () => {
    expect(outline(arrange(['专题微党课/课.mp4']))).toEqual([['lecture', '专题微党课/课.mp4', '课', 1]]);
  });

  test('a category that lies deeper, below folders of other names', () => {
    expect(outline(arrange(['2020年报送/战疫故事汇/甲/1.jpg']))).toEqual([
      ['story', '2020年报送/战疫故事汇/甲', '甲', 1],
    ]);
  });

  test('a flat folder: by file name, one item each category', () => {
    const paths = ['战疫故事-甲.docx', '战疫故事-甲（合影）.jpg', '微党课.mp4', '封面.jpg'];
    expect(outline(arrange(paths))).toEqual([
      ['lecture', '微党课.mp4', '微党课', 1],
      ['story', '', '战疫故事-甲', 2],
      [undefined, '封面.jpg', '封面', 1],
    ]);
  });

  test('what is unclear stays together by folder, and is still there to be judged', () => {
    expect(outline(arrange(['甲/1.mp4', '甲/2.jpg', '乙/3.jpg', '4.jpg', '5.jpg']))).toEqual([
      [undefined, '', '4', 2],
      [undefined, '乙', '乙', 1],
      [undefined, '甲', '甲', 2],
    ]);
  });

  test('with a category given by hand, folders are items as below a category’s folder', () => {
    expect(outline(arrange(['甲/故事.docx', '甲/照片/1.jpg', '2.docx'], { category: 'story' }))).toEqual([
      ['story', '2.docx', '2', 1],
      ['story', '甲', '甲', 2],
    ]);
  });

  test('a notice with one category asks for no folder of its name: everything is of that one', () => {
    const one = { notice: { ...notice, categories: notice.categories.slice(2, 3) } };
    expect(outline(arrange(['甲/故事.docx', '甲/照片/1.jpg', '2.docx'], one))).toEqual([
      ['story', '2.docx', '2', 1],
      ['story', '甲', '甲', 2],
    ]);
    // Where its folder is there, what lies beside may be anything.
    expect(outline(arrange(['战疫故事汇/甲/故事.docx', '通知.docx'], one))).toEqual([
      ['story', '战疫故事汇/甲', '甲', 1],
      [undefined, '通知.docx', '通知', 1],
    ]);
  });

  test('the order does not depend on the order of finding', () => {
    const paths = [
      '红色防火墙/b.docx',
      '战疫故事汇/乙/1.jpg',
      '战疫故事汇/甲/2.jpg',
      '战疫故事汇/甲/1.jpg',
      'x.jpg',
    ];
    expect(arrange([...paths].reverse())).toEqual(arrange(paths));
  });
});

describe('a category is recognised as people write it', () => {
  test.each([
    ['story/甲/1.jpg', 'story'],
    ['战疫故事/甲/1.jpg', 'story'],
    ['1.战疫故事汇/1.jpg', 'story'],
    ['01-战疫故事汇/1.jpg', 'story'],
    ['（一）战疫故事汇/1.jpg', 'story'],
    ['一、“战疫故事汇”/1.jpg', 'story'],
    ['《战疫 故事汇》/1.jpg', 'story'],
    ['战疫故事汇（7月15日前）/1.jpg', 'story'],
    ['马院党委+战疫故事汇+20200715/1.jpg', 'story'],
    ['ＳＴＯＲＹ/1.jpg', 'story'],
    ['微党课计划/1.docx', 'plan'],
    ['2020微党课计划表/1.docx', 'plan'],
    ['抗疫教育素材库/1.docx', 'library'],
    ['四个一教育素材库/党建特色案例/甲/1.docx', 'cases'],
    ['战疫故事汇/专题微党课/1.mp4', 'story'],
    ['微党课和战疫故事汇/1.docx', 'story'],
    ['红色防火墙战疫故事汇/微党课/1.mp4', 'lecture'],
    ['战疫故事汇/微党课.mp4', 'story'],
    ['甲/微党课.mp4', 'lecture'],
  ])('%s', (path, expected) => {
    expect(categoryOf(path)).toBe(expected);
  });

  test('names that could be two stay undecided, with both named', () => {
    const [item] = arrange(['红色防火墙战疫故事汇/1.docx']).items;
    expect(item?.category).toBeUndefined();
    expect(item?.candidates).toEqual(['story', 'press']);
  });

  test('the hand-given category settles what names do not, and nothing else', () => {
    const given = { category: 'press' };
    expect(categoryOf('红色防火墙战疫故事汇/1.docx', given)).toBe('press');
    expect(categoryOf('1.docx', given)).toBe('press');
    expect(categoryOf('战疫故事汇/1.docx', given)).toBe('story');
    expect(categoryOf('战疫故事汇.docx', given)).toBe('story');
  });

  test('the materials folder’s own name is the last to speak', () => {
    const named = { rootName: '1. 战疫故事汇' };
    expect(categoryOf('甲/1.jpg', named)).toBe('story');
    expect(categoryOf('微党课/1.mp4', named)).toBe('lecture');
    expect(categoryOf('甲/1.jpg', { ...named, category: 'press' })).toBe('press');
  });
});

describe('what a person says about a work reaches that work', () => {
  test('its title, and what is wrong with it', () => {
    const paths = ['战疫故事汇/甲/1.docx', '战疫故事汇/乙/1.docx'];
    const infos = [
      info('战疫故事汇/甲/作品信息.yaml', '标题: 逆行者'),
      info('战疫故事汇/乙/作品信息.yml', '标题：x'),
    ];
    const { items, strays } = arrange([...paths, '战疫故事汇/甲/作品信息.yaml'], { infos });
    expect(items.map(({ title, parts, infoProblem }) => [title, parts.length, infoProblem?.line])).toEqual([
      ['乙', 1, 1],
      ['逆行者', 1, undefined],
    ]);
    expect(strays).toEqual([]);
  });

  test('in a category’s folder it speaks for the files beside it, not for the folders', () => {
    const infos = [info('战疫故事汇/作品信息.yaml', 'title: 旁边的')];
    expect(outline(arrange(['战疫故事汇/甲/1.docx', '战疫故事汇/2.docx'], { infos }))).toEqual([
      ['story', '战疫故事汇/2.docx', '旁边的', 1],
      ['story', '战疫故事汇/甲', '甲', 1],
    ]);
  });

  test('in a flat folder it speaks for the classified work, not for what is unclear', () => {
    const infos = [info('作品信息.yaml', 'title: 我的课')];
    expect(outline(arrange(['微党课.mp4', '封面.jpg'], { infos }))).toEqual([
      ['lecture', '微党课.mp4', '我的课', 1],
      [undefined, '封面.jpg', '封面', 1],
    ]);
  });

  test('alone it is an item: some categories are handed in as words', () => {
    const infos = [info('微党课计划/作品信息.yaml', 'title: 第一课\nplanned: 6.15')];
    expect(outline(arrange([], { infos }))).toEqual([['plan', '微党课计划', '第一课', 0]]);
  });

  test('laid out but not filled in, or a second one for the same work, is named and no item', () => {
    const infos = [
      info('战疫故事汇/作品信息.yaml', '标题:\n'),
      info('红色防火墙/甲/作品信息.yaml', '标题: 外'),
      info('红色防火墙/甲/旧/作品信息.yaml', '标题: 内'),
    ];
    const { items, strays } = arrange(['红色防火墙/甲/1.docx'], { infos });
    expect(items.map(({ title }) => title)).toEqual(['外']);
    expect(strays.map(({ path, reason }) => [path, reason])).toEqual([
      ['战疫故事汇/作品信息.yaml', 'own-note'],
      ['红色防火墙/甲/旧/作品信息.yaml', 'own-note'],
    ]);
  });
});

test('说明.txt laid into a category’s folder is no material; one in a work’s folder is', () => {
  const { items, strays } = arrange(['战疫故事汇/说明.txt', '战疫故事汇/甲/说明.txt']);
  expect(items.map(({ path }) => path)).toEqual(['战疫故事汇/甲']);
  expect(strays).toEqual([{ path: '战疫故事汇/说明.txt', reason: 'own-note' }]);
});

test('ten thousand files in a hundred works are sorted in a moment', () => {
  const paths = Array.from({ length: 10_000 }, (_, i) => `战疫故事汇/${i % 100}号/照片/${i}.jpg`);
  expect(arrange(paths).items).toHaveLength(100);
});
