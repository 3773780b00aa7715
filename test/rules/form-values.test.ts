import { describe, expect, it } from 'vitest';
import type { BlankFacts } from '../../src/model/facts.ts';
import type { Item, Part } from '../../src/model/materials.ts';
import type { FormFieldRule } from '../../src/model/notice.ts';
import type { Level } from '../../src/model/ruled.ts';
import { category, facts, item, judge, must, notice, part } from './make-case.ts';

const REASONS: FormFieldRule = { field: '推荐理由', chars: { max: 300 } };

function word(blanks: readonly BlankFacts[]): Part {
  const form = { empty: [], filled: [], unknown: [], blanks };
  return { ...part('战疫故事汇/逆行者/表.docx', 'form', facts('docx', { form })), form: 'own' };
}

/** A stamped scan. */
const scan: Part = { ...part('战疫故事汇/逆行者/表.pdf', 'form', facts('pdf', {})), form: 'own' };

function judged(
  rule: FormFieldRule,
  parts: readonly Part[],
  { own = {}, level, making }: { own?: Partial<Item>; level?: Level; making?: readonly string[] } = {},
): readonly string[] {
  const forms = [
    {
      id: 'own',
      name: '推荐表',
      aliases: [],
      labels: { 推荐理由: ['入选理由'] },
      fields: [must(rule, level)],
    },
  ].map((form) => ({ ...form, clause: { notice: 'test' } }));
  return judge({
    notice: notice({ forms, categories: [category({ forms: [must('own')] })] }),
    items: [item(parts, own)],
    ...(making && { making: { forms: making } }),
  }).flatMap((check) =>
    check.code === 'form.values' ? [`${check.level} ${check.result} ${check.args.actual ?? '-'}`] : [],
  );
}

const said = (fields: NonNullable<Item['info']>['fields'], others?: Readonly<Record<string, string>>) => ({
  own: { info: { path: '作品信息.yaml', fields, ...(others && { others }) } },
});

describe('a field of a form that the notice sets a length for', () => {
  it.each([
    ['推荐理由', 300, 'must pass 300'],
    ['推荐理由', 301, 'must fail 301'],
    ['入选理由', 301, 'must fail 301'],
    ['推 荐 理 由：', 10, 'must pass 10'],
    ['作品名称', 301, 'should unknown -'],
  ])('where the form handed in has %s with %i 字: %s', (label, words, result) => {
    expect(judged(REASONS, [word([{ label, words }])])).toEqual([result]);
  });

  it('is told by its meaning, whatever words the form has for it', () => {
    const blanks = [{ label: '案例摘要', field: 'summary', words: 90 }];
    expect(judged({ field: '简介', chars: { max: 80 } }, [word(blanks)])).toEqual(['must fail 90']);
  });

  it('of two blanks of the same words, the longer is the one that is too long', () => {
    const blanks = [
      { label: '推荐理由', words: 10 },
      { label: '推荐理由', words: 400 },
    ];
    expect(judged(REASONS, [word(blanks)])).toEqual(['must fail 400']);
  });

  it('cannot be counted in a scan: that is said, and the Word form beside it is looked at instead', () => {
    expect(judged(REASONS, [scan])).toEqual(['should unknown -']);
    expect(judged(REASONS, [scan, word([{ label: '推荐理由', words: 5 }])])).toEqual(['must pass 5']);
  });

  it('is counted in what a person says of the work where no form is there yet', () => {
    expect(judged(REASONS, [], said({}, { 推荐理由: '好'.repeat(301) }))).toEqual(['must fail 301']);
    expect(judged({ field: 'summary', chars: { max: 5 } }, [], said({ summary: '五个字不多' }))).toEqual([
      'must pass 5',
    ]);
    expect(judged(REASONS, [])).toEqual([]);
  });

  it('left empty, is missed where it must be there, and not where it may be left', () => {
    const empty = [word([{ label: '推荐理由', words: 0 }])];
    expect(judged({ field: '推荐理由', chars: { min: 100 } }, empty)).toEqual(['must pass 0']);
    expect(judged({ field: '推荐理由', required: true }, empty)).toEqual(['must fail 0']);
    // It can still be asked for when the form is filled.
    expect(judged({ field: '推荐理由', required: true }, [])).toEqual(['should fail 0']);
  });

  it('of a form that this run fills itself, is judged when it is filled', () => {
    const long = said({}, { 推荐理由: '好'.repeat(301) });
    expect(judged(REASONS, [], { ...long, making: ['own'] })).toEqual([]);
  });
});
