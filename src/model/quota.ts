import type { PersonQuota, Quota } from './notice.ts';
import type { Ruled } from './ruled.ts';
import { boundsOf, type Range } from './range.ts';

/** A quota as it stands in a notice: of a unit, or of each person. */
export type AnyQuota = Quota | PersonQuota;

export function isPerPerson<Q extends AnyQuota>(quota: Ruled<Q>): quota is Ruled<Extract<Q, PersonQuota>> {
  return 'per' in quota.value;
}

export function isOfUnit<Q extends AnyQuota>(quota: Ruled<Q>): quota is Ruled<Exclude<Q, PersonQuota>> {
  return !isPerPerson(quota);
}

/** The unit that sends in, as far as it is known: its name, and its kind where the config says. */
export interface Unit {
  readonly org?: string;
  readonly unit?: string;
}

/**
 * What is asked of this unit: by its kind, where the notice tells kinds apart; undefined where nobody can tell which.
 * What all others are asked holds for a unit that is known to be another, never for one of which nothing is known.
 */
export function quotaOfUnit({ byUnit, ...others }: Quota, { org, unit }: Unit): Range | undefined {
  if (!byUnit) return others;
  if (org === undefined && unit === undefined) return undefined;
  const isMeant = (word: string) => word === unit || org?.includes(word) === true;
  const own = byUnit.find(({ units }) => units.some(isMeant));
  if (own) return own;
  const isSaid = others.min !== undefined || others.max !== undefined || others.about !== undefined;
  return isSaid ? others : undefined;
}

/** How many items at least and at most: whole ones, so “about 8” is 6 to 10. */
export function quotaRange(quota: Range | undefined): Range {
  if (quota?.about === undefined) return { ...quota };
  const [{ min = 0, max = Infinity } = {}] = boundsOf(quota);
  return { about: quota.about, min: Math.floor(min), max: Math.ceil(max) };
}
