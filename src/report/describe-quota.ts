import type { GroupQuota, Notice, Quota } from '../model/notice.ts';
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

/** `微电影、微视频合计 3–5 件（必须，…）`. */
export function groupQuotaRows({ quotas, categories }: Notice, words: NoticeWords): readonly Row[] {
  return quotas.map((quota, index): Row => {
    const text = `${together(quota, categories, words)}${words.colon}${describeQuota(quota, words)}`;
    return { indent: 2, label: index === 0 ? words.labels.quota : '', text: visible(text) };
  });
}

function together(
  { value: { of } }: Ruled<GroupQuota>,
  categories: Notice['categories'],
  words: NoticeWords,
): string {
  const names = categories.filter(({ id }) => of.includes(id)).map(({ name }) => name);
  return words.together(names.length === categories.length ? undefined : names.join(words.comma));
}
