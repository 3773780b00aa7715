import type { Clause, Level, Ruled } from '../model/ruled.ts';
import type { Range } from '../model/range.ts';
import type { Stated } from './stated.ts';

/** What holds for the rules of a block that do not say otherwise. */
export interface Defaults {
  /** Id of the notice that speaks. */
  readonly notice: string;
  readonly level: Level;
  readonly section?: string;
}

interface BlockWeight {
  readonly level?: Level;
  readonly clause?: string;
}

/** The defaults inside a block that names its own level or section. */
export function within(outer: Defaults, block: BlockWeight): Defaults {
  return {
    ...outer,
    ...(block.level !== undefined && { level: block.level }),
    ...(block.clause !== undefined && { section: block.clause }),
  };
}

/** A stated rule with its weight and source; `null` and absence stay what they are. */
export function weigh<T>(rule: Stated<T>, defaults: Defaults): Ruled<T>;
export function weigh<T>(rule: Stated<T> | null | undefined, defaults: Defaults): Ruled<T> | null | undefined;
export function weigh<T>(
  rule: Stated<T> | null | undefined,
  defaults: Defaults,
): Ruled<T> | null | undefined {
  if (rule === null || rule === undefined) return rule;
  return {
    value: rule.value,
    level: rule.level ?? defaults.level,
    clause: clauseOf(rule.section, defaults),
    ...(rule.consequence !== undefined && { consequence: rule.consequence }),
  };
}

export function weighAll<T>(
  rules: readonly Stated<T>[] | null | undefined,
  defaults: Defaults,
): readonly Ruled<T>[] | null | undefined {
  return rules?.map((rule) => weigh(rule, defaults)) ?? (rules === null ? null : undefined);
}

/** What is only about so much (左右) is advice, unless the notice itself makes it more. */
export function weighRange<R extends Range>(rule: Stated<R>, defaults: Defaults): Ruled<R>;
export function weighRange<R extends Range>(
  rule: Stated<R> | null | undefined,
  defaults: Defaults,
): Ruled<R> | null | undefined;
export function weighRange<R extends Range>(
  rule: Stated<R> | null | undefined,
  defaults: Defaults,
): Ruled<R> | null | undefined {
  const soft = rule?.value.about !== undefined && defaults.level === 'must';
  return weigh(rule, soft ? { ...defaults, level: 'should' } : defaults);
}

export function weighRanges<R extends Range>(
  rules: readonly Stated<R>[] | null | undefined,
  defaults: Defaults,
): readonly Ruled<R>[] | null | undefined {
  return rules?.map((rule) => weighRange(rule, defaults)) ?? (rules === null ? null : undefined);
}

export function clauseOf(section: string | undefined, defaults: Defaults): Clause {
  const said = section ?? defaults.section;
  return { notice: defaults.notice, ...(said !== undefined && { section: said }) };
}
