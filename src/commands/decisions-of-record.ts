import path from 'node:path';
import { decidedBy } from '../decisions/apply-decisions.ts';
import type { BundledDecision, BundleManifest } from '../model/bundle.ts';
import type { Check } from '../model/check.ts';
import type { Judgement } from '../model/report.ts';
import { visible } from '../report/show-name.ts';
import { withChecks } from './check.ts';

/**
 * A judgement of what lies in a bundle, with the decisions that its record tells: the bundle is proven unchanged, so
 * they still are about these bytes.
 */
export function withRecordedDecisions(judgement: Judgement, { decisions = [] }: BundleManifest): Judgement {
  if (decisions.length === 0) return judgement;
  const checks = judgement.checks.map((check) => {
    const found = decisions.find((decision) => isAbout(decision, check));
    if (!found) return check;
    const { answer, by, date, note } = found;
    return decidedBy(check, { answer, by, date, ...(note !== undefined && { note }) });
  });
  return withChecks(judgement, checks);
}

function isAbout({ code, about, name, path: place }: BundledDecision, check: Check): boolean {
  if (code !== check.code) return false;
  if (check.code === 'attest' || check.code === 'manual') return about === visible(check.args.text);
  const { path: file, item } = check.subject;
  if (file !== undefined)
    return name !== undefined && path.posix.basename(file) === path.posix.basename(name);
  return place === undefined ? item === undefined : place === item;
}
