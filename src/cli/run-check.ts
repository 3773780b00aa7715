import path from 'node:path';
import { check, materialsFolder } from '../commands/check.ts';
import { liesWithin } from '../commands/lies-within.ts';
import type { Ending } from '../model/outcome.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import { showName } from '../report/show-name.ts';
import { FileError, type System } from '../system/system.ts';
import type { CheckOptions } from './options.ts';
import { createProgressLine } from './progress-line.ts';

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
    const { printJsonReport, toJsonReport } = await import('../report/json-report.ts');
    return printJsonReport(toJsonReport(judgement, lang));
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
  const target = path.resolve(system.environment.workingFolder, output);
  if (await isThere(target, output, system)) {
    throw new UsageError({
      zh: `“${output}”已经存在，不会覆盖；请换个名字，或先移走它`,
      en: `“${output}” exists and is not overwritten; choose another name, or move it away first`,
    });
  }
  const named = { ...(materials !== undefined && { materials }), ...(config !== undefined && { config }) };
  if (await liesWithin(target, await materialsFolder(named, system), system.files)) {
    throw new UsageError({
      zh: '报告不能写进材料文件夹，否则会被当成材料；请换个地方',
      en: 'the report cannot go into the materials folder, where it would count as material; choose another place',
    });
  }
  return target;
}

async function isThere(target: string, shown: string, { files }: System): Promise<boolean> {
  try {
    return await files.exists(target);
  } catch (error) {
    throw unwritable(shown, error);
  }
}

async function deliver(
  text: string,
  target: string | undefined,
  options: CheckOptions,
  { files, terminal }: System,
): Promise<void> {
  if (target === undefined) {
    terminal.out(text);
    return;
  }
  try {
    await files.writeAtomically(target, text);
    const shown = showName(options.output ?? target);
    terminal.err(options.lang === 'zh' ? `报告已写入 ${shown}\n` : `the report is in ${shown}\n`);
  } catch (error) {
    throw unwritable(options.output ?? target, error);
  }
}

function unwritable(shown: string, error: unknown): unknown {
  if (!(error instanceof FileError)) return error;
  return new EnvironmentError(
    { zh: `写不了报告“${shown}”`, en: `the report “${shown}” cannot be written` },
    {
      zh: '请检查磁盘空间和写入权限，或换个位置',
      en: 'check free space and permission, or choose another place',
    },
    { cause: error },
  );
}
