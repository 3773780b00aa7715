import { quotaOfUnit, quotaRange } from '../model/quota.ts';
import { finding, type CategoryCase, type Rule } from './rule.ts';

export const quotaMax: Rule<CategoryCase> = (input) => {
  const { category, items } = input;
  const { quota } = category;
  if (!quota || items.length === 0) return [];
  const own = quotaOfUnit(quota.value, input);
  if (!own) return [];
  const { max, about } = quotaRange(own);
  if (max === undefined) return [];
  const result = items.length <= max ? 'pass' : 'fail';
  return [
    finding('quota.max', quota, { category: category.id }, result, {
      category: category.name,
      max,
      actual: items.length,
      ...(about !== undefined && { about }),
    }),
  ];
};
