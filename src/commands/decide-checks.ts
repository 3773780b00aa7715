import path from 'node:path';
import { hashFile } from '../bundle/hash-file.ts';
import { applyDecisions, decidedChecks, type DecisionBook } from '../decisions/apply-decisions.ts';
import { evidenceOf } from '../model/check-place.ts';
import { digestOfAll } from '../decisions/digest-of-all.ts';
import type { KeptDecision } from '../decisions/kept-decision.ts';
import type { Check } from '../model/check.ts';
import type { Materials } from '../model/materials.ts';
import type { FactCache } from './fact-cache.ts';
import { askedText } from '../report/asked-text.ts';
import { FileError, type System } from '../system/system.ts';

/** Materials as they were found, with the digests that are known of them. */
export interface Evidence {
  /** Absolute folder. */
  readonly root: string;
  readonly materials: Materials;
  readonly identities: ReadonlyMap<string, string>;
  readonly cache: FactCache;
}

/**
 * The checks with what persons have decided about them. Only files about which something was decided are read for
 * their digest, and those once for as long as they stay the same.
 */
export async function decideChecks(
  checks: readonly Check[],
  decisions: readonly KeptDecision[],
  evidence: Evidence,
  system: System,
): Promise<readonly Check[]> {
  const book: DecisionBook = { decisions, askedOf: askedText };
  const decided = decidedChecks(checks, book);
  if (decided.length === 0) return applyDecisions(checks, book, new Map());
  const digests = new Map<Check, string | undefined>();
  for (const check of decided) digests.set(check, await digestIfReadable(check, evidence, system));
  await saveIfPossible(evidence.cache);
  return applyDecisions(checks, book, digests);
}

async function digestIfReadable(
  check: Check,
  evidence: Evidence,
  system: System,
): Promise<string | undefined> {
  try {
    return await digestOfEvidence(check, evidence, system);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}

/** SHA-256 of what a decision about this check rests on. A `FileError` where it cannot be read. */
export async function digestOfEvidence(check: Check, evidence: Evidence, system: System): Promise<string> {
  const digests: string[] = [];
  for (const name of evidenceOf(check, evidence.materials))
    digests.push(await digestOf(name, evidence, system));
  return digestOfAll(digests);
}

async function digestOf(
  name: string,
  { root, identities, cache }: Evidence,
  system: System,
): Promise<string> {
  const identity = identities.get(name);
  const known = identity === undefined ? undefined : cache.findDigest({ path: name, identity });
  if (known !== undefined) return known;
  const { sha256 } = await hashFile(path.join(root, ...name.split('/')), system);
  if (identity !== undefined) cache.keepDigest({ path: name, identity }, sha256);
  return sha256;
}

/** A project folder that takes no files: the next run reads again, which is slower and just as right. */
async function saveIfPossible(cache: FactCache): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}
