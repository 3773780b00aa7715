import type { Check } from '../model/check.ts';
import { quotaOfUnit, quotaRange } from '../model/quota.ts';
import { scopeOfCategory, type QuotaScope } from './quota-scope.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

export const quotaMax: Rule<CategoryCase> = (input) => judgeMost(scopeOfCategory(input), input);

/** A work of no category yet may be the one too many. */
export function judgeMost(scope: QuotaScope, input: Case): readonly Check[] {
  const { quotas, categories, subject, actual, unsorted } = scope;
  if (actual === 0) return [];
  return quotas.flatMap((quota) => {
    const own = quotaOfUnit(quota.value, input);
    const { max, about } = quotaRange(own);
    if (max === undefined) return [];
    const result = actual > max ? 'fail' : actual + unsorted > max ? 'unknown' : 'pass';
    const args = { categories, max, actual, unsorted, ...(about !== undefined && { about }) };
    return [finding('quota.max', quota, subject, result, args)];
  });
}
