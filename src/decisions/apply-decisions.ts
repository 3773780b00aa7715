import type { Check, Code, Result } from '../model/check.ts';
import type { Answer, Decided, Voided } from '../model/decision.ts';
import { categoryOf, placeOf } from '../model/check-place.ts';
import type { KeptDecision } from './kept-decision.ts';
import { answersTo } from '../model/may-decide.ts';

export interface DecisionBook {
  readonly decisions: readonly KeptDecision[];
  /** What the notice asks for in this check, in the words that decisions keep. */
  readonly askedOf: (check: Check) => string | undefined;
}

const RESULTS: Readonly<Record<Answer, Result>> = { yes: 'pass', no: 'fail', waive: 'skip' };

/**
 * The checks with every decision that still holds laid over them, and those that no longer do named. `digests`: what
 * the evidence of a check is now, for each check that `decisionFor` finds one for; undefined where it cannot be read.
 */
export function applyDecisions(
  checks: readonly Check[],
  book: DecisionBook,
  digests: ReadonlyMap<Check, string | undefined>,
): readonly Check[] {
  if (book.decisions.length === 0) return checks;
  const finder = createFinder(checks, book);
  return checks.map((check) => {
    const found = finder(check);
    return found ? settle(check, found, digests.get(check)) : check;
  });
}

/** The checks about which something was decided. */
export function decidedChecks(checks: readonly Check[], book: DecisionBook): readonly Check[] {
  if (book.decisions.length === 0) return [];
  const finder = createFinder(checks, book);
  return checks.filter((check) => finder(check)?.kind === 'same');
}

type Found = { readonly kind: 'same' | 'asked-changed'; readonly decision: KeptDecision };

/** A decision is about what was asked for then: where the notice asks for something else now, nobody has decided. */
function createFinder(checks: readonly Check[], { decisions, askedOf }: DecisionBook) {
  const byPlace = new Map<string, KeptDecision[]>();
  for (const decision of decisions) {
    const key = place(decision.code, decision.path, decision.category);
    byPlace.set(key, [...(byPlace.get(key) ?? []), decision]);
  }
  const asked = new Set(checks.map((check) => `${keyOfCheck(check)}\n${askedOf(check) ?? ''}`));
  return (check: Check): Found | undefined => {
    const known = byPlace.get(keyOfCheck(check)) ?? [];
    const same =
      known.findLast((one) => one.asked === askedOf(check)) ??
      known.findLast((one) => one.asked === undefined);
    if (same) return { kind: 'same', decision: same };
    const stale = known.findLast((one) => !asked.has(`${keyOfCheck(check)}\n${one.asked ?? ''}`));
    return stale && { kind: 'asked-changed', decision: stale };
  };
}

function keyOfCheck(check: Check): string {
  return place(check.code, placeOf(check), categoryOf(check));
}

function place(code: Code, path: string, category: string | undefined): string {
  return JSON.stringify([code, path.normalize('NFC'), category ?? '']);
}

function settle(check: Check, { kind, decision }: Found, digest: string | undefined): Check {
  const told = toldOf(decision);
  if (kind === 'asked-changed') return withVoided(check, { ...told, why: 'asked-changed' });
  if (digest === undefined) return withVoided(check, { ...told, why: 'unreadable' });
  if (digest !== decision.sha256) return withVoided(check, { ...told, why: 'file-changed' });
  return decidedBy(check, told);
}

/** The check with a person's word laid over it, where that word can settle it. */
export function decidedBy(check: Check, decision: Decided): Check {
  const { answer } = decision;
  return answersTo(check).includes(answer) ? { ...check, result: RESULTS[answer], decision } : check;
}

/** What has passed by itself needs no word that is lost. */
function withVoided(check: Check, voided: Voided): Check {
  return answersTo(check).length > 0 && check.result !== 'pass' ? { ...check, voided } : check;
}

function toldOf({ answer, by, date, note }: KeptDecision): Decided {
  return { answer, by, date, ...(note !== undefined && { note }) };
}
