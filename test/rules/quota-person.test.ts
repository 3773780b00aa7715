import { describe, expect, it } from 'vitest';
import type { CheckOf } from '../../src/model/check.ts';
import { evidenceOf } from '../../src/model/check-place.ts';
import type { Item } from '../../src/model/materials.ts';
import type { PersonQuota } from '../../src/model/notice.ts';
import { askedText } from '../../src/report/asked-text.ts';
import { category, item, judge, must, notice } from './make-case.ts';

type Fields = NonNullable<Item['info']>['fields'];

const work = (title: string, fields?: Fields, own: Partial<Item> = {}) =>
  item([], {
    title,
    path: title,
    category: 'film',
    ...(fields && { info: { path: `${title}/作品信息.yaml`, fields } }),
    ...own,
  });
const by = (title: string, ...authors: string[]) => work(title, { authors });

const films: PersonQuota = { per: 'author', max: 2, count: 'works' };

function judged(items: readonly Item[], rule: PersonQuota = films) {
  const own = notice({ categories: [category({ id: 'film', name: '微电影', perPerson: [must(rule)] })] });
  return personsIn(judge({ notice: own, items }));
}

/** Over a category of films and one of essays. */
function together(items: readonly Item[], rule: PersonQuota) {
  const categories = ['film', 'essay'].map((id) => category({ id, name: id }));
  const perPerson = [must({ ...rule, of: ['film', 'essay'] })];
  return personsIn(judge({ notice: notice({ categories, perPerson }), items }));
}

function personsIn(checks: ReturnType<typeof judge>) {
  return checks.filter((check): check is CheckOf<'quota.person'> => check.code === 'quota.person');
}

const told = (checks: readonly CheckOf<'quota.person'>[]) =>
  checks.map(({ result, args }) => `${result} ${args.person ?? '-'} ${args.works.join('')}`.trim());

describe('how many works one person may send in', () => {
  it('names who has too many, and with which works', () => {
    const three = [by('甲', '张三'), by('乙', '张三', '李四'), by('丙', '张三')];
    expect(told(judged(three))).toEqual(['fail 张三 甲乙丙']);
    expect(told(judged(three.slice(1)))).toEqual(['pass -']);
    expect(judged([])).toEqual([]);
  });

  it.each([
    ['a name set wide', ['张　三']],
    ['a remark in brackets', ['张三（负责人）']],
    ['a name beside others', ['李四 张三']],
  ])('knows somebody by %s', (_, authors) => {
    expect(told(judged([by('甲', '张三'), by('乙', '张三'), by('丙', ...authors)]))[0]).toBe(
      'fail 张三 甲乙丙',
    );
  });

  it('counts a name once for a work that names it twice', () => {
    expect(told(judged([by('甲', '张三', '张 三'), by('乙', '张三')]))).toEqual(['pass -']);
  });

  it('never passes what works that do not say whose they are could be too many of', () => {
    const silent = [work('乙'), work('丙')];
    expect(told(judged([by('甲', '张三'), ...silent]))).toEqual(['unknown -']);
    expect(judged([by('甲', '张三'), ...silent])[0]?.args.unsaid).toEqual(['乙', '丙']);
    expect(told(judged(silent))).toEqual(['pass -']);
    expect(told(judged([...silent, work('丁')]))).toEqual(['unknown -']);
    expect(told(judged([by('甲', '张三'), by('乙', '张三'), by('丙', '李四等3人')]))).toEqual(['unknown -']);
    const over = [by('甲', '张三'), by('乙', '张三'), by('丙', '张三'), by('丁', '李四'), ...silent];
    expect(told(judged(over))).toEqual(['fail 张三 甲乙丙', 'unknown -']);
  });

  it('waits for a work of no category that may be the one too many', () => {
    const two = [by('甲', '张三'), by('乙', '张三')];
    const stray = (authors: string[], candidates?: string[]) => {
      const info = { path: '丙/作品信息.yaml', fields: { authors } };
      return { title: '丙', path: '丙', parts: [], info, ...(candidates && { candidates }) };
    };
    expect(told(judged([...two, stray(['张三'])]))).toEqual(['unknown -']);
    expect(told(judged([...two, stray([])]))).toEqual(['unknown -']);
    expect(told(judged([...two, stray(['李四'])]))).toEqual(['pass -']);
    expect(told(judged([...two, stray(['张三'], ['essay'])]))).toEqual(['pass -']);
  });

  it('looks for advisors among advisors, and for presenters among presenters', () => {
    const taught = ['甲', '乙'].map((title) =>
      work(title, { authors: ['张三'], advisors: ['王五'], presenter: '赵六' }),
    );
    expect(told(judged(taught, { per: 'advisor', max: 1, count: 'works' }))).toEqual(['fail 王五 甲乙']);
    expect(told(judged(taught, { per: 'presenter', max: 1, count: 'works' }))).toEqual(['fail 赵六 甲乙']);
  });
});

describe('what one person sends in over several categories', () => {
  const essay = (title: string, ...authors: string[]) => work(title, { authors }, { category: 'essay' });

  it('is counted over all of them', () => {
    const rule = { per: 'author', max: 1, count: 'works' } as const;
    expect(told(together([by('甲', '张三'), essay('乙', '张三')], rule))).toEqual(['fail 张三 甲乙']);
  });

  it('may be many works, if only of one category', () => {
    const rule = { per: 'author', max: 1, count: 'categories' } as const;
    const films = [by('甲', '张三'), by('乙', '张三'), by('丙', '张三')];
    expect(told(together(films, rule))).toEqual(['pass -']);
    expect(told(together([...films, essay('丁', '张三')], rule))).toEqual(['fail 张三 甲乙丙丁']);
    expect(told(together([...films, essay('丁')], rule))).toEqual(['unknown -']);
    expect(told(together([...films, work('丁')], rule))).toEqual(['pass -']);
  });
});

describe('a decision about one person', () => {
  const checks = judged(['甲', '乙', '丙'].map((title) => by(title, '张三', '李四')));

  it('is none about another', () => {
    expect(new Set(checks.map(askedText)).size).toBe(2);
  });

  it('dies when 作品信息.yaml names others', () => {
    const items = [by('甲', '张三')];
    const [check] = checks;
    expect(check && evidenceOf(check, { items, strays: [] })).toEqual(['甲/作品信息.yaml']);
  });
});
