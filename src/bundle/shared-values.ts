import { itemValues, titleOf, type Values } from './name-values.ts';
import type { Numbered } from './sequence.ts';

/** What stands behind the first title for all the others: 等3件. */
export function andOthers(works: readonly Numbered[]): string {
  return works.length > 1 ? `等${works.length}件` : '';
}

/** Of all works together: a value that they share, or the first one's with 等. */
export function sharedValues(works: readonly Numbered[]): Values {
  const each = works.map(itemValues);
  const [first = {}] = each;
  const shared = Object.entries(first).map(([variable, value]) => {
    if (value === undefined || each.every((other) => other[variable] === value)) return [variable, value];
    return [variable, variable === 'seq' ? `${value}-${each.at(-1)?.['seq'] ?? ''}` : `${value}等`];
  });
  const [work] = works;
  return {
    ...(Object.fromEntries(shared) as Values),
    ...(work && { title: titleOf(work.item) + andOthers(works) }),
  };
}
