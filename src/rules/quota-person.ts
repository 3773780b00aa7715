import type { Check, Subject } from '../model/check.ts';
import type { Item } from '../model/materials.ts';
import type { Category, PersonQuota } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { personsOf, type NamedPersons } from './persons.ts';
import { mayBelong } from './quota-scope.ts';
import { finding, type Case, type CategoryCase, type Rule } from './rule.ts';

/** In how many works of this category one person has a part. */
export const quotaPerson: Rule<CategoryCase> = (input) => {
  const { category } = input;
  return category.perPerson.flatMap((rule) => judge(rule, [category], { category: category.id }, input));
};

/** The same over several categories. */
export const quotaPersonTogether: Rule<Case> = (input) => {
  const { categories, perPerson } = input.notice;
  return perPerson.flatMap((rule) => {
    const meant = categories.filter(({ id }) => rule.value.of.includes(id));
    return judge(rule, meant, {}, input);
  });
};

/** A work and who stands on it. */
interface Work {
  readonly item: Item;
  readonly persons: NamedPersons;
}

/** A finding for everybody who has too many; one for all others, open as long as one of them may have. */
function judge(
  rule: Ruled<PersonQuota>,
  categories: readonly Category[],
  subject: Subject,
  { materials }: Case,
): readonly Check[] {
  const { value } = rule;
  const ids = new Set(categories.map(({ id }) => id));
  const works = materials.items.map((item): Work => ({ item, persons: personsOf(item, value.per) }));
  const here = works.filter(({ item: { category } }) => category !== undefined && ids.has(category));
  if (here.length === 0) return [];
  const strays = works.filter(({ item }) => mayBelong(item, ids));
  const unsaid = here.filter(({ persons }) => persons.more);

  const counted = tallyOf(here).map((tally) => ({ ...tally, actual: amount(tally.own, value) }));
  const [over, rest] = [counted.filter(isOver(value)), counted.filter((tally) => !isOver(value)(tally))];
  const most = rest.map((tally) => mostOf(tally, unsaid, strays, value));
  // Whoever is named nowhere may stand on all that name nobody.
  const open = [...most, mostOf(NOBODY, unsaid, strays, value)].some(
    (figure) => Math.min(figure, value.count === 'works' ? figure : categories.length) > value.max,
  );
  const asked = { ...value, categories: categories.map(({ name }) => name) };
  const found = over.map(({ name: person, own, actual }) => {
    const args = { ...asked, person, actual, works: titles(own), unsaid: [] };
    return finding('quota.person', rule, subject, 'fail', args);
  });
  if (found.length > 0 && !open) return found;
  const told = finding('quota.person', rule, subject, open ? 'unknown' : 'pass', {
    ...asked,
    actual: Math.max(0, ...rest.map(({ actual }) => actual)),
    works: [],
    unsaid: titles(unsaid),
    ...(strays.length > 0 && { unsorted: strays.length }),
  });
  return [...found, told];
}

interface Tally {
  readonly key: string;
  readonly name: string;
  readonly own: readonly Work[];
}

const NOBODY: Tally = { key: '', name: '', own: [] };

function isOver({ max }: PersonQuota) {
  return ({ actual }: { readonly actual: number }) => actual > max;
}

/** What it comes to if every work that does not say whose it is were this person’s, too. */
function mostOf(
  { key, own }: Tally,
  unsaid: readonly Work[],
  strays: readonly Work[],
  asked: PersonQuota,
): number {
  const others = strays.filter(({ persons }) => persons.more || persons.names.has(key));
  return amount([...new Set([...own, ...unsaid])], asked) + others.length;
}

function titles(works: readonly Work[]): readonly string[] {
  return works.map(({ item }) => item.title);
}

/** Everybody who is named, with the works that name them. */
function tallyOf(works: readonly Work[]): readonly Tally[] {
  const tallies = new Map<string, Tally>();
  for (const work of works) {
    for (const [key, name] of work.persons.names) {
      const { own = [], ...known } = tallies.get(key) ?? { key, name };
      tallies.set(key, { ...known, own: [...own, work] });
    }
  }
  return [...tallies.values()];
}

function amount(works: readonly Work[], { count }: PersonQuota): number {
  return count === 'works' ? works.length : new Set(works.map(({ item }) => item.category)).size;
}
