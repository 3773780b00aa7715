import type { Check, Result } from '../model/check.ts';
import type { Level } from '../model/ruled.ts';
import { quotaOfUnit, quotaRange } from '../model/quota.ts';
import { scopeOfCategory, type QuotaScope } from './quota-scope.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

export const quotaMin: Rule<CategoryCase> = (input) => judgeFewest(scopeOfCategory(input), input);

/**
 * An empty category is no failure of what is there: skipped with the days left; a failed *should* once its last day
 * has passed; a failed *must* when everything has to be there (`--complete`).
 */
export function judgeFewest(scope: QuotaScope, input: Case): readonly Check[] {
  const { categories, subject, actual, unsorted, daysLeft } = scope;
  const known = scope.quotas.map((quota) => ({ quota, own: quotaOfUnit(quota.value, input) }));
  const found = known.flatMap(({ quota, own }) => {
    const { min, about } = quotaRange(own);
    if (min === undefined) return [];
    const { result, level } = weigh(scope, input, min, quota.level);
    return [
      finding('quota.min', { ...quota, level }, subject, result, {
        categories,
        min,
        actual,
        unsorted,
        ...(about !== undefined && { about }),
        ...(daysLeft !== undefined && { daysLeft }),
      }),
    ];
  });
  const [open] = known.filter(({ own }) => !own);
  if (!open || (actual === 0 && !input.complete)) return found;
  // How many are asked for depends on what kind of unit it is, and that is not known.
  const units = known.flatMap(({ own, quota }) =>
    own ? [] : (quota.value.byUnit ?? []).flatMap((kind) => kind.units),
  );
  const args = { categories, units: [...new Set(units)], actual };
  return [...found, finding('quota.unit', open.quota, subject, 'unknown', args)];
}

/** Too few, unless works of no category yet may belong here. */
function weigh(
  { actual, unsorted, daysLeft }: QuotaScope,
  { complete }: Case,
  min: number,
  level: Level,
): { result: Result; level: Level } {
  const result = actual >= min ? 'pass' : actual + unsorted >= min ? 'unknown' : 'fail';
  if (result === 'pass') return { result, level };
  if (complete) return { result, level: 'must' };
  if (actual > 0) return { result, level };
  return daysLeft !== undefined && daysLeft < 0 ? { result, level: 'should' } : { result: 'skip', level };
}
