import type { Subject } from '../model/check.ts';
import { daysBetween } from '../model/calendar-date.ts';
import type { Category, Quota } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import type { Item } from '../model/materials.ts';
import type { Case, CategoryCase } from './rule.ts';

/** What is counted together: the works of one category, or of several that have a quota between them. */
export interface QuotaScope {
  readonly quotas: readonly Ruled<Quota>[];
  readonly categories: readonly string[];
  readonly subject: Subject;
  readonly actual: number;
  /** Works of no category yet, any of which may belong here. */
  readonly unsorted: number;
  /** Until the last due date; negative when past. */
  readonly daysLeft?: number;
}

export function scopeOfCategory(input: CategoryCase): QuotaScope {
  const { category } = input;
  return { ...countIn([category], input), quotas: category.quota, subject: { category: category.id } };
}

export function scopesOfGroups(input: Case): readonly QuotaScope[] {
  const { categories, quotas } = input.notice;
  return quotas.map((rule) => {
    const meant = categories.filter(({ id }) => rule.value.of.includes(id));
    return { ...countIn(meant, input), quotas: [rule], subject: {} };
  });
}

function countIn(categories: readonly Category[], { materials, date }: Case) {
  const ids = new Set(categories.map(({ id }) => id));
  const { items } = materials;
  const last = categories
    .flatMap(({ deadlines }) => deadlines.map(({ on }) => on))
    .sort()
    .at(-1);
  const isOpen = categories.some(({ allYear }) => allYear !== undefined);
  return {
    categories: categories.map(({ name }) => name),
    actual: items.filter(({ category }) => category !== undefined && ids.has(category)).length,
    unsorted: items.filter((item) => mayBelong(item, ids)).length,
    ...(last !== undefined && !isOpen && { daysLeft: daysBetween(date, last) }),
  };
}

/** A work of no category yet that may be of one of these. */
export function mayBelong({ category, candidates }: Item, ids: ReadonlySet<string>): boolean {
  return category === undefined && (candidates?.some((id) => ids.has(id)) ?? true);
}
