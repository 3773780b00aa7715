import { check, materialsFolder } from '../commands/check.ts';
import { liesWithin } from '../commands/lies-within.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { CheckOptions } from './options.ts';
import { createProgressLine } from './progress-line.ts';
import { freshFile, writeOutput } from './write-output.ts';

export async function runCheck(
  materials: string | undefined,
  options: CheckOptions,
  system: System,
): Promise<Ending> {
  const target = await outputTarget(materials, options, system);
  const progress = createProgressLine(system, options.lang);
  try {
    const judgement = await check(
      { ...options, ...(materials !== undefined && { materials }), onProgress: progress.show },
      system,
    );
    progress.clear();
    const text = await render(judgement, options, system, target === undefined);
    await deliver(text, target, options, system);
    return { kind: 'judged', verdict: judgement.verdict };
  } finally {
    progress.clear();
  }
}

async function render(
  judgement: Judgement,
  { format, lang }: CheckOptions,
  { terminal }: System,
  toTerminal: boolean,
): Promise<string> {
  if (format === 'json') {
    const { printJson, toJsonReport } = await import('../report/json-report.ts');
    return printJson(toJsonReport(judgement, lang));
  }
  const { renderText } = await import('../report/terminal/render-text.ts');
  const { columns } = terminal;
  return renderText(judgement, { language: lang, columns, colors: toTerminal && terminal.colors });
}

/** An existing file is never overwritten, and nothing is put among the materials. */
async function outputTarget(
  materials: string | undefined,
  { output, config }: CheckOptions,
  system: System,
): Promise<string | undefined> {
  if (output === undefined) return undefined;
  const target = await freshFile(output, system);
  const named = { ...(materials !== undefined && { materials }), ...(config !== undefined && { config }) };
  if (await liesWithin(target, await materialsFolder(named, system), system.files)) {
    throw new UsageError({
      zh: '报告不能写进材料文件夹，否则会被当成材料；请换个地方',
      en: 'the report cannot go into the materials folder, where it would count as material; choose another place',
    });
  }
  return target;
}

async function deliver(
  text: string,
  target: string | undefined,
  { output = '', lang }: CheckOptions,
  system: System,
): Promise<void> {
  const { terminal } = system;
  if (target === undefined) {
    terminal.out(text);
    return;
  }
  await writeOutput(target, output, text, system);
  terminal.err(lang === 'zh' ? `报告已写入 ${showName(output)}\n` : `the report is in ${showName(output)}\n`);
}
