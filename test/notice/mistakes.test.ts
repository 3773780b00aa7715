import { describe, expect, test } from 'vitest';
import { loadFrom, mistakeOf } from './notice-folder.ts';

const HEAD = 'title: 我的\nyear: 2020\n';

/** What a person writes (below two lines of head), where she is sent, and a word of what she is told. */
const MISTAKES: readonly [what: string, text: string, place: string, zh: string, en: string][] = [
  ['an unknown key', 'categoris: {}', '3:1 categoris', '是不是“categories”', 'did you mean “categories”'],
  [
    'a role that does not exist',
    'media:\n  phto: {}',
    '4:3 media.phto',
    '是不是“photo”',
    'did you mean “photo”',
  ],
  [
    'a rule that does not exist',
    'media:\n  photo:\n    sise: { max: 1M }',
    '5:5 media.photo.sise',
    '是不是“size”',
    '“size”',
  ],
  [
    'a rule that nobody checks for this role',
    'media:\n  photo: { duration: { max: 1min } }',
    '4:12 media.photo.duration',
    '不认识“duration”',
    'unknown key',
  ],
  [
    'a format that does not exist',
    'media:\n  video: { formats: [mp4, m0v] }',
    '4:27 media.video.formats.1',
    '是不是“mov”',
    '“mov”',
  ],
  [
    'a codec that does not exist',
    'media: { video: { codecs: h246 } }',
    '3:19 media.video.codecs',
    '是不是“h264”',
    '“h264”',
  ],
  [
    'an unknown level',
    'media: { video: { level: shuold } }',
    '3:19 media.video.level',
    '是不是“should”',
    '“should”',
  ],
  [
    'an unknown level beside a rule',
    'media: { photo: { size: { max: 1M, level: 必须 } } }',
    '3:36 media.photo.size.level',
    '可写：must、should、may',
    'known: must, should, may',
  ],
  [
    'a size without sense',
    'media: { photo: { size: { max: 10X } } }',
    '3:27 media.photo.size.max',
    '如 10M',
    'e.g. 10M',
  ],
  ['a bare size', 'media: { photo: { size: 10M } }', '3:19 media.photo.size', '键: 值', 'keys with values'],
  [
    'a duration without a unit',
    'media: { video: { duration: [{ max: 30 }] } }',
    '3:32 media.video.duration.0.max',
    '如 30min',
    'e.g. 30min',
  ],
  [
    'a range the wrong way round',
    'media: { video: { duration: { min: 20min, max: 15min } } }',
    '3:43 media.video.duration.max',
    '不能小于 min',
    'below min',
  ],
  [
    'a range without an end',
    'media: { scan: { pages: {} } }',
    '3:18 media.scan.pages',
    'min、max',
    'min or max',
  ],
  [
    'a weight without a value',
    'media: { video: { subtitles: { level: should } } }',
    '3:19 media.video.subtitles.value',
    '缺少“value”',
    '“value” is missing',
  ],
  [
    'a resolution without sense',
    'media: { video: { resolution: 1080p } }',
    '3:19 media.video.resolution',
    '1920x1080',
    '1920x1080',
  ],
  [
    'false where null is meant',
    'media: { photo: { original: false } }',
    '3:19 media.photo.original',
    'null',
    'null',
  ],
  [
    'a category without a name',
    'categories:\n  story: { quota: 1 }',
    '4:3 categories.story',
    '缺少名称',
    'has no name',
  ],
  [
    'a key misspelt in a category',
    'categories:\n  story:\n    name: 故事\n    deadline: 07-15',
    '6:5 categories.story.deadline',
    '是不是“deadlines”',
    'did you mean “deadlines”',
  ],
  [
    'a day that does not exist',
    'categories:\n  story:\n    name: 故事\n    deadlines:\n      - on: 06-31',
    '7:9 categories.story.deadlines.0.on',
    '没有 2020-06-31 这一天',
    'no such day as 2020-06-31',
  ],
  [
    'a date in another form',
    'categories: { a: { name: 甲, deadlines: [07/15] } }',
    '3:41 categories.a.deadlines.0',
    '07-15',
    '2020-07-15',
  ],
  [
    'an opening day after the closing day',
    'categories: { a: { name: 甲, deadlines: { from: 08-01, on: 07-15 } } }',
    '3:29 categories.a.deadlines.0.from',
    '晚于截止日',
    'after it closes',
  ],
  [
    'a route that does not exist',
    'routes: { office: { mail: a@b.cn } }\ncategories:\n  a: { name: 甲, route: ofice }',
    '5:17 categories.a.route',
    '是不是“office”',
    'did you mean “office”',
  ],
  [
    'a form that does not exist',
    'categories: { a: { name: 甲, forms: [x] } }',
    '3:37 categories.a.forms.0',
    '没有表格“x”',
    'there is no form',
  ],
  [
    'a route that leads nowhere',
    'routes: { office: { name: 办 } }',
    '3:11 routes.office',
    '没有写怎么报',
    'does not say how',
  ],
  [
    'a mail address without sense',
    'routes: { a: { mail: { to: x } } }',
    '3:24 routes.a.mail.to',
    '邮箱地址',
    'mail address',
  ],
  ['a form without a name', 'forms: { a: { annex: 附件1 } }', '3:10 forms.a', '缺少名称', 'has no name'],
  [
    'a variable that does not exist',
    "naming: { pattern: '{org}+{catgory}' }",
    '3:11 naming.pattern',
    '是不是“{category}”',
    'did you mean “{category}”',
  ],
  ['a name no file can have', "naming: '{org}/{date}'", '3:1 naming', '不能有 /', 'cannot hold /'],
  [
    'a soft number beside a hard one',
    'categories: { a: { name: 甲, quota: { about: 10, max: 12 } } }',
    '3:38 categories.a.quota.about',
    '不能与',
    'cannot stand beside',
  ],
  [
    'one name for two categories',
    'categories:\n  a: { name: 故事 }\n  b: { name: 乙, aliases: [故事] }',
    '5:3 categories.b',
    '同时是',
    'names both',
  ],
  [
    'a field of 作品信息.yaml that does not exist',
    'categories: { a: { name: 甲, info: { titel: required } } }',
    '3:37 categories.a.info.titel',
    '是不是“title”',
    '“title”',
  ],
  [
    'an attestation twice',
    'attestations: [{ id: a, text: 一 }, { id: a, text: 二 }]',
    '3:38 attestations.1.id',
    '重复',
    'twice',
  ],
  ['a year in words', 'extends: moe-2020\nyear: 二〇二〇', '4:1', 'YAML', 'YAML'],
  ['a tab for a space', 'media:\n\tvideo: {}', '4:1', 'YAML', 'YAML'],
];

describe('a mistake in a notice', () => {
  test.each(MISTAKES)(
    '%s is shown where it stands, with what was expected',
    async (_, text, place, zh, en) => {
      const mistake = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}${text}\n` }));
      const { file, line, column, key } = mistake.place ?? { file: 'nowhere' };
      expect(file).toBe('mine.yaml');
      expect(`${line}:${column} ${key ?? ''}`.trim()).toBe(place);
      expect(mistake.words.zh).toContain(zh);
      expect(mistake.words.en).toContain(en);
    },
  );

  test.each([
    ['title', 'year: 2020'],
    ['year', 'title: 我的'],
  ])('a missing %s is asked for by name', async (key, text) => {
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 1, column: 1, key });
    expect(mistake.words.zh).toContain(`缺少“${key}”`);
  });

  test('in a notice that is extended, the mistake is shown in that file', async () => {
    const mistake = await mistakeOf(
      loadFrom({
        'far.yaml': `${HEAD}media: { photo: { size: {} } }`,
        'mine.yaml': 'extends: far.yaml\ntitle: 我的',
      }),
    );
    expect(mistake.place).toEqual({ file: 'far.yaml', line: 3, column: 19, key: 'media.photo.size' });
  });

  test('a route taken away that a farther category still goes by is shown where it was taken away', async () => {
    const text = 'extends: moe-2020\ntitle: 我的\nroutes:\n  ministry: null\n';
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 4, column: 3, key: 'routes.ministry' });
    expect(mistake.words.zh).toContain('categories.brief.route');
  });

  test('a notice to extend that does not exist is shown at extends', async () => {
    const mistake = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}extends: moe2020\n` }));
    expect(mistake.place).toEqual({ file: 'mine.yaml', line: 3, column: 1, key: 'extends' });
    expect(mistake.words.en).toContain('did you mean “moe-2020”');
    const missing = await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}extends: ./gone.yaml\n` }));
    expect(missing.place).toMatchObject({ line: 3, key: 'extends' });
  });

  test('what is repeated of it cannot disturb the terminal or the other language', async () => {
    const text = `${HEAD}media: { photo: { size: { max: "\\e[31m red | rot ${'x'.repeat(200)}" } } }`;
    const { words } = await mistakeOf(loadFrom({ 'mine.yaml': text }));
    expect(words.zh).not.toContain('\u001b');
    expect(words.zh.length).toBeLessThan(120);
    expect(words.en).toMatch(/^expected a size/);
  });

  test('keys that JavaScript itself knows are unknown keys, too', async () => {
    const mistake = await mistakeOf(
      loadFrom({ 'mine.yaml': `${HEAD}categories: { a: { name: 甲, route: constructor } }` }),
    );
    expect(mistake.words.zh).toContain('没有报送方式“constructor”');
    expect((await mistakeOf(loadFrom({ 'mine.yaml': `${HEAD}__proto__: { level: may }` }))).place?.line).toBe(
      3,
    );
  });
});
