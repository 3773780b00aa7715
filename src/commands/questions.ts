import { categoryOf, evidenceOf, placeOf } from '../model/check-place.ts';
import { answersTo } from '../model/may-decide.ts';
import type { Check } from '../model/check.ts';
import type { Answer } from '../model/decision.ts';
import { decides } from '../model/verdict.ts';
import { askedText } from '../report/asked-text.ts';
import type { Judged } from './check.ts';

/** One check that a person may decide about. */
export interface Question {
  /** As it stands without a decision. */
  readonly check: Check;
  /** What the record calls its place. */
  readonly place: string;
  readonly category?: string;
  readonly asked?: string;
  readonly answers: readonly Answer[];
  /** Files it is about, by path. */
  readonly evidence: readonly string[];
}

export function questionOf(check: Check, { judgement }: Pick<Judged, 'judgement'>): Question {
  const category = categoryOf(check);
  const asked = askedText(check);
  return {
    check,
    place: placeOf(check),
    ...(category !== undefined && { category }),
    ...(asked !== undefined && { asked }),
    answers: answersTo(check),
    evidence: evidenceOf(check, judgement.materials),
  };
}

export interface Waiting {
  readonly questions: readonly Question[];
  /** Checks that could not be judged for a reason of their own, which is to be mended first. */
  readonly blocked: number;
}

/**
 * Everything that waits for a person: first what the verdict waits for, files
 * before attestations, then the rest. What
 * follows from another check's trouble is not asked one by one.
 */
export function waitingIn(judged: Judged): Waiting {
  const open = judged.judgement.checks.filter(
    (check) => check.result === 'unknown' && answersTo(check).length > 0,
  );
  const { strict } = judged.judgement;
  const own = open.filter((check) => !isBlocked(check, judged));
  const ranked = [...own].sort((one, other) => rankOf(one, strict) - rankOf(other, strict));
  return {
    questions: ranked.map((check) => questionOf(check, judged)),
    blocked: open.length - own.length,
  };
}

/** What follows from another check's trouble, as long as nobody has let that pass. */
function isBlocked({ because, subject }: Check, { judgement }: Judged): boolean {
  if (because === undefined) return false;
  return !judgement.checks.some(
    ({ code, subject: other, decision }) => code === because && other.path === subject.path && decision,
  );
}

function rankOf(check: Check, strict: boolean): number {
  if (check.code === 'manual') return 3;
  if (!decides(check, strict)) return 2;
  return check.code === 'attest' ? 1 : 0;
}
