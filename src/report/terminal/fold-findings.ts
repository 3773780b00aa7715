import type { Finding } from './finding.ts';
import { KINDS } from './finding.ts';

/** One thing to tell, about one subject or about several that are alike. */
export interface Told {
  readonly lead: Finding;
  readonly findings: readonly Finding[];
}

interface Group {
  readonly findings: Finding[];
  readonly subjects: Set<string>;
}

/** Findings that read alike are told once; in the order of kinds, then as they came. */
export function foldFindings(findings: readonly Finding[]): readonly Told[] {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const [key, subject] = [likeness(finding), subjectOf(finding)];
    const group = groups.get(key);
    // One subject that misses two rules of a kind is not two subjects.
    if (group && !group.subjects.has(subject)) {
      group.findings.push(finding);
      group.subjects.add(subject);
    } else groups.set(group ? `${key}${groups.size}` : key, newGroup(finding, subject));
  }
  const told = [...groups.values()].flatMap(({ findings: [lead, ...rest] }) =>
    lead ? [{ lead, findings: [lead, ...rest] }] : [],
  );
  return [...told].sort((one, other) => KINDS.indexOf(one.lead.kind) - KINDS.indexOf(other.lead.kind));
}

function newGroup(finding: Finding, subject: string): Group {
  return { findings: [finding], subjects: new Set([subject]) };
}

/** What it is about, as an opaque string. */
function subjectOf({ check: { subject } }: Finding): string {
  return JSON.stringify([subject.path, subject.item]);
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
