import { readQuota } from './read-counts.ts';
import type { Finding } from './finding.ts';
import type { Sentence } from './sentence.ts';

/**
 * 每单位报微视频不超过2部、征文不少于3篇: how many of each category, by its place in the list. Undefined where a piece
 * with a figure names no category, or several.
 */
export function quotasByCategory(
  { plain }: Sentence,
  names: readonly string[],
): ReadonlyMap<number, Finding> | undefined {
  if (TOGETHER.test(plain)) return undefined;
  const found = new Map<number, Finding>();
  for (const piece of plain.split(/[,;、。]/)) {
    const [only, ...others] = namedIn(piece, names);
    // 限报微视频2部 is 限报2部.
    const counted = only === undefined ? piece : piece.replace(names[only] ?? '', '');
    const [quota, ...more] = readQuota(`每单位${counted}`);
    if (!quota) continue;
    if (only === undefined || others.length > 0 || more.length > 0 || found.has(only)) return undefined;
    found.set(only, quota);
  }
  return found.size > 0 ? found : undefined;
}

/**
 * 微视频、征文共2项, 三类合计不超过5件: how many of several categories, by their places in the list. Undefined where it
 * says a figure of something else as well, or another number of categories than there are.
 */
export function quotaTogether(
  { plain }: Sentence,
  names: readonly string[],
): { readonly of: readonly number[]; readonly finding: Finding } | undefined {
  const pieces = plain.split(/[,;。]/).filter((piece) => readQuota(bare(piece, names)).length > 0);
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || !TOGETHER.test(piece)) return undefined;
  const [finding, ...more] = readQuota(bare(piece, names));
  const near = namedIn(piece, names);
  const named = near.length > 1 ? near : namedIn(plain, names);
  const of = named.length > 0 ? named : names.map((_, index) => index);
  const [, said] = /([2-9]|[两二三四五六七八九十])类/.exec(plain.replaceAll('两', '二')) ?? [];
  const isSo = said === undefined || said === String(of.length) || NUMBERS.indexOf(said) === of.length;
  if (!finding || more.length > 0 || of.length < 2 || !isSo) return undefined;
  return { of: of.toSorted((one, other) => one - other), finding };
}

const TOGETHER = /合计|总计|共计|总共|总数|共(?=\s?(?:报|报送)?\s?(?:不超过|至多|最多|限)?\s?\d)/;
const NUMBERS = ' 一二三四五六七八九十';

/** 每单位限报2项, without the names and the words between them. */
function bare(piece: string, names: readonly string[]): string {
  const unnamed = names.reduce((text, name) => text.replaceAll(name, ''), piece);
  const words = /[、和及与]|(?:[2-9]|[各两二三四五六七八九十])类(?:作品)?|合计|总计|共计|总共|总数|共/g;
  return `每单位${unnamed.replace(words, '')}`;
}

/** 微视频发送至 a@…，征文、摄影作品发送至 b@…: which categories the words before an address name. */
export function categoriesBefore(
  address: string,
  { plain }: Sentence,
  names: readonly string[],
): readonly number[] {
  const before = plain.split(address)[0] ?? '';
  return namedIn(before.slice(before.lastIndexOf('@') + 1), names);
}

/** A name within another one is not named by it: 视频 is not 微视频. */
function namedIn(text: string, names: readonly string[]): readonly number[] {
  const byLength = names
    .map((name, index) => ({ name, index }))
    .sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  return byLength
    .filter(({ name }) => {
      const isNamed = rest.includes(name);
      rest = rest.replaceAll(name, '\u0000');
      return isNamed;
    })
    .map(({ index }) => index);
}
