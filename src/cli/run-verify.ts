import { verify, type JudgedAgain, type Verified, type VerifyParams } from '../commands/verify.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import { describeNotJudged, describeVerification } from '../report/describe-verification.ts';
import type { System } from '../system/system.ts';
import type { VerifyOptions } from './options.ts';
import { createProgressLine } from './progress-line.ts';

export async function runVerify(bundle: string, options: VerifyOptions, system: System): Promise<Ending> {
  const doing = options.lang === 'zh' ? '正在核对' : 'verifying';
  const reading = createProgressLine(system, options.lang, { doing, first: `${doing}…` });
  try {
    const onBytes = (done: number, total: number) => {
      reading.showBytes(bundle, done, total);
    };
    const verified = await verify({ ...paramsOf(bundle, options), onBytes }, system);
    reading.clear();
    const text = options.format === 'json' ? asJson(verified, options) : asText(verified, options, system);
    system.terminal.out(await text);
    return { kind: 'judged', verdict: verified.verdict };
  } finally {
    reading.clear();
  }
}

function paramsOf(bundle: string, { check, notice }: VerifyOptions): VerifyParams {
  if (check === true) return { bundle, check: { ...(notice !== undefined && { notice }) } };
  if (notice === undefined) return { bundle };
  throw new UsageError({ zh: '--notice 要和 --check 一起写', en: '--notice goes with --check' });
}

async function asText(
  { verification, again }: Verified,
  { lang }: VerifyOptions,
  { terminal }: System,
): Promise<string> {
  const proof = describeVerification(verification, lang);
  if (!again) return proof;
  if (again.kind === 'not-judged') return proof + describeNotJudged(again.why, lang);
  const { renderText } = await import('../report/terminal/render-text.ts');
  const { columns, colors } = terminal;
  return `${proof}\n${renderText(again.judgement, { language: lang, columns, colors, packed: true })}`;
}

/** `verdict` is the worse of both; `again` is a report as `check` gives it. */
async function asJson({ verdict, verification, again }: Verified, { lang }: VerifyOptions): Promise<string> {
  const report = again && { again: await reportOf(again, lang) };
  const { printJson } = await import('../report/json-report.ts');
  return printJson({ schemaVersion: 1, ...verification, verdict, ...report });
}

async function reportOf(again: JudgedAgain, language: VerifyOptions['lang']) {
  if (again.kind === 'not-judged') return again;
  const { toJsonReport } = await import('../report/json-report.ts');
  return { kind: again.kind, ...toJsonReport(again.judgement, language) };
}
