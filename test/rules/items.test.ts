import { describe, expect, it, test } from 'vitest';
import type { Item, Part } from '../../src/model/materials.ts';
import { answersTo } from '../../src/model/may-decide.ts';
import type { Category } from '../../src/model/notice.ts';
import {
  article,
  category,
  day,
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

const text = (own: Partial<typeof article> = {}) =>
  part('战疫故事汇/逆行者/故事.docx', 'text', facts('docx', { text: { ...article, ...own } }));
const photo = (n: number) => part(`战疫故事汇/逆行者/${n}.jpg`, 'photo', facts('jpg', { photo: picture }));
const under = (own: Partial<Category>) => notice({ categories: [category(own)] });
const one = (code: Parameters<typeof resultsOf>[1], own: Partial<Category>, parts: readonly Part[]) =>
  resultsOf(judge({ notice: under(own), items: [item(parts)] }), code);
const works = (count: number) =>
  Array.from({ length: count }, (_, n) => item([text()], { path: `战疫故事汇/${n}` }));

describe('parts of an item', () => {
  const parts = [must({ role: 'text' as const, min: 1 }), must({ role: 'photo' as const, min: 2 })];
  it('counts photographs, exactly at the least', () => {
    expect(one('photo.count', { parts }, [text(), photo(1), photo(2)])).toEqual(['pass']);
    expect(one('photo.count', { parts }, [text(), photo(1)])).toEqual(['fail']);
  });
  it('misses the text that was not put in', () => {
    expect(one('item.parts', { parts }, [photo(1), photo(2)])).toEqual(['fail']);
    expect(one('item.parts', { parts }, [text(), photo(1)])).toEqual(['pass']);
  });
  it('names what the category does not take', () => {
    const slides = part('战疫故事汇/逆行者/课件.pptx', 'slides', facts('pptx'));
    expect(one('item.parts', {}, [text(), slides])).toEqual(['fail']);
  });
  it('takes a film, or photographs and a text together, and half of one for neither', () => {
    const choices = [must({ of: [['video'], ['photo', 'text']], min: 1 })];
    const film = part('战疫故事汇/逆行者/片.mp4', 'video', facts('mp4', {}));
    expect(one('item.choice', { choices }, [film])).toEqual(['pass']);
    expect(one('item.choice', { choices }, [photo(1), text()])).toEqual(['pass']);
    expect(one('item.choice', { choices }, [photo(1), photo(2)])).toEqual(['fail']);
  });
  it('wants every picture of the text as a file of its own', () => {
    const media = { text: { pictures: must('separate' as const) } };
    expect(one('text.images', { media }, [text({ pictures: 2 }), photo(1), photo(2)])).toEqual(['pass']);
    expect(one('text.images', { media }, [text({ pictures: 3 }), photo(1), photo(2)])).toEqual(['fail']);
    const locked = part(
      'a/b.docx',
      'text',
      facts('docx', { integrity: { state: 'broken', cause: { kind: 'password' } } }),
    );
    expect(one('text.images', { media }, [locked])).toEqual(['unknown']);
  });
  it('knows the form by what it is, not by its name', () => {
    const forms = [must('story-form')];
    expect(one('form.missing', { forms }, [text()])).toEqual(['fail']);
    expect(one('form.missing', { forms }, [{ ...text(), form: 'story-form' }])).toEqual(['pass']);
    expect(one('form.missing', { forms }, [{ ...text(), form: 'another' }])).toEqual(['fail']);
  });
});

describe('作品信息.yaml', () => {
  const info = [
    must({ field: 'keywords' as const, count: { min: 3, max: 5 } }),
    must({ field: 'topic' as const, oneOf: ['复学复课'] }, 'may'),
  ];
  const judged = (own: Partial<Item>) =>
    judge({ notice: under({ info }), items: [item([text()], own)] })
      .filter(({ code }) => code === 'item.info')
      .map(({ level, result }) => `${level} ${result}`);
  const fields = (keywords: string[], topic: string) => ({
    info: { path: '作品信息.yaml', fields: { keywords, topic } },
  });

  it('counts the keywords that the mail must name', () => {
    expect(judged(fields(['一', '二', '三'], '复学复课'))).toEqual(['must pass', 'may pass']);
    expect(judged(fields(['一', '二'], '复学复课'))).toEqual(['must fail', 'may pass']);
    expect(judged(fields(['一', '二', '三', '四', '五', '六'], '复学复课'))).toEqual([
      'must fail',
      'may pass',
    ]);
  });
  it('only remarks on a topic of one’s own', () => {
    expect(judged(fields(['一', '二', '三'], '别的'))).toEqual(['must pass', 'may fail']);
  });
  it('does not block what can still be asked for', () => {
    expect(judged({})).toEqual(['should fail', 'may fail']);
  });
  it('refuses a file it cannot understand', () => {
    const infoProblem = { path: '作品信息.yaml', line: 2, column: 1, problem: '缺空格' };
    expect(judged({ infoProblem })).toEqual(['must fail']);
  });
});

describe('quotas and due dates', () => {
  const deadlines = [
    { on: day('2020-07-03'), rolling: false, level: 'should' as const, clause: { notice: 'test' } },
    { on: day('2020-09-30'), rolling: false, level: 'should' as const, clause: { notice: 'test' } },
  ];
  const category_ = under({ quota: [must({ min: 1, max: 2 })], deadlines });
  const judged = (items: readonly Item[], date: string, complete = false) =>
    judge({ notice: category_, items, date: day(date), complete })
      .filter(({ code }) => code.startsWith('quota') || code === 'time.deadline')
      .map(({ code, level, result }) => `${code} ${level} ${result}`);

  it('does not fail a category that is still empty', () => {
    expect(judged([], '2020-07-01')).toEqual(['quota.min must skip']);
  });
  it('warns of an empty category once its last day has passed', () => {
    expect(judged([], '2020-09-30')).toEqual(['quota.min must skip']);
    expect(judged([], '2020-10-01')).toEqual(['quota.min should fail']);
  });
  it('fails an empty category when everything must be there', () => {
    expect(judged([], '2020-07-01', true)).toEqual(['quota.min must fail']);
  });
  it('takes as many as asked and not one more', () => {
    expect(judged(works(2), '2020-07-03')).toEqual([
      'quota.min must pass',
      'quota.max must pass',
      'time.deadline should pass',
    ]);
    expect(judged(works(3), '2020-07-03')).toContain('quota.max must fail');
  });
  it('does not measure a unit of unknown kind by what all others may send', () => {
    const byUnit = [{ units: ['附属医院'], min: 3, max: 5 }];
    const asked = under({ quota: [must({ min: 1, max: 1, byUnit })], deadlines });
    const quotas = (own: Partial<Parameters<typeof judge>[0]>) =>
      judge({ notice: asked, items: works(1), date: day('2020-07-01'), ...own })
        .filter(({ code }) => code.startsWith('quota'))
        .map(({ code, result }) => `${code} ${result}`);
    expect(quotas({})).toEqual(['quota.unit unknown']);
    expect(quotas({ items: [], complete: true })).toEqual(['quota.unit unknown']);
    expect(quotas({ org: '数学学院' })).toEqual(['quota.min pass', 'quota.max pass']);
    expect(quotas({ org: '第一附属医院' })).toEqual(['quota.min fail', 'quota.max pass']);
  });
  it('looks to the next batch after the first has passed, and warns after the last', () => {
    const on = (date: string) =>
      judge({ notice: category_, items: works(1), date: day(date) }).flatMap((check) =>
        check.code === 'time.deadline' ? [[check.args.on, check.args.days, check.result]] : [],
      )[0];
    expect(on('2020-07-03')).toEqual(['2020-07-03', 0, 'pass']);
    expect(on('2020-07-04')).toEqual(['2020-09-30', 88, 'pass']);
    expect(on('2020-10-01')).toEqual(['2020-09-30', -1, 'fail']);
  });
  it('is never late with what is taken all the year, and never said to be in time', () => {
    const on = (own: Partial<Category>) =>
      judge({ notice: under(own), items: works(1), date: day('2020-12-31') }).flatMap((check) =>
        check.code === 'time.deadline' ? [[check.args.on, check.args.opensIn, check.result]] : [],
      );
    expect(on({ allYear: must({}) })).toEqual([[undefined, undefined, 'skip']]);
    expect(on({ allYear: must({}), deadlines })).toEqual([[undefined, undefined, 'skip']]);
    expect(on({ allYear: must({ from: day('2021-01-05') }) })).toEqual([[undefined, 5, 'skip']]);
    const empty = { quota: [must({ min: 1 })], deadlines, allYear: must({}) };
    const open = judge({ notice: under(empty), items: [], date: day('2020-12-31') });
    expect(resultsOf(open, 'quota.min')).toEqual(['skip']);
  });
  it('takes “about ten” as eight to twelve', () => {
    const about = under({ quota: [must({ about: 10 }, 'should')] });
    const results = (count: number) =>
      judge({ notice: about, items: works(count) })
        .filter(({ code }) => code.startsWith('quota'))
        .map(({ result }) => result);
    expect(results(8)).toEqual(['pass', 'pass']);
    expect(results(7)).toEqual(['fail', 'pass']);
    expect(results(13)).toEqual(['pass', 'fail']);
  });
});

describe('a quota of several categories together', () => {
  const quotas = [must({ of: ['film', 'clip'], min: 2, max: 3 })];
  const categories = ['film', 'clip', 'essay'].map((id) => category({ id, name: id }));
  const group = notice({ categories, quotas });
  const of = (id: string, count: number) => works(count).map((work) => ({ ...work, category: id }));
  const stray = (candidates?: readonly string[]): Item => {
    const own = { title: '不明', path: '不明', parts: [text()] };
    return candidates ? { ...own, candidates } : own;
  };
  const judged = (items: readonly Item[], own: Partial<Parameters<typeof judge>[0]> = {}) =>
    judge({ notice: group, items, ...own })
      .filter(({ code }) => code.startsWith('quota'))
      .map(({ code, result }) => `${code} ${result}`);

  it('counts what lies in each of them, and nothing else', () => {
    expect(judged([...of('film', 1), ...of('clip', 1)])).toEqual(['quota.min pass', 'quota.max pass']);
    expect(judged([...of('film', 2), ...of('clip', 2)])).toEqual(['quota.min pass', 'quota.max fail']);
    expect(judged([...of('film', 1), ...of('essay', 5)])).toEqual(['quota.min fail', 'quota.max pass']);
  });
  it('does not pass while a work of no category may be the one too many, or the one that is missing', () => {
    expect(judged([...of('film', 3), stray()])).toEqual(['quota.min pass', 'quota.max unknown']);
    expect(judged([...of('film', 3), stray(['clip', 'essay'])])).toContain('quota.max unknown');
    expect(judged([...of('film', 3), stray(['essay'])])).toContain('quota.max pass');
    expect(judged([...of('film', 1), stray()])).toContain('quota.min unknown');
    expect(judged([...of('film', 4), stray()])).toContain('quota.max fail');
  });
  it('is settled by moving that work, not by anybody’s word', () => {
    const open = judge({ notice: group, items: [...of('film', 3), stray()] });
    expect(open.filter(({ code }) => code === 'quota.max').map(answersTo)).toEqual([[]]);
  });
  it('holds for one category just so', () => {
    const own = notice({ categories: [category({ quota: [must({ max: 1 })] })] });
    expect(judged([...works(1), stray()], { notice: own })).toEqual(['quota.max unknown']);
  });
  it('is no failure before anything is there, unless everything must be', () => {
    expect(judged([])).toEqual(['quota.min skip']);
    expect(judged([], { complete: true })).toEqual(['quota.min fail']);
  });
  it('goes by the kind of unit, too', () => {
    const byUnit = [{ units: ['市'], max: 1 }];
    const cities = { ...group, quotas: [must({ of: ['film', 'clip'], byUnit })] };
    const two = [...of('film', 1), ...of('clip', 1)];
    expect(judged(two, { notice: cities, org: '某市委' })).toEqual(['quota.max fail']);
    expect(judged(two, { notice: cities })).toEqual(['quota.unit unknown']);
  });
});

test('all files of a work together have the size of the work', () => {
  const sized = notice({ categories: [category({ workSize: [must({ max: 2000 })] })] });
  const of = (bytes: number) =>
    resultsOf(
      judge({
        notice: sized,
        items: [
          item([
            { ...text(), bytes },
            { ...photo(1), bytes: 1500 },
          ]),
        ],
      }),
      'item.size',
    );
  expect([of(500), of(501)]).toEqual([['pass'], ['fail']]);
});

test('a hard least and a soft most are told apart', () => {
  const both = under({ quota: [must({ min: 2 }), must({ max: 4 }, 'should')] });
  const of = (count: number) =>
    judge({ notice: both, items: works(count) })
      .filter(({ code }) => code.startsWith('quota'))
      .map(({ code, level, result }) => `${code} ${level} ${result}`);
  expect(of(1)).toEqual(['quota.min must fail', 'quota.max should pass']);
  expect(of(5)).toEqual(['quota.min must pass', 'quota.max should fail']);
});

describe('names', () => {
  it('are told with what the work says, so that nobody has to guess', () => {
    const own = must({ pattern: '{topic}+{presenter}+{author}', date: 'yyyyMMdd' });
    const info = { path: '战疫故事汇/作品信息.yaml', fields: { topic: '青春', authors: ['甲', '乙'] } };
    const expected = judge({
      notice: under({ naming: own }),
      items: [item([part('战疫故事汇/一.docx', 'text', facts('docx'))], { info })],
    }).flatMap((check) => (check.code === 'name.file' ? [check.args.expected] : []));
    expect(expected).toEqual(['青春+{presenter}+甲、乙']);
  });

  const naming = must({ pattern: '{org}+{category}+{date}', date: 'yyyyMMdd' });
  const judged = (name: string, format: 'docx' | 'jpg' = 'docx', org?: string) =>
    judge({
      notice: under({ naming }),
      items: [item([part(`战疫故事汇/${name}`, 'text', facts(format))])],
      ...(org !== undefined && { org }),
    }).flatMap((check) =>
      check.code === 'name.file' ? [[check.level, check.result, check.args.problem?.kind]] : [],
    )[0];

  it('accepts the pattern with any ending, whatever form its letters are in', () => {
    expect(judged('马院党委+战疫故事汇+20200710.docx')).toEqual(['should', 'pass', undefined]);
    expect(judged('马院党委+战疫故事汇+20200710图1.jpg', 'jpg', '马院党委')?.[1]).toBe('pass');
    expect(judged('Café党委+战疫故事汇+20200710.docx'.normalize('NFD'), 'docx', 'Café党委')?.[1]).toBe(
      'pass',
    );
  });
  it('reads a pattern and a day that are joined by hyphens', () => {
    const hyphens = must({ pattern: '{org}-{category}-{date}', date: 'yyyy-MM-dd' });
    const results = (name: string) =>
      resultsOf(
        judge({ notice: under({ naming: hyphens }), items: [item([part(name, 'text', facts('docx'))])] }),
        'name.file',
      );
    expect(results('马院-党委-战疫故事汇-2020-07-10.docx')).toEqual(['pass']);
    expect(results('马院-党委-战疫故事汇-20200710.docx')).toEqual(['fail']);
  });
  it('reads a pattern that gives the day twice', () => {
    const twice = must({ pattern: '{date}{org}{date}', date: 'yyyyMMdd' });
    const results = (name: string) =>
      resultsOf(
        judge({ notice: under({ naming: twice }), items: [item([part(name, 'text', facts('docx'))])] }),
        'name.file',
      );
    expect(results('20200710马院20200710.docx')).toEqual(['pass']);
    expect(results('20200710马院.docx')).toEqual(['fail']);
  });
  it.each([
    ['最终版-改3.docx', 'pattern'],
    ['马院党委+战疫故事汇+20200231.docx', 'pattern'],
    ['马院党委-战疫故事汇-20200710.docx', 'pattern'],
    ['马院党委+战疫故事汇+20200710.png', 'extension'],
    ['马院党委+战疫故事汇+20200710?.docx', 'unsafe'],
    ['con.docx', 'unsafe'],
  ])('finds %s wrong by its %s', (name, problem) => {
    expect(judged(name)).toEqual(['should', 'fail', problem]);
  });
  it.each([
    ['a.ai', 'ai', []],
    ['a.ai', 'pdf', []],
    ['a.pdf', 'ai', ['fail']],
    ['a.nef', 'raw', []],
    ['a.tif', 'raw', ['fail']],
    ['a.svg', 'svg', []],
    ['a.docx', 'pdf', ['fail']],
    ['a.sketch', 'zip', []],
    ['a.jpg', 'zip', ['fail']],
    ['a.xlsm', 'xlsx', []],
  ] as const)('%s that is %s', (name, format, results) => {
    const one = part(name, 'other', facts(format));
    expect(resultsOf(judge({ items: [item([one])] }), 'name.file')).toEqual(results);
  });
  it('finds the name of another college', () => {
    expect(judged('机电学院党委+战疫故事汇+20200710.docx', 'docx', '马院党委')?.[2]).toBe('pattern');
  });
});

describe('what lies about in the folder', () => {
  const junk = (reason: 'system-litter' | 'link' | 'empty') =>
    judge({ items: [item([text()])], strays: [{ path: 'x', reason }] })
      .filter(({ code }) => code === 'file.junk' || code === 'file.empty')
      .map(({ code, level, result }) => `${code} ${level} ${result}`);
  it('names litter without blocking anything', () => {
    expect(junk('system-litter')).toEqual(['file.empty must pass', 'file.junk may fail']);
  });
  it('does not pass what may hide material', () => {
    expect(junk('link')).toEqual(['file.empty must pass', 'file.junk must unknown']);
  });
  it('fails an empty file', () => {
    expect(junk('empty')).toEqual(['file.empty must fail', 'file.junk may pass']);
  });
  it('never passes a folder without material', () => {
    expect(resultsOf(judge({ items: [] }), 'materials.none')).toEqual(['fail']);
  });
  it('does not sort what it does not know', () => {
    const results = (one: Part, own: Partial<Item> = {}) =>
      resultsOf(judge({ items: [item([one], own)] }), 'file.unclassified');
    expect(results(text())).toEqual(['pass']);
    expect(results(part('a.zip', 'other', facts('zip')))).toEqual(['unknown']);
    const problemOf = (name: string) =>
      judge({ items: [item([part(name, 'other', facts('zip'))])] }).flatMap((check) =>
        check.code === 'file.unclassified' ? [check.args.problem] : [],
      );
    // Nobody is told to unpack what only Sketch can read.
    expect([problemOf('a.zip'), problemOf('a.sketch')]).toEqual([['archive'], ['unknown-kind']]);
    // A source file is of a known kind, and so is what the notice asks for by format.
    expect(results(part('海报.ai', 'other', facts('ai')))).toEqual(['pass']);
    const zip = part('a.zip', 'other', facts('zip'));
    expect(resultsOf(judgePart(zip, { formats: must(['zip']) }), 'file.unclassified')).toEqual(['pass']);
    expect(resultsOf(judgePart(zip, { formats: must(['rar']) }), 'file.unclassified')).toEqual(['unknown']);
    const homeless: Item = { title: '逆行者', path: '', parts: [text()] };
    expect(resultsOf(judge({ items: [homeless] }), 'file.unclassified')).toEqual(['unknown']);
  });
});

describe('what only a person can do', () => {
  it('is asked for only where something is handed in', () => {
    const own = under({
      attestations: [{ id: 'original', text: '原创', level: 'must', clause: { notice: 'test' } }],
      steps: [{ text: '关注公众号', clause: { notice: 'test' } }],
    });
    const results = (items: readonly Item[]) =>
      judge({ notice: own, items })
        .filter(({ code }) => code === 'attest' || code === 'manual')
        .map(({ code, level, result }) => `${code} ${level} ${result}`);
    expect(results([])).toEqual([]);
    expect(results([item([text()])])).toEqual(['attest must unknown', 'manual may unknown']);
  });

  it('names the category where the bundle has no name yet', () => {
    const clause = { notice: 'test' };
    const texts = ['把“{bundle}”拷到 U 盘', 'U 盘上写明：{category}+{author}+{title}'];
    const routes = [{ id: 'disk', steps: texts.map((text) => ({ text, clause })) }];
    const own = { ...under({ routes: ['disk'] }), routes };
    const steps = judge({ notice: own, items: [item([text()])] }).flatMap((check) =>
      check.code === 'manual' ? [check.args.text] : [],
    );
    expect(steps).toEqual(['把“战疫故事汇”拷到 U 盘', 'U 盘上写明：战疫故事汇+作者+作品名称']);
  });
});
