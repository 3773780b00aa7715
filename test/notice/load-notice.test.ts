import { UsageError } from '../../src/model/problems.ts';
import { describe, expect, test } from 'vitest';
import type { Category, Notice } from '../../src/model/notice.ts';
import { folderWith, loadBuiltIn, loadFrom, mistakeOf, templates } from './notice-folder.ts';
import { loadNotice } from '../../src/notice/load-notice.ts';
import { nodeFiles } from '../../src/system/node-files.ts';

function category(notice: Notice, id: string): Category {
  const found = notice.categories.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no category ${id}`);
  return found;
}

const FAR = `
title: 上级通知
year: 2020
naming: { pattern: '{org}+{category}', clause: 一 }
media:
  photo: { clause: 三, level: should, formats: [jpg, png], size: { max: 10M, level: must, clause: 四 } }
  video: { formats: [mp4], subtitles: required }
forms:
  sheet: { name: 推荐表, annex: 附件1 }
routes:
  office: { name: 办公室, mail: { to: a@b.cn, subject: '{bundle}' } }
categories:
  story:
    name: 故事
    clause: 二
    quota: { min: 1, max: 3 }
    parts: { text: { min: 1 }, photo: { min: 2 } }
    info: { title: required, keywords: { min: 3, max: 5 } }
    forms: [sheet]
    deadlines: [07-15, { on: 09-30, label: 第二批 }]
    route: office
    media: { photo: { size: { max: 5M } } }
  extra: { name: 其他, naming: null }
`;

describe('precedence', () => {
  test('a nearer rule replaces the whole rule, and rules it does not name stay with their own source', async () => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'mine.yaml': `{ extends: far.yaml, title: 我的, media: { photo: { size: { min: 1M } } } }`,
    });
    expect(notice.media.photo).toEqual({
      formats: { value: ['jpg', 'png'], level: 'should', clause: { notice: 'far', section: '三' } },
      size: [{ value: { min: 1024 ** 2 }, level: 'must', clause: { notice: 'mine' } }],
    });
  });

  test("a block's section and level go to its own rules only, never to rules that come from farther off", async () => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'mine.yaml': `{ extends: far.yaml, title: 我的, media: { video: { clause: 九, level: may, codecs: [H.264] } } }`,
    });
    expect(notice.media.video?.codecs).toEqual({
      value: ['h264'],
      level: 'may',
      clause: { notice: 'mine', section: '九' },
    });
    expect(notice.media.video?.formats).toEqual({ value: ['mp4'], level: 'must', clause: { notice: 'far' } });
  });

  test("a category's media rules lie over the notice's, rule by rule", async () => {
    const { media } = category(await loadFrom({ 'mine.yaml': FAR }), 'story');
    expect(media.photo?.size).toEqual([
      { value: { max: 5 * 1024 ** 2 }, level: 'must', clause: { notice: 'mine', section: '二' } },
    ]);
    expect(media.photo?.formats?.clause.section).toBe('三');
    expect(media.video?.subtitles?.value).toBe('required');
  });

  test('parts, info, forms and routes merge key by key, lists are replaced', async () => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'mine.yaml': `
extends: far.yaml
title: 我的
routes: { office: { mail: c@d.cn } }
forms: { sheet: { aliases: [申报表] } }
categories:
  story: { parts: { photo: 1 }, info: { keywords: null }, deadlines: 08-01 }
`,
    });
    const story = category(notice, 'story');
    expect(story.parts.map(({ value, clause }) => [value, clause.notice])).toEqual([
      [{ role: 'photo', min: 1, max: 1 }, 'mine'],
      [{ role: 'text', min: 1 }, 'far'],
    ]);
    expect(story.info.map(({ value }) => value)).toEqual([{ field: 'title' }]);
    expect(story.deadlines.map(({ on }) => on)).toEqual(['2020-08-01']);
    expect(story.quota.map(({ value }) => value)).toEqual([{ min: 1, max: 3 }]);
    expect(notice.forms).toEqual([
      { id: 'sheet', name: '推荐表', annex: '附件1', aliases: ['申报表'], clause: { notice: 'far' } },
    ]);
    expect(notice.routes).toEqual([
      {
        id: 'office',
        name: '办公室',
        mail: { to: 'c@d.cn', attach: 'bundle', clause: { notice: 'mine' } },
        steps: [],
      },
    ]);
  });

  test('the nearer notice decides the order of categories', async () => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'mine.yaml': `{ extends: far.yaml, title: 我的, categories: { mine: { name: 新类 }, extra: {} } }`,
    });
    expect(notice.categories.map(({ id }) => id)).toEqual(['mine', 'extra', 'story']);
  });

  test('issuer and title are never borrowed from another notice', async () => {
    const notice = await loadFrom({ 'mine.yaml': '{ extends: scau-2020, title: 我院通知 }' });
    expect(notice).toMatchObject({
      id: 'mine',
      title: '我院通知',
      lineage: ['mine', 'scau-2020', 'moe-2020'],
    });
    expect(notice.issuer).toBeUndefined();
  });
});

describe('quotas of several categories', () => {
  const far = `title: 上级\nyear: 2020\ncategories: { film: { name: 微电影 }, clip: { name: 微视频 }, essay: { name: 征文 } }\nquotas: [{ of: [film, clip], min: 3, max: 5, clause: 二 }, 9]\n`;
  const of = async (mine: string) => {
    const notice = await loadFrom({
      'far.yaml': far,
      'mine.yaml': `{ extends: far.yaml, title: 我的${mine} }`,
    });
    return notice.quotas.map(({ value }) => value);
  };

  test('come from farther notices, and a category that is gone no longer counts among them', async () => {
    expect(await of('')).toEqual([
      { of: ['film', 'clip'], min: 3, max: 5 },
      { of: ['film', 'clip', 'essay'], min: 9, max: 9 },
    ]);
    expect(await of(', categories: { clip: null }')).toEqual([
      { of: ['film'], min: 3, max: 5 },
      { of: ['film', 'essay'], min: 9, max: 9 },
    ]);
    expect(await of(', quotas: null')).toEqual([]);
    expect(await of(', quotas: [{ about: 10 }]')).toEqual([{ of: ['film', 'clip', 'essay'], about: 10 }]);
  });
});

test('a quota of each person stands beside that of the unit, and counts works where nothing else is said', async () => {
  const notice = await loadFrom({
    'mine.yaml':
      'title: 我的\nyear: 2020\nquotas: [{ per: author, count: categories, max: 1 }]\ncategories: { film: { name: 微电影, quota: [{ min: 1, max: 5 }, { per: advisor, max: 3, level: should }] } }\n',
  });
  const [film] = notice.categories;
  expect(film?.quota.map(({ value }) => value)).toEqual([{ min: 1, max: 5 }]);
  expect(film?.perPerson.map(({ value, level }) => [value, level])).toEqual([
    [{ per: 'advisor', max: 3, count: 'works' }, 'should'],
  ]);
  expect(notice.quotas).toEqual([]);
  expect(notice.perPerson.map(({ value }) => value)).toEqual([
    { per: 'author', max: 1, count: 'categories', of: ['film'] },
  ]);
});

test('a step may have a day of its own, which moves with the year of the notice', async () => {
  const notice = await loadFrom({
    'far.yaml': `{ title: 上级, year: 2020, steps: [{ text: 交报名表, on: 5月10日, at: "12:00" }, 打印], routes: { desk: { steps: [{ text: 送去, on: 2021-01-05 }] } } }`,
    'mine.yaml': '{ extends: far.yaml, title: 我的, year: 2022 }',
  });
  expect(notice.steps.map(({ due }) => due)).toEqual([{ on: '2022-05-10', at: '12:00' }, undefined]);
  expect(notice.routes[0]?.steps.map(({ due }) => due)).toEqual([{ on: '2023-01-05' }]);
});

test('what is taken all the year has no due date, until a nearer notice sets one', async () => {
  const far = `title: 上级\nyear: 2020\ncategories: { a: { name: 甲, deadlines: 常年 }, b: { name: 乙, deadlines: [05-01, { allYear: true, from: 03-01, label: 以后 }] } }\n`;
  const of = async (mine: string) => {
    const notice = await loadFrom({
      'far.yaml': far,
      'mine.yaml': `{ extends: far.yaml, title: 我的, year: 2021${mine} }`,
    });
    return notice.categories.map(({ deadlines, allYear }) => [deadlines.map(({ on }) => on), allYear?.value]);
  };
  expect(await of('')).toEqual([
    [[], {}],
    [['2021-05-01'], { from: '2021-03-01', label: '以后' }],
  ]);
  const own = ', categories: { a: { deadlines: [06-30] }, b: { deadlines: null } }';
  expect(await of(own)).toEqual([
    [['2021-06-30'], undefined],
    [[], undefined],
  ]);
});

test('the size of a work goes for every category that does not say another', async () => {
  const notice = await loadFrom({
    'mine.yaml': `{ title: 我的, year: 2020, workSize: { max: 500M }, categories: { a: { name: 甲 }, b: { name: 乙, workSize: { under: 1G } }, c: { name: 丙, workSize: null } } }`,
  });
  expect(notice.categories.map(({ workSize }) => workSize.map(({ value }) => value))).toEqual([
    [{ max: 500 * 1024 ** 2 }],
    [{ max: 1024 ** 3, excludes: ['max'] }],
    [],
  ]);
});

test('a limit may go for one format alone', async () => {
  const photo = `{ formats: [jpg, tiff], size: [{ max: 5M, formats: jpeg }, { max: 50M, formats: [tif] }] }`;
  const notice = await loadFrom({ 'mine.yaml': `{ title: 我的, year: 2020, media: { photo: ${photo} } }` });
  expect(notice.media.photo?.size?.map(({ value }) => value)).toEqual([
    { max: 5 * 1024 ** 2, formats: ['jpg'] },
    { max: 50 * 1024 ** 2, formats: ['tiff'] },
  ]);
});

describe('null', () => {
  test.each([
    ['a rule', `media: { photo: { size: null } }`, (notice: Notice) => notice.media.photo?.size],
    ['a role', `media: { photo: null }`, (notice: Notice) => notice.media.photo],
    ['all media', `media: null`, (notice: Notice) => notice.media.video],
    [
      'a category',
      `categories: { story: null }`,
      (notice: Notice) => notice.categories.find(({ id }) => id === 'story'),
    ],
    [
      'a quota',
      `categories: { story: { quota: null } }`,
      (notice: Notice) => category(notice, 'story').quota[0],
    ],
    [
      'parts',
      `categories: { story: { parts: null } }`,
      (notice: Notice) => category(notice, 'story').parts[0],
    ],
    [
      'deadlines',
      `categories: { story: { deadlines: null } }`,
      (notice: Notice) => category(notice, 'story').deadlines[0],
    ],
    [
      'naming',
      `categories: { story: { naming: null } }`,
      (notice: Notice) => category(notice, 'story').naming,
    ],
    [
      "the notice's rule in one category",
      `categories: { story: { media: { video: { subtitles: null } } } }`,
      (notice: Notice) => category(notice, 'story').media.video?.subtitles,
    ],
    [
      "the notice's whole role in one category",
      `categories: { story: { media: { video: null } } }`,
      (notice: Notice) => category(notice, 'story').media.video,
    ],
  ])('%s that is set to null is asked of nobody', async (_, text, pick) => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'mine.yaml': `extends: far.yaml\ntitle: 我的\n${text}\n`,
    });
    expect(pick(notice)).toBeUndefined();
  });

  test('a removal in between also removes what lies beneath it, when a nearer notice starts afresh', async () => {
    const notice = await loadFrom({
      'far.yaml': FAR,
      'middle.yaml': `{ extends: far.yaml, title: 中间, categories: { story: null }, media: { photo: null } }`,
      'mine.yaml': `
extends: middle.yaml
title: 我的
categories: { story: { name: 新故事 } }
media: { photo: { longEdge: { min: 3000 } } }
`,
    });
    expect(category(notice, 'story')).toMatchObject({ name: '新故事', parts: [], forms: [], deadlines: [] });
    expect(Object.keys(notice.media.photo ?? {})).toEqual(['longEdge']);
  });
});

describe('defaults', () => {
  test('a category takes the roles its parts name, or everything when it names none', async () => {
    const notice = await loadFrom({ 'mine.yaml': FAR });
    expect(category(notice, 'story').accepts).toEqual(['text', 'photo', 'form']);
    expect(category(notice, 'extra').accepts).not.toContain('other');
    expect(category(notice, 'extra').accepts).toContain('audio');
  });

  test("the notice's naming holds for every category that has none of its own and did not remove it", async () => {
    const notice = await loadFrom({ 'mine.yaml': FAR });
    expect(category(notice, 'story').naming?.value).toEqual({
      pattern: '{org}+{category}',
      date: 'yyyyMMdd',
    });
    expect(category(notice, 'extra').naming).toBeUndefined();
  });

  test('a due date is advice, whatever the level of its category', async () => {
    const notice = await loadFrom({
      'mine.yaml': `{ title: 我的, year: 2020, categories: { a: { name: 甲, level: must, deadlines: [07-15] } } }`,
    });
    expect(category(notice, 'a').deadlines[0]?.level).toBe('should');
  });
});

describe('years', () => {
  const DATES = `
title: 我的
year: 2020
categories:
  a: { name: 甲, deadlines: [{ from: 02-29, on: 07-15 }, 2021-01-10, 9月30日] }
`;
  const days = (notice: Notice) => category(notice, 'a').deadlines.map(({ from, on }) => [from, on]);

  test('a date without a year lies in the year of its notice', async () => {
    expect(days(await loadFrom({ 'mine.yaml': DATES }))).toEqual([
      ['2020-02-29', '2020-07-15'],
      [undefined, '2021-01-10'],
      [undefined, '2020-09-30'],
    ]);
  });

  test('--year moves short and full dates alike, 29 February to the 28th', async () => {
    const notice = await loadFrom({ 'mine.yaml': DATES }, { year: 2023 });
    expect(notice.year).toBe(2023);
    expect(days(notice)).toEqual([
      ['2023-02-28', '2023-07-15'],
      [undefined, '2024-01-10'],
      [undefined, '2023-09-30'],
    ]);
  });

  test('a notice of a later year takes the dates of the one it extends along', async () => {
    const notice = await loadFrom({
      'far.yaml': DATES,
      'mine.yaml': '{ extends: far.yaml, title: 明年, year: 2021 }',
    });
    expect(days(notice)[1]).toEqual([undefined, '2022-01-10']);
  });

  test('a built-in notice moves as a whole', async () => {
    expect(category(await loadBuiltIn('scau-2020', 2026), 'story').deadlines[0]?.on).toBe('2026-07-15');
  });
});

describe('finding the file', () => {
  test('extends is read from where the notice lies, not from where the user stands', async () => {
    const notice = await loadFrom(
      { 'school/base.yaml': FAR, 'school/college/mine.yaml': '{ extends: ../base.yaml, title: 我院 }' },
      { name: 'school/college/mine.yaml' },
    );
    expect(notice.lineage).toEqual(['mine', 'base']);
  });

  test('an absolute path and a .yml file with a byte order mark work', async () => {
    const folder = await folderWith({ 'a.yml': '\uFEFFtitle: 通知\nyear: 2020\n' });
    const options = { files: nodeFiles, templates, workingFolder: '/' };
    expect((await loadNotice(`${folder}/a.yml`, options)).title).toBe('通知');
  });

  test('a misspelt id is answered with the one that was meant and with all there are', async () => {
    const { words } = await mistakeOf(loadBuiltIn('scau-2002'));
    expect(words.zh).toContain('是不是“scau-2020”');
    expect(words.en).toContain('built in: gbt-9704, moe-2020, scau-2020, wust-2020');
  });

  test('an address on the net is refused, not fetched', async () => {
    expect((await mistakeOf(loadBuiltIn('https://example.cn/notice.yaml'))).words.en).toContain(
      'not an address',
    );
  });

  test('a file that is not there, and a film given by mistake, are named', async () => {
    expect((await mistakeOf(loadBuiltIn('./nowhere.yaml'))).words.zh).toContain('nowhere.yaml');
    const large = loadFrom({ 'mine.yaml': '#'.repeat(1024 ** 2 + 1) });
    expect((await mistakeOf(large)).words.en).toContain('1 MB');
  });

  test('a circle of notices ends with its chain, at the line that closes it', async () => {
    const mistake = await mistakeOf(
      loadFrom({
        'mine.yaml': 'title: 甲\nextends: b.yaml\n',
        'b.yaml': 'title: 乙\n\nextends: ./mine.yaml\n',
      }),
    );
    expect(mistake.words.en).toBe('extends runs in a circle: mine → b → mine');
    expect(mistake.place).toEqual({ file: 'b.yaml', line: 3, column: 1, key: 'extends' });
  });

  test('a tower of notices stops at eight', async () => {
    const names = Array.from({ length: 9 }, (_, level) => `n${level}.yaml`);
    const files = Object.fromEntries(
      names.map((name, level) => [
        name,
        `title: 通知\nyear: 2020\n${level < 8 ? `extends: n${level + 1}.yaml\n` : ''}`,
      ]),
    );
    expect((await loadFrom(files, { name: 'n1.yaml' })).lineage).toHaveLength(8);
    const mistake = await mistakeOf(loadFrom(files, { name: 'n0.yaml' }));
    expect(mistake.words.zh).toContain('超过 8 层');
    expect(mistake.place).toMatchObject({ file: 'n7.yaml', line: 3 });
  });
});

describe('a soft number beside a hard one', () => {
  const WORDS = `{ title: 我的, year: 2020, media: { text: { clause: 二, words: [{ about: 1500, tolerance: 10% }, { max: 2000 }] } } }`;

  test('左右 is advice, the cap beside it a must', async () => {
    const { media } = await loadFrom({ 'mine.yaml': WORDS });
    expect(media.text?.words?.map(({ value, level }) => [value, level])).toEqual([
      [{ about: 1500, tolerance: 0.1 }, 'should'],
      [{ max: 2000 }, 'must'],
    ]);
  });

  test('but a must where the notice says so itself', async () => {
    const text = WORDS.replace('tolerance: 10%', 'level: must');
    const { media } = await loadFrom({ 'mine.yaml': text });
    expect(media.text?.words?.[0]?.level).toBe('must');
  });

  test.each([
    ['{ about: 1500, max: 2000 }', 'about'],
    ['{ max: 2000, tolerance: 10% }', 'tolerance'],
    ['{ anyOf: [{ min: 5, max: 1 }] }', 'max'],
    ['{ about: 1500, tolerance: 0.1 }', 'tolerance'],
  ])('%s is refused with its key', async (written, key) => {
    const mine = `{ title: 我的, year: 2020, media: { text: { words: ${written} } } }`;
    await expect(loadFrom({ 'mine.yaml': mine })).rejects.toSatisfy(
      (error) => error instanceof UsageError && error.place?.key?.includes(key) === true,
    );
  });
});

describe('parts with a name of their own', () => {
  const PARTS = `
title: 我的
year: 2020
media: { text: { formats: [docx], words: { max: 100 } } }
categories:
  deeds:
    name: 事迹
    parts:
      long: { role: text, name: 长的, words: [3000], min: 1, media: { words: { about: 3000 } } }
      cover: { role: photo, name: 封面 }
    choices: [{ of: [video, cover] }]
`;

  test('say where the notice speaks of them, and of what is asked of them', async () => {
    const written = PARTS.replace('words: [3000], min: 1,', 'words: [3000], min: 1, clause: 三、1,');
    const [deeds] = (await loadFrom({ 'mine.yaml': written })).categories;
    const { named } = deeds?.parts[0]?.value ?? {};
    expect(named?.media.words?.map(({ clause }) => clause.section)).toEqual(['三、1']);
    expect(named?.media.formats?.clause.section).toBeUndefined();
  });

  test('take their role’s rules, and their own over these', async () => {
    const [deeds] = (await loadFrom({ 'mine.yaml': PARTS })).categories;
    const [long, cover] = deeds?.parts ?? [];
    expect(long?.value.named).toMatchObject({ id: 'long', name: '长的', words: ['3000'] });
    expect(long?.value.named?.media.words?.map(({ value }) => value)).toEqual([{ about: 3000 }]);
    expect(long?.value.named?.media.formats?.value).toEqual(['docx']);
    expect(cover?.value).toMatchObject({ role: 'photo', min: 1, named: { words: ['封面'] } });
    expect(deeds?.accepts).toEqual(['text', 'photo', 'video', 'subtitles']);
    expect(deeds?.media.text?.words?.map(({ value }) => value)).toEqual([{ max: 100 }]);
  });

  test.each([
    ['parts: { vidoe: { min: 1 } }', 'did you mean “video”'],
    ['choices: [{ of: [video, covre] }]', 'did you mean “cover”'],
    ['workDates: { from: 06-01, to: 05-01 }', 'after its end'],
    ['deadlines: [{ on: 05-20, at: "25:00" }]', 'expected a time'],
    ['deadlines: [{ on: 05-20, allYear: true }]', 'write one of on, monthly and allYear'],
    ['deadlines: [{ allYear: true, at: "12:00" }]', 'there is no due time'],
    ['quota: { byUnit: [{ units: [学院], min: 3, max: 1 }] }', 'must not be below min'],
    ['quota: [{ min: 5 }, { max: 4, level: should }]', 'contradict each other'],
    ['quota: { anyOf: [{ max: 1 }, { min: 3 }] }', 'unknown key “anyOf”'],
  ])('%s is refused with advice', async (line, advice) => {
    const mine = `{ title: 我的, year: 2020, categories: { deeds: { name: 事迹, ${line} } } }`;
    const text = line.includes('covre') ? PARTS.replace('[video, cover]', '[video, covre]') : mine;
    await expect(loadFrom({ 'mine.yaml': text })).rejects.toSatisfy(
      (error) => error instanceof UsageError && error.message.includes(advice),
    );
  });
});

describe('several notices to build on', () => {
  const FILES = {
    'house.yaml': '{ title: 家规, media: { text: { words: { max: 9 } }, photo: { size: { max: 9M } } } }',
    'call.yaml': '{ title: 通知, year: 2020, media: { text: { words: { max: 5 } } } }',
  };

  test('the first named is the nearest; one without a year takes the others’', async () => {
    const mine = '{ title: 我的, extends: [call.yaml, house.yaml] }';
    const notice = await loadFrom({ ...FILES, 'mine.yaml': mine });
    expect(notice.lineage).toEqual(['mine', 'call', 'house']);
    expect(notice.year).toBe(2020);
    expect(notice.media.text?.words?.[0]?.value).toEqual({ max: 5 });
    expect(notice.media.photo?.size?.[0]?.value).toEqual({ max: 9 * 1024 ** 2 });
  });

  test('what two of them build on lies beneath both', async () => {
    const files = {
      ...FILES,
      'a.yaml': '{ title: 甲, extends: house.yaml, year: 2020 }',
      'b.yaml': '{ title: 乙, extends: house.yaml, media: { text: { words: { max: 3 } } } }',
      'mine.yaml': '{ title: 我的, extends: [a.yaml, b.yaml] }',
    };
    const notice = await loadFrom(files);
    expect(notice.lineage).toEqual(['mine', 'a', 'b', 'house']);
    expect(notice.media.text?.words?.[0]?.value).toEqual({ max: 3 });
  });
});

describe('ways that a person goes', () => {
  const notice = (route: string) =>
    loadFrom({
      'mine.yaml': `{ title: 我的, year: 2020, routes: { way: ${route} }, categories: { film: { name: 影片, route: way } } }`,
    });

  test.each([
    ['{ web: 官网个人中心 }', ['登录官网个人中心']],
    ['{ web: { name: 平台, address: example.edu.cn, limit: 50M } }', ['example.edu.cn', '不超过 50M']],
    ['{ netdisk: { name: 百度网盘, code: required } }', ['上传到百度网盘', '提取码']],
    ['{ disk: { kind: U盘, label: "{org}" } }', ['整个拷到U盘', '写明：{org}']],
    [
      '{ paper: { of: [汇总表], copies: 2, to: 办公楼, envelope: "{category}" } }',
      ['打印汇总表：一式 2 份', '写明：{category}', '送到办公楼'],
    ],
  ])('%s comes out as steps', async (route, words) => {
    const [way] = (await notice(route)).routes;
    const said = way?.steps.map(({ text }) => text).join('\n') ?? '';
    for (const word of words) expect(said).toContain(word);
  });

  test('a way that does not say how is refused', async () => {
    await expect(notice('{ name: 什么都没写 }')).rejects.toSatisfy(
      (error) => error instanceof UsageError && error.message.includes('does not say how'),
    );
  });
});

describe('rules about what stands in a text', () => {
  const text = async (rules: string) =>
    (await loadFrom({ 'mine.yaml': `{ title: 我的, year: 2020, media: { text: ${rules} } }` })).media.text;

  test('may be written short or in full', async () => {
    const rules = await text(
      '{ sections: [背景, { name: 做法, words: { max: 100 } }], pictures: { embedded: { max: 5 }, level: should }, signature: [单位, 手机号], titlePattern: "{org}：{title}" }',
    );
    expect(rules?.sections?.value).toEqual([
      { name: '背景', aliases: [] },
      { name: '做法', aliases: [], words: { max: 100 } },
    ]);
    expect(rules?.pictures).toMatchObject({ value: { embedded: { max: 5 } }, level: 'should' });
    expect(rules?.signature?.value).toEqual(['unit', 'phone']);
    expect((await text('{ pictures: embedded }'))?.pictures?.value).toEqual({ embedded: { min: 1 } });
  });

  test.each([
    ['{ pictures: seperate }', 'did you mean “separate”'],
    ['{ signature: [手机吗] }', 'did you mean “手机号”'],
    ['{ titlePattern: "{ogr}：{title}" }', 'did you mean “{org}”'],
    ['{ sections: [{ words: { max: 5 } }] }', '“name” is missing'],
  ])('%s is refused with advice', async (rules, advice) => {
    await expect(text(rules)).rejects.toSatisfy(
      (error) => error instanceof UsageError && error.message.includes(advice),
    );
  });
});

test('what is asked of single fields of a form is laid over field by field, and 左右 is advice', async () => {
  const notice = await loadFrom({
    'far.yaml':
      'title: 远\nyear: 2020\nforms: { a: { name: 表, clause: 二, fields: { 理由: { chars: { max: 300 } }, 简介: { required: true } } } }\n',
    'mine.yaml':
      'title: 近\nextends: far.yaml\nforms: { a: { fields: { 理由: { chars: { about: 200 } }, 简介: null, 体会: { chars: { max: 9 }, level: may } } } }\n',
  });
  expect(notice.forms[0]?.fields).toEqual([
    { value: { field: '理由', chars: { about: 200 } }, level: 'should', clause: { notice: 'mine' } },
    { value: { field: '体会', chars: { max: 9 } }, level: 'may', clause: { notice: 'mine' } },
  ]);
  const far = await loadFrom({
    'mine.yaml':
      'title: 远\nyear: 2020\nforms: { a: { name: 表, clause: 二, fields: { 简介: { required: true } } } }\n',
  });
  expect(far.forms[0]?.fields).toEqual([
    { value: { field: '简介', required: true }, level: 'must', clause: { notice: 'mine', section: '二' } },
  ]);
});

test('some hundred closely written lines are a notice, not a bomb', async () => {
  const category = (number: number) =>
    `  c${number}: { name: 类${number}, quota: { min: 1, max: 3 }, accepts: [text, photo], parts: { text: { min: 1 } } }\n`;
  const text = `title: 长\nyear: 2020\ncategories:\n${Array.from({ length: 350 }, (_, number) => category(number)).join('')}`;
  expect((await loadFrom({ 'mine.yaml': text })).categories).toHaveLength(350);
});

test('of several notices that are extended, two that contradict each other are told with file, line and key', async () => {
  const mistake = await mistakeOf(
    loadFrom({
      'a.yaml': 'title: 甲\nyear: 2020\ncategories:\n  x: { name: 故事 }\n',
      'b.yaml': 'title: 乙\nyear: 2020\ncategories:\n  y: { name: 故事 }\n',
      'mine.yaml': 'title: 我的\nextends: [./a.yaml, ./b.yaml]\n',
    }),
  );
  expect(mistake.place).toEqual({ file: 'b.yaml', line: 4, column: 3, key: 'categories.y' });
  expect(mistake.words.zh).toContain('同时是类别“x”和“y”的名称');
});
