import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { verifyBundle } from '../bundle/verify-bundle.ts';
import type { BundleVerification } from '../model/bundle-verification.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import { verdictOf, type Verdict } from '../model/verdict.ts';
import { FileError, type System } from '../system/system.ts';
import { count, judgeFolder } from './check.ts';
import { withRecordedDecisions } from './decisions-of-record.ts';
import { layOutBundle } from './lay-out-bundle.ts';

export interface VerifyParams {
  readonly bundle: string;
  /** Judges the materials again too, by the notice of the record or by this one: an id or a file. */
  readonly check?: { readonly notice?: string };
  /** Bytes read so far, and in all. */
  readonly onBytes?: (done: number, total: number) => void;
}

export interface Verified {
  /** The worse of both. */
  readonly verdict: Verdict;
  readonly verification: BundleVerification;
  /** Absent where nobody asked for it. */
  readonly again?: JudgedAgain;
}

export type JudgedAgain =
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | { readonly kind: 'not-judged'; readonly why: 'not-proven' | 'no-record' };

/**
 * Reads a bundle again, a folder or a zip, and says whether it is complete, unchanged and safe to unpack; where asked,
 * judges what lies in it again. Only what was proven is unpacked, into a folder of our own that never stays.
 */
export async function verify({ bundle, check, onBytes }: VerifyParams, system: System): Promise<Verified> {
  const { files, interrupted, environment } = system;
  const target = path.resolve(environment.workingFolder, bundle);
  if (!(await files.exists(target))) {
    throw new UsageError({ zh: `找不到包 ${bundle}`, en: `there is no bundle at ${bundle}` });
  }
  const verification = await verifyBundle(target, {
    files,
    interrupted,
    ...(onBytes && { onProgress: onBytes }),
  });
  if (!check) return { verdict: verification.verdict, verification };
  const again = await judgeAgain(target, { bundle, check }, verification, system);
  return { verdict: worse(verification.verdict, again), verification, again };
}

/** Without a record nobody knows what to judge by, which is no pass. */
function worse(verdict: Verdict, again: JudgedAgain): Verdict {
  const other = again.kind === 'judged' ? again.judgement.verdict : 'unsettled';
  return (['fail', 'unsettled'] as const).find((one) => one === verdict || one === other) ?? 'pass';
}

async function judgeAgain(
  target: string,
  { bundle, check }: VerifyParams,
  { kind, verdict, manifest }: BundleVerification,
  system: System,
): Promise<JudgedAgain> {
  if (verdict !== 'pass') return { kind: 'not-judged', why: 'not-proven' };
  if (!manifest) return { kind: 'not-judged', why: 'no-record' };
  const { storage } = system;
  const root = path.join(temporaryFolder(system), `four-ones-${randomUUID()}`);
  try {
    await storage.makeFolder(root);
    await layOutBundle({ target, kind, manifest }, root, system);
    const { org, date, category, notice, route } = manifest;
    const params = {
      materials: root,
      notice: check?.notice ?? notice.id,
      ...(notice.year !== undefined && { year: notice.year }),
      org,
      date,
      category,
      cache: false,
      ...(route !== undefined && { route }),
    };
    const judged = await judgeFolder(params, system);
    const judgement = withRecordedDecisions(judged.judgement, manifest);
    return { kind: 'judged', judgement: ofTheBundle(judgement, bundle) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw cannotUnpack(root, error);
  } finally {
    await storage.removeFolder(root);
  }
}

/** What a person says of a work (作品信息.yaml) is not handed in, so the bundle cannot be asked for it. */
function ofTheBundle(judgement: Judgement, folder: string): Judgement {
  const checks = judgement.checks.filter(({ code }) => code !== 'item.info');
  return {
    ...judgement,
    folder,
    checks,
    counts: count(checks),
    verdict: verdictOf(checks, judgement.strict),
  };
}

function temporaryFolder({ environment: { variables } }: System): string {
  return path.resolve(variables['TMPDIR'] ?? variables['TEMP'] ?? variables['TMP'] ?? '/tmp');
}

function cannotUnpack(root: string, cause: FileError): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `没法把包解到临时文件夹 ${root}（${cause.kind}）`,
      en: `the bundle cannot be unpacked to ${root} (${cause.kind})`,
    },
    {
      zh: '请检查临时盘的空间和写入权限，或用 TMPDIR 换个地方',
      en: 'check free space and permission there, or choose another place with TMPDIR',
    },
    { cause },
  );
}
