import { assignment, type Doubt, type DraftRule } from './draft-rule.ts';
import type { FoundCategories } from './find-categories.ts';
import { yamlOf, type Side, type Value } from './finding.ts';
import { isListed, pathOf } from './fits-schema.ts';

/** Of the rules for one place: those that can hold together, and those that cannot. */
export function partContradictions(
  rules: readonly DraftRule[],
  categories: FoundCategories,
): { readonly kept: readonly DraftRule[]; readonly contradicting: readonly Doubt[] } {
  const places = new Map<string, DraftRule[]>();
  for (const rule of rules) {
    const place = JSON.stringify([rule.scope, pathOf(rule.target, undefined)]);
    const known = places.get(place) ?? [];
    // A form is asked for wherever it is named, each time with something more.
    const isNew = !known.some((other) => yamlOf(other.value) === yamlOf(rule.value));
    if (isNew || rule.target.kind === 'form') known.push(rule);
    places.set(place, known);
  }
  const groups = [...places.values()].map(joined);
  return {
    kept: groups.filter((group) => !contradict(group)).flat(),
    contradicting: groups.filter(contradict).flatMap((group) =>
      group.map(({ target, value, sentence, scope }) => ({
        sentence,
        note: '和别处说的不一样，只留一条',
        readings: [assignment(target, value, scope, categories)],
      })),
    ),
  };
}

/** 不少于2件, 不多于4件: where a place takes one range, its two ends are one. */
function joined(group: readonly DraftRule[]): readonly DraftRule[] {
  const [first, second, ...more] = group;
  if (!first || !second || more.length > 0 || isListed(first.target)) return group;
  const [one, other] = [first.value, second.value];
  if (one.kind !== 'range' || other.kind !== 'range' || one.level !== other.level) return group;
  const sides = { ...one.sides, ...other.sides };
  // What can be said of a place is a count.
  const isWhole = Object.keys(sides).length === 2 && Number(sides.min) <= Number(sides.max);
  return isWhole && !sidesOf(one).some((side) => sidesOf(other).includes(side))
    ? [{ ...first, value: { ...one, sides } }]
    : group;
}

function contradict(group: readonly DraftRule[]): boolean {
  const [first] = group;
  if (!first || group.length === 1) return false;
  if (['mailbox', 'attestation', 'step', 'form'].includes(first.target.kind)) return false;
  if (first.target.kind === 'category' && first.target.key === 'deadlines') return false;
  if (!isListed(first.target)) return true;
  const sides = group.flatMap(({ value }) => sidesOf(value));
  return new Set(sides).size < sides.length;
}

/** Up to an end, or short of it: the same end. */
const ENDS: Readonly<Partial<Record<Side, Side>>> = { over: 'min', under: 'max' };

/** Two limits of the same side and weight cannot both be meant. */
function sidesOf(value: Value): readonly string[] {
  if (value.kind === 'raw') return ['raw'];
  const sides = Object.keys(value.sides) as readonly Side[];
  const of = [value.of ?? [], value.per ?? [], value.count ?? []].flat().join(' ');
  return sides.map(
    (side) => `${of} ${ENDS[side] ?? side} ${value.level ?? (side === 'about' ? 'should' : 'must')}`,
  );
}
