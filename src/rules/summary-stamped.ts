import { tableScans } from '../model/table-scans.ts';
import { finding, type CategoryCase, type Rule } from './rule.ts';

/**
 * The stamped scan of the 汇总表 lies among the materials, where the notice wants one. At most a *should*, as with the
 * forms: the table is made when the bundle is, and only then can it be stamped. No mail goes without it.
 */
export const summaryStamped: Rule<CategoryCase> = ({ notice, category, items, materials }) => {
  const rule = category.summary;
  if (rule?.value.stamped !== true || items.length === 0) return [];
  const { name, annex } = rule.value;
  const there = tableScans(category, notice.categories, materials).length;
  const level = rule.level === 'must' ? 'should' : rule.level;
  const args = { form: name, ...(annex !== undefined && { annex }), copy: 'stamped', table: true } as const;
  const result = there > 0 ? 'pass' : 'fail';
  return [finding('form.missing', { ...rule, level }, { category: category.id }, result, args)];
};
