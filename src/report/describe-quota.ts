import type { Notice, PersonQuota, Quota } from '../model/notice.ts';
import type { Range } from '../model/range.ts';
import type { Ruled } from '../model/ruled.ts';
import type { Row } from './describe-notice-rows.ts';
import { describeCount, describeWeight } from './describe-notice-rules.ts';
import type { NoticeWords } from './describe-notice-words.ts';
import { visible } from './show-name.ts';

/** `马克思主义学院 3–5 件；其他单位 1 件（必须，…）`. */
export function describeQuota(quota: Ruled<Quota>, words: NoticeWords): string {
  const { byUnit = [], ...others } = quota.value;
  const count = (range: Range) =>
    range.about === undefined
      ? describeCount(range, words.values.items, words.language)
      : words.about(range.about);
  const own = byUnit.map(({ units, ...range }) => `${units.join(words.comma)} ${count(range)}`);
  const isSaid = [others.min, others.max, others.about].some((bound) => bound !== undefined);
  const rest = isSaid ? [(own.length > 0 ? words.others : '') + count(others)] : [];
  return [...own, ...rest].join(words.semicolon) + describeWeight(quota, words, 'program');
}

/** `每位作者不超过 2 件（必须，…）`. */
export function describePersonQuota(quota: Ruled<PersonQuota>, words: NoticeWords): string {
  const { per, max, count } = quota.value;
  return words.perPerson(per, max, count) + describeWeight(quota, words, 'program');
}

/** `微电影、微视频合计：3–5 件（必须，…）`. */
export function groupQuotaRows(
  { quotas, perPerson, categories }: Notice,
  words: NoticeWords,
): readonly Row[] {
  const lineOf = ({ of }: Group, text: string) => together(of, categories, words) + words.colon + text;
  const lines = [
    ...quotas.map((quota) => lineOf(quota.value, describeQuota(quota, words))),
    ...perPerson.map((quota) => lineOf(quota.value, describePersonQuota(quota, words))),
  ];
  return lines.map((line, index): Row => {
    return { indent: 2, label: index === 0 ? words.labels.quota : '', text: visible(line) };
  });
}

interface Group {
  readonly of: readonly string[];
}

function together(of: readonly string[], categories: Notice['categories'], words: NoticeWords): string {
  const names = categories.filter(({ id }) => of.includes(id)).map(({ name }) => name);
  return words.together(names.length === categories.length ? undefined : names.join(words.comma));
}
