import { itemValues, titleOf, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';

/** A value that all works share, or the first one's with 等: 张三等, 秋叶等2件. */
export function sharedValues(works: readonly Numbered[], variables: readonly string[]): Values {
  const each = works.map((work) => itemValues(work, variables));
  const [first = {}] = each;
  const [work] = works;
  const shared = Object.entries(first).map(([variable, value]): readonly [string, string | undefined] => {
    if (value === undefined || each.every((other) => other[variable] === value)) return [variable, value];
    return [variable, variable === 'seq' ? `${value}-${each.at(-1)?.['seq'] ?? ''}` : `${value}等`];
  });
  return {
    ...Object.fromEntries<string | undefined>(shared),
    ...(work && { title: titleOf(work.item) + manyMark(works) }),
  };
}

/** Behind the first work's title. */
export function manyMark(works: readonly Numbered[]): string {
  return works.length > 1 ? `等${works.length}件` : '';
}
