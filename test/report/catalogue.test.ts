import { describe, expect, it } from 'vitest';
import { RESULTS, type CheckArgs, type Code, type Result } from '../../src/model/check.ts';
import { LANGUAGES, type Language } from '../../src/model/report.ts';
import { catalogueIn } from '../../src/report/catalogue-in.ts';
import { adviceText, sentenceOf, wordsOf } from '../../src/report/check-words.ts';
import { CODES } from '../../src/report/codes.ts';
import { made } from './sample-judgement.ts';
import { sampleArgs } from './sample-args.ts';

const HAN = /\p{Script=Han}/u;
const OBEYED = /[\u0000-\u001f\u007f-\u009f\p{Cf}]/u;
/** This file has one name in every language. */
const INFO_FILE = /作品信息\.yaml/g;
const PATHS = [undefined, 'lecture.mp4', 'talks/my "lecture" $(x).mp4'];

function everyText(code: Code, language: Language): readonly string[] {
  const texts = sampleArgs[code].flatMap((args) =>
    RESULTS.flatMap((result) => PATHS.flatMap((path) => textsOf(code, result, args, path, language))),
  );
  const { explain } = catalogueIn(language)[code];
  return [...texts, explain.asks, explain.why, ...explain.mend];
}

function textsOf<C extends Code>(
  code: C,
  result: Result,
  args: CheckArgs[C],
  path: string | undefined,
  language: Language,
) {
  const words = wordsOf(made(code, result, path === undefined ? {} : { path }, args), language);
  return [
    words.title,
    words.statement,
    sentenceOf(words, code, result, language),
    ...[words.required, words.actual, words.remark].filter((text) => text !== undefined),
    ...(words.advice ? [words.advice.text, adviceText(words.advice, language)] : []),
  ];
}

describe.each(LANGUAGES)('words in %s', (language) => {
  it.each(CODES)('%s never leaves a reader with an empty or broken sentence', (code) => {
    const texts = everyText(code, language);
    expect(texts.length).toBeGreaterThan(10);
    const broken = (text: string) =>
      text.trim() === '' ||
      /undefined|\[object|NaN|null|Infinity|。。|；。|，。|\.\.(?!\.)|\s{2}/.test(text) ||
      OBEYED.test(text);
    expect(texts.filter(broken)).toEqual([]);
  });

  it.each(CODES)('%s has a way to mend it, and says what to do whenever it failed', (code) => {
    expect(catalogueIn(language)[code].explain.mend.length).toBeGreaterThan(0);
    if (code === 'manual') return;
    for (const text of failedAdvice(code, language)) expect(text, code).toMatch(/\S/);
  });
});

function failedAdvice(code: Code, language: Language): readonly (string | undefined)[] {
  // Litter and empty files advise where there is a reason; without one there is nothing wrong.
  const needsReason = code === 'file.junk' || code === 'file.empty';
  return sampleArgs[code]
    .filter((args) => !needsReason || 'reason' in args)
    .map((args) => wordsOf(made(code, 'fail', {}, args), language).advice?.text);
}

it.each(CODES)('a Chinese reader is never given English only: %s', (code) => {
  const { title, explain } = catalogueIn('zh')[code];
  expect(title).toMatch(/^\p{Script=Han}{2,5}$/u);
  for (const text of [explain.asks, explain.why]) expect(text).toMatch(HAN);
  for (const args of sampleArgs[code]) {
    for (const result of RESULTS) expect(wordsOf(made(code, result, {}, args), 'zh').statement).toMatch(HAN);
  }
});

it.each(CODES)('an English reader is never given Chinese: %s', (code) => {
  expect(everyText(code, 'en').filter((text) => HAN.test(text.replace(INFO_FILE, '')))).toEqual([]);
});

it('a check that follows from another says so instead of guessing', () => {
  const check = made(
    'video.codec',
    'unknown',
    { path: 'a.mp4' },
    { allowed: ['h264'] },
    { because: 'file.readable' },
  );
  expect(wordsOf(check, 'zh').statement).toBe('因“文件完好”一项的问题而无法判定');
  expect(wordsOf(check, 'en').statement).toBe('could not be judged because of “File is whole”');
  expect(wordsOf(check, 'zh').advice).toBeUndefined();
});

it('burned-in subtitles are never taken for absent: unknown, with how to settle it', () => {
  const check = made(
    'video.subtitles',
    'unknown',
    { path: 'a.mp4' },
    { asked: 'required', found: { kind: 'not-in-file' } },
  );
  const { statement, advice } = wordsOf(check, 'zh');
  expect(statement).toContain('看不出来');
  expect(advice?.text).toMatch(/打开影片看一看.*确认.*剪映.*\.srt/);
});

it('a film between 2×10⁹ and 2×1024³ bytes passes with a remark, and says nothing outside that', () => {
  const remark = (actual: number) =>
    wordsOf(made('file.size', 'pass', {}, { role: 'video', max: 2 * 1024 ** 3, actual }), 'zh').remark;
  expect(remark(2_000_000_000)).toBeUndefined();
  expect(remark(2_000_000_001)).toContain('2,000,000,000 字节');
  expect(remark(2 * 1024 ** 3)).toContain('2G');
  expect(remark(2 * 1024 ** 3 + 1)).toBeUndefined();
});

it.each([
  [
    'video.duration',
    made('video.duration', 'fail', {}, { range: { max: 1200 }, actual: 1200.4 }),
    '不超过 20 分钟',
    '20分0.4秒',
  ],
  [
    'file.size',
    made('file.size', 'fail', {}, { role: 'photo', max: 10_485_760, actual: 10_485_761 }),
    '不超过 10M',
    '10.0 MB（10,485,761 字节）',
  ],
  [
    'video.fps',
    made('video.fps', 'fail', {}, { range: { min: 25 }, actual: 24.996 }),
    '不少于 25 帧/秒',
    '24.996 帧/秒',
  ],
] as const)('%s just beyond the limit does not read like the limit itself', (_, check, required, actual) => {
  const words = wordsOf(check, 'zh');
  expect(words.required).toBe(required);
  expect(words.actual).toBe(actual);
});

it('a missing form is asked for by the name that makes its file known', () => {
  const told = (form: string) => wordsOf(made('form.missing', 'fail', {}, { form }), 'zh').advice?.text;
  expect(told('报名表')).toContain('文件名里写上“报名表”');
  expect(told('“战疫故事汇”推荐表')).toContain('文件名里写上“推荐表”');
});

it.each([
  ['zh', '汇总表', '推荐表格'],
  ['en', 'Table of works', 'Form'],
] as const)(
  'nobody looks for a recommendation form where the stamped table of works is missing (%s)',
  (language, table, form) => {
    const titleOf = (args: CheckArgs['form.missing']) =>
      wordsOf({ code: 'form.missing', level: 'should', result: 'fail', subject: {}, args }, language).title;
    expect(titleOf({ form: '报送统计表', copy: 'stamped', table: true })).toBe(table);
    expect(titleOf({ form: '推荐表', copy: 'stamped' })).toBe(form);
  },
);
