import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/model/count-words.ts';
import { outlineText } from '../../../src/probe/word/outline-text.ts';

describe('the outline of a text, learned with its words', () => {
  it('counts no more and no less than Word does over the whole text', () => {
    const body = '标题\n\n“正文” H.264 it’s\u2028换行\vtext only “q”\r\f  \n尾—a';
    const { words, outline } = outlineText(body);
    expect(words).toBe(countWords(body));
    expect(outline.paragraphs.map(({ opening }) => opening)).toEqual([
      '标题',
      '“正文” H.264 it’s',
      '换行',
      'text only “q”',
      '尾—a',
    ]);
    expect(outline.paragraphs.reduce((sum, one) => sum + one.words, 0)).toBe(words);
    expect(outline.heading).toBe('标题');
  });

  it('stays small for a book, and still counts all of it', () => {
    const { words, outline } = outlineText('一段话\n'.repeat(5000));
    expect(words).toBe(15_000);
    expect(outline.paragraphs).toHaveLength(2000);
  });

  it('keeps no telephone number, no number of a student or a citizen, no mail address', () => {
    const lines = ['手机：13800000000', '学号：2020123456', '110101199001011234', 'zhang.san@example.edu.cn'];
    const kept = JSON.stringify(outlineText(lines.join('\n')));
    for (const secret of ['13800000000', '2020123456', '110101199001011234', 'zhang'])
      expect(kept).not.toContain(secret);
  });

  it.each([
    ['见【图1】和（图 2：合影），另见〔图3〕', [1, 2, 3]],
    ['图1：合影\n图二 义诊\n图表说明', [1, 2]],
    ['【图1-3】、【图5、6】', [1, 2, 3, 5, 6]],
    ['【图十二】图2020年', [12]],
    ['没有标记的图1在文中', []],
  ])('finds the figures that are marked: %s', (body, figures) => {
    expect(outlineText(body).outline.figures).toEqual(figures);
  });

  it.each([
    ['作者：张三\n计算机学院 202012345678 13800000000 z@example.edu.cn', true, true, true],
    ['完成于 20200701', false, false, false],
    ['学号：20201234', false, false, true],
    [`13800000000\n${'正文\n'.repeat(30)}`, false, false, false],
  ])('knows which numbers stand at the end: %j', (body, phone, mail, number) => {
    expect(outlineText(body).outline.ending).toEqual({ phone, mail, number });
  });
});
