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
  const unclear = unclearOf(here, strays);
  const counted = tallyOf(here).map((tally) => ({ ...tally, actual: amount(tally.own, value) }));
  const over = counted.filter(({ actual }) => actual > value.max);
  const rest = counted.filter(({ actual }) => actual <= value.max);
  // Whoever is named nowhere may stand on all that name nobody.
  const open = [...rest, NOBODY].some(
    (tally) => mostOf(tally, unclear, value, categories.length) > value.max,
  );
  const asked = { ...value, categories: categories.map(({ name }) => name) };
  const found = over.map(({ name: person, own, actual }) => {
    const args = { ...asked, person, actual, works: titles(own), unsaid: [] };
    return finding('quota.person', rule, subject, 'fail', args);
  });
  if (found.length > 0 && !open) return found;
  const told = finding('quota.person', rule, subject, open ? 'unknown' : 'pass', {
    ...asked,
    actual: rest.reduce((most, { actual }) => Math.max(most, actual), 0),
    works: [],
    unsaid: titles(unclear.unsaid),
    ...(unclear.strays > 0 && { unsorted: unclear.strays }),
  });
  return [...found, told];
}

/** Somebody, and the works that name them. */
interface Tally {
  readonly key: string;
  readonly name: string;
  readonly own: readonly Work[];
}

const NOBODY: Tally = { key: '', name: '', own: [] };

/** Works that may be anybody’s, or of another category. */
interface Unclear {
  readonly unsaid: readonly Work[];
  /** Their categories. */
  readonly unsaidIn: ReadonlySet<string | undefined>;
  readonly strays: number;
  /** Of these, those that may be anybody’s; and how many of the others name somebody, by key. */
  readonly anybodys: number;
  readonly named: ReadonlyMap<string, number>;
}

function unclearOf(here: readonly Work[], strays: readonly Work[]): Unclear {
  const named = new Map<string, number>();
  for (const { persons } of strays) {
    if (persons.more) continue;
    for (const key of persons.names.keys()) named.set(key, (named.get(key) ?? 0) + 1);
  }
  const isAnybodys = ({ persons }: Work) => persons.more;
  const unsaid = here.filter(isAnybodys);
  return {
    unsaid,
    unsaidIn: categoriesOf(unsaid),
    strays: strays.length,
    anybodys: strays.filter(isAnybodys).length,
    named,
  };
}

/** What it comes to if every work that does not say whose it is were this person’s, too. `kinds`: of categories. */
function mostOf(
  { key, own }: Tally,
  { unsaid, unsaidIn, anybodys, named }: Unclear,
  asked: PersonQuota,
  kinds: number,
): number {
  const others = anybodys + (named.get(key) ?? 0);
  if (asked.count === 'works') {
    const sure = own.filter(({ persons }) => !persons.more).length;
    return sure + unsaid.length + others;
  }
  const reached = new Set([...categoriesOf(own), ...unsaidIn]);
  return Math.min(kinds, reached.size + others);
}

function titles(works: readonly Work[]): readonly string[] {
  return works.map(({ item }) => item.title);
}

function tallyOf(works: readonly Work[]): readonly Tally[] {
  const tallies = new Map<string, { key: string; name: string; own: Work[] }>();
  for (const work of works) {
    for (const [key, name] of work.persons.names) {
      const known = tallies.get(key);
      if (known) known.own.push(work);
      else tallies.set(key, { key, name, own: [work] });
    }
  }
  return [...tallies.values()];
}

function amount(works: readonly Work[], { count }: PersonQuota): number {
  return count === 'works' ? works.length : categoriesOf(works).size;
}

function categoriesOf(works: readonly Work[]): ReadonlySet<string | undefined> {
  return new Set(works.map(({ item }) => item.category));
}
