import { verify } from '../commands/verify.ts';
import type { Ending } from '../model/outcome.ts';
import { describeVerification } from '../report/describe-verification.ts';
import type { System } from '../system/system.ts';
import type { VerifyOptions } from './options.ts';

export async function runVerify(bundle: string, { lang, format }: VerifyOptions, system: System): Promise<Ending> {
  const verification = await verify(bundle, system);
  system.terminal.out(
    format === 'json'
      ? `${JSON.stringify({ schemaVersion: 1, ...verification }, undefined, 2)}\n`
      : describeVerification(verification, lang),
  );
  return { kind: 'judged', verdict: verification.verdict };
}
