import { numberOf } from '../../model/figure-number.ts';

/** Longest text that is searched, in UTF-16 units; numbers that are kept. */
const SEARCHED = 2_000_000;
const MOST = 500;
const NUMBER = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})';
const LIST = `(${NUMBER})((?:\\s{0,2}[-—–~～至到、,，和]\\s{0,2}(?:图\\s{0,2})?${NUMBER}){0,20})(?!\\d)`;
/** 【图1】, （图 2：合影）, [见图3]. */
const MARKER = new RegExp(`[【\\[［(（〔]\\s{0,2}(?:见|如|配|附|插)?图片?\\s{0,2}${LIST}`, 'g');
/** A line “图1：合影”, “图 1 合影”. */
const CAPTION = new RegExp(`(?:^|[\\n\\r\\v])[^\\S\\n]{0,8}图片?\\s{0,2}${LIST}(?=[：:.．、\\s])`, 'g');

/** Numbers of the figures a text marks, in order, each once. */
export function findFigures(body: string): readonly number[] {
  if (!body.includes('图')) return [];
  const text = body.slice(0, SEARCHED);
  const found = new Set<number>();
  for (const pattern of [MARKER, CAPTION]) {
    for (const [, first = '', more = ''] of text.matchAll(pattern)) {
      for (const number of numbersIn(first, more)) if (found.size < MOST) found.add(number);
    }
  }
  return [...found].sort((one, other) => one - other);
}

/** “1-3” is three figures, “1、3” two. */
function numbersIn(first: string, more: string): readonly number[] {
  const numbers = [numberOf(first)].filter((number) => number !== undefined);
  for (const [, joint = '', text = ''] of more.matchAll(
    new RegExp(`([^\\s图])\\s*图?\\s*(${NUMBER})`, 'g'),
  )) {
    const number = numberOf(text);
    const last = numbers.at(-1);
    if (number === undefined || last === undefined) continue;
    if (/[-—–~～至到]/.test(joint) && number > last && number - last < 100) {
      for (let between = last + 1; between < number; between++) numbers.push(between);
    }
    numbers.push(number);
  }
  return numbers;
}
