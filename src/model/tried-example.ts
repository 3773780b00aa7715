import type { Verdict } from './verdict.ts';

/** How an example of a notice turned out. As said where nothing is surprising and nothing missing. */
export interface TriedExample {
  /** As the notice names it. */
  readonly folder: string;
  readonly expects: 'pass' | 'fail';
  readonly verdict: Verdict;
  /** Codes of musts that failed, or stayed undecided, without being announced. */
  readonly surprising: readonly string[];
  /** Codes that were to fail and did not; `any`: something was to fail, nothing did. */
  readonly missing: readonly string[];
}

export function turnedOutAsSaid({ surprising, missing }: TriedExample): boolean {
  return surprising.length === 0 && missing.length === 0;
}
