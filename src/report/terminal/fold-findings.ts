import type { Finding } from './finding.ts';
import { KINDS } from './finding.ts';

/** One thing to tell, about one subject or about several that are alike. */
export interface Told {
  readonly lead: Finding;
  readonly findings: readonly Finding[];
}

/** Findings that read alike are told once; in the order of kinds, then as they came. */
export function foldFindings(findings: readonly Finding[]): readonly Told[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = likeness(finding);
    const group = groups.get(key);
    if (!group) groups.set(key, [finding]);
    // One subject that misses two rules of a kind is not two subjects.
    else if (group.some((known) => isOfSame(known, finding))) groups.set(`${key}${groups.size}`, [finding]);
    else group.push(finding);
  }
  const told = [...groups.values()].flatMap(([lead, ...rest]) =>
    lead ? [{ lead, findings: [lead, ...rest] }] : [],
  );
  return [...told].sort((one, other) => KINDS.indexOf(one.lead.kind) - KINDS.indexOf(other.lead.kind));
}

function isOfSame({ check: one }: Finding, { check: other }: Finding): boolean {
  return one.subject.path === other.subject.path && one.subject.item === other.subject.item;
}

/** Everything that a folded block says of all of its subjects at once. */
function likeness({ check, kind, words, unjudged, alsoFailed }: Finding): string {
  const { title, statement, remark, voided, clause, consequence } = words;
  return JSON.stringify([
    check.code,
    kind,
    check.result,
    title,
    statement,
    remark,
    voided,
    clause,
    consequence,
    unjudged,
    alsoFailed,
  ]);
}
