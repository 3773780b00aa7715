import { finding, type CategoryCase, type Rule } from './rule.ts';
import { quotaRange } from './quota-range.ts';

export const quotaMax: Rule<CategoryCase> = ({ category, items }) => {
  const { quota } = category;
  const { max, about } = quotaRange(quota?.value);
  if (!quota || max === undefined || items.length === 0) return [];
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
