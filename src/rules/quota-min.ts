import type { Check, Result } from '../model/check.ts';
import { daysBetween } from '../model/calendar-date.ts';
import type { Quota } from '../model/notice.ts';
import type { Level, Ruled } from '../model/ruled.ts';
import { quotaOfUnit, quotaRange } from '../model/quota.ts';
import { finding, type CategoryCase, type Rule } from './rule.ts';

/**
 * An empty category is no failure of what is there: skipped with the days left; a failed *should* once its last day
 * has passed; a failed *must* when everything has to be there (`--complete`).
 */
export const quotaMin: Rule<CategoryCase> = (input) => {
  const { category, items, date } = input;
  const { quota } = category;
  if (!quota) return [];
  const own = quotaOfUnit(quota.value, input);
  if (!own) return unknownUnit(input, quota);
  const { min, about } = quotaRange(own);
  if (min === undefined) return [];
  const last = category.deadlines
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const daysLeft = last === undefined ? undefined : daysBetween(date, last);
  const { result, level } = weigh(input, min, quota.level, daysLeft);
  return [
    finding('quota.min', { ...quota, level }, { category: category.id }, result, {
      category: category.name,
      min,
      actual: items.length,
      ...(about !== undefined && { about }),
      ...(daysLeft !== undefined && { daysLeft }),
    }),
  ];
};

/** How many are asked for depends on what kind of unit it is, and that is not known. */
function unknownUnit({ category, items, complete }: CategoryCase, quota: Ruled<Quota>): readonly Check[] {
  if (items.length === 0 && !complete) return [];
  return [
    finding('quota.unit', quota, { category: category.id }, 'unknown', {
      category: category.name,
      units: (quota.value.byUnit ?? []).flatMap(({ units }) => units),
      actual: items.length,
    }),
  ];
}

function weigh(
  { items, complete }: CategoryCase,
  min: number,
  level: Level,
  daysLeft: number | undefined,
): { result: Result; level: Level } {
  if (items.length >= min) return { result: 'pass', level };
  if (complete) return { result: 'fail', level: 'must' };
  if (items.length > 0) return { result: 'fail', level };
  return daysLeft !== undefined && daysLeft < 0
    ? { result: 'fail', level: 'should' }
    : { result: 'skip', level };
}
