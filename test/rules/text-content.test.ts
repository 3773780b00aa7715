import { describe, expect, it } from 'vitest';
import type { TextFacts } from '../../src/model/facts.ts';
import type { Part } from '../../src/model/materials.ts';
import type { MediaRules } from '../../src/model/notice.ts';
import type { SoughtFacts } from '../../src/model/sought.ts';
import { outlineText } from '../../src/probe/word/outline-text.ts';
import { wordsToSeek } from '../../src/rules/words-to-seek.ts';
import { article, facts, judgePart, must, part, resultsOf } from './make-case.ts';

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
    expect(wordsToSeek(written('一、主要做法\n短\n二、成效\n好'), rules)).toEqual([]);
    expect(wordsToSeek(written('一、主要做法\n短'), rules)).toEqual(['成效']);
    expect(wordsToSeek(written('无'), {})).toEqual([]);
  });
});
