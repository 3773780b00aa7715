import type { Alternative } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { Category } from '../model/notice.ts';
import { isRole } from '../model/format.ts';
import { within } from '../model/range.ts';
import { partsOf } from './item-parts.ts';
import { finding, subjectOfItem, type ItemCase, type Rule } from './rule.ts';

/** Either this or that: how many of the alternatives an item has. */
export const itemChoice: Rule<ItemCase> = ({ category, item }) => {
  if (!category) return [];
  return category.choices.map((rule) => {
    const { of, ...range } = rule.value;
    const alternatives = of.map((ids) => alternative(ids, item, category));
    const actual = alternatives.filter(({ there }) => there).length;
    const result = within(range, actual) ? 'pass' : 'fail';
    return finding('item.choice', rule, subjectOfItem(item), result, { alternatives, range, actual });
  });
};

function alternative(ids: readonly string[], item: Item, category: Category): Alternative {
  const kinds = ids.flatMap((id) => kindOf(id, item, category) ?? []);
  return {
    kinds: kinds.map(({ role, name }) => ({ role, ...(name !== undefined && { name }) })),
    there: kinds.length > 0 && kinds.every(({ there }) => there),
  };
}

function kindOf(id: string, item: Item, category: Category) {
  const rule = category.parts.find(({ value }) => value.named?.id === id)?.value;
  if (rule?.named) {
    const there = partsOf(item, rule.role, rule.named, category).length > 0;
    return { role: rule.role, name: rule.named.name, there };
  }
  if (!isRole(id)) return undefined;
  return { role: id, name: undefined, there: partsOf(item, id, undefined, category).length > 0 };
}
