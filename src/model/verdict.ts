import type { Code, Result } from './check.ts';
import type { Level } from './ruled.ts';

export type Verdict = 'pass' | 'fail' | 'unsettled';

/** The part of a check that decides. */
export interface Weighed {
  readonly code: Code;
  readonly level: Level;
  readonly result: Result;
}

/**
 * From the *must* checks alone; with `strict` from the *should* checks too. A hand step never counts, an
 * attestation only where the notice makes it a must. Nothing checked is nothing passed.
 */
export function verdictOf(checks: readonly Weighed[], strict: boolean): Verdict {
  const decisive = checks.filter((check) => decides(check, strict));
  if (decisive.some((check) => check.result === 'fail')) return 'fail';
  if (decisive.some((check) => check.result === 'unknown')) return 'unsettled';
  return decisive.some((check) => check.result === 'pass') ? 'pass' : 'unsettled';
}

export function decides(check: Weighed, strict: boolean): boolean {
  if (check.code === 'manual') return false;
  return isDecisive(check.level, strict) && (check.level === 'must' || check.code !== 'attest');
}

/** Whether rules of this level count for the verdict: what does has to be looked at, or is unknown. */
export function isDecisive(level: Level, strict: boolean): boolean {
  return level === 'must' || (strict && level === 'should');
}
