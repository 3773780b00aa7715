import type { Check } from '../model/check.ts';
import type { Role } from '../model/format.ts';
import type { Item, Part } from '../model/materials.ts';
import type { Category, NamedPart } from '../model/notice.ts';
import { namedPartOf } from '../model/part-rules.ts';
import { within } from '../model/range.ts';
import { finding, subjectOfItem, type ItemCase, type Rule, type Source } from './rule.ts';

/** How many parts of each kind an item has, and whether it has any that the category does not take. */
export const itemParts: Rule<ItemCase> = (input) => {
  const { category } = input;
  return category ? [...counted(input, category), ...unexpected(input, category)] : [];
};

function counted({ item }: ItemCase, category: Category): readonly Check[] {
  return category.parts
    .filter(({ value }) => value.role !== 'photo' || value.named)
    .map((rule) => {
      const { role, named, ...range } = rule.value;
      const actual = partsOf(item, role, named, category).length;
      const result = within(range, actual) ? 'pass' : 'fail';
      return finding('item.parts', rule, subjectOfItem(item), result, {
        role,
        ...(named && { name: named.name, words: named.words }),
        range,
        actual,
        unexpected: false,
      });
    });
}

/** Parts with a name of their own do not count among the others of their role. */
export function partsOf(
  { parts }: Item,
  role: Role,
  named: NamedPart | undefined,
  category: Category,
): readonly Part[] {
  return parts.filter((part) => part.role === role && namedPartOf(part, category)?.id === named?.id);
}

/** Beside what a category takes, these may always lie: they serve another part. */
const COMPANIONS: readonly Role[] = ['subtitles', 'form', 'scan', 'other'];
const ADVICE: Source = { level: 'should' };

function unexpected({ item }: ItemCase, category: Category): readonly Check[] {
  const roles = new Set(item.parts.map(({ role }) => role));
  return [...roles]
    .filter((role) => !category.accepts.includes(role) && !COMPANIONS.includes(role))
    .map((role) => {
      const actual = item.parts.filter((part) => part.role === role).length;
      return finding('item.parts', ADVICE, subjectOfItem(item), 'fail', {
        role,
        range: { max: 0 },
        actual,
        unexpected: true,
      });
    });
}
