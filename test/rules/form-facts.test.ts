import { describe, expect, it } from 'vitest';
import type { FormFacts } from '../../src/model/facts.ts';
import type { Item, Part } from '../../src/model/materials.ts';
import { facts, film, item, judge, part } from './make-case.ts';

type Said = NonNullable<FormFacts['said']>;

const form = (said: Said): Part =>
  part(
    '战疫故事汇/逆行者/推荐表.docx',
    'form',
    facts('docx', { form: { empty: [], filled: [], unknown: [], blanks: [], said } }),
  );
/** Without seconds: a film that could not be looked into. */
const movie = (duration?: number): Part =>
  part(
    '战疫故事汇/逆行者/短片.mp4',
    'video',
    facts('mp4', duration === undefined ? {} : { video: { ...film, duration } }),
  );

function judged(parts: readonly Part[], own: Partial<Item> = {}): readonly string[] {
  return judge({ items: [item(parts, own)] }).flatMap((check) =>
    check.code === 'form.facts' ? [`${check.level} ${check.result} ${check.args.fact}`] : [],
  );
}

describe('a form that says something else than the work', () => {
  it.each([
    ['12分30秒', 750.9, 'pass'],
    ['12分30秒', 751.1, 'fail'],
    ['12分30秒', 748.9, 'fail'],
    ['0:12:30', 750, 'pass'],
    ['12分钟', 750, 'pass'],
    ['12分钟', 790, 'fail'],
    ['12分30秒', 960, 'fail'],
    ['十来分钟', 750, 'unknown'],
    ['5—10分钟', 750, 'unknown'],
    ['12分30秒', undefined, 'unknown'],
  ])('%s beside a film of %s seconds is %s', (duration, seconds, result) => {
    expect(judged([form({ duration }), movie(seconds)])).toEqual([`should ${result} duration`]);
  });

  it.each([
    ['逆行者的二十四小时', 'pass'],
    ['《逆行者的二十四小时》', 'pass'],
    ['逆行者的 二十四小时', 'pass'],
    ['逆行者的24小时', 'fail'],
    ['另一部', 'fail'],
  ])('the title %s beside 逆行者的二十四小时 is %s', (title, result) => {
    const info = { path: '作品信息.yaml', fields: { title: '逆行者的二十四小时' } };
    expect(judged([form({ title })], { info })).toEqual([`should ${result} title`]);
  });

  it('is not looked for where nothing can be compared', () => {
    expect(judged([form({ duration: '12分30秒' })])).toEqual([]);
    expect(judged([form({ duration: '12分30秒' }), movie(10), movie(20)])).toEqual([]);
    expect(judged([form({ title: '逆行者' })])).toEqual([]);
    expect(judged([form({}), movie(10)])).toEqual([]);
  });

  it('is no finding about an article that merely looks like a form', () => {
    const article: Part = { ...form({ duration: '12分30秒' }), role: 'text' };
    expect(judged([article, movie(10)])).toEqual([]);
  });
});
