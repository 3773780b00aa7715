import type { DrawnAlready } from '../commands/drawn-already.ts';
import { judgeFolder, type Judged } from '../commands/check.ts';
import { materialsFolder } from '../commands/settle-request.ts';
import { liesWithin } from '../commands/lies-within.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { CheckOptions } from './options.ts';
import { createProgressLine, type ProgressLine } from './progress-line.ts';
import { freshFile, writeOutput } from './write-output.ts';

export async function runCheck(
  materials: string | undefined,
  options: CheckOptions,
  system: System,
): Promise<Ending> {
  const target = await outputTarget(materials, options, system);
  const progress = createProgressLine(system, options.lang);
  try {
    const drawn = options.format === 'html' ? await keepPictures() : undefined;
    const more = { ...(materials !== undefined && { materials }), ...(drawn && { drawn }) };
    const judged = await judgeFolder({ ...options, ...more, onProgress: progress.show }, system);
    const rendering = { toTerminal: target === undefined, progress, ...(drawn && { drawn }) };
    const text = await render(judged, options, system, rendering);
    progress.clear();
    await deliver(text, target, options, system);
    return { kind: 'judged', verdict: judged.judgement.verdict };
  } finally {
    progress.clear();
  }
}

async function keepPictures(): Promise<DrawnAlready> {
  const { createDrawnAlready } = await import('../commands/drawn-already.ts');
  return createDrawnAlready();
}

interface Rendering {
  readonly toTerminal: boolean;
  readonly progress: ProgressLine;
  readonly drawn?: DrawnAlready;
}

async function render(
  judged: Judged,
  { format, lang, cache, jobs }: CheckOptions,
  system: System,
  { toTerminal, progress, drawn }: Rendering,
): Promise<string | Uint8Array> {
  const { judgement } = judged;
  if (format === 'docx') {
    const { problemList } = await import('../commands/problem-list.ts');
    return problemList(judgement, lang);
  }
  if (format === 'html') {
    const { htmlReport } = await import('../commands/html-report.ts');
    const more = { ...(jobs !== undefined && { jobs }), ...(drawn && { drawn }), onProgress: progress.show };
    return htmlReport(judged, { language: lang, cache, ...more }, system);
  }
  if (format === 'json') {
    const { printJson, toJsonReport } = await import('../report/json-report.ts');
    return printJson(toJsonReport(judgement, lang));
  }
  const { renderText } = await import('../report/terminal/render-text.ts');
  const { terminal } = system;
  const { columns } = terminal;
  return renderText(judgement, { language: lang, columns, colors: toTerminal && terminal.colors });
}

/** An existing file is never overwritten, and nothing is put among the materials. */
async function outputTarget(
  materials: string | undefined,
  { output, config, format }: CheckOptions,
  system: System,
): Promise<string | undefined> {
  if (output === undefined) {
    if (format === 'html' || format === 'docx') throw missingOutput(format);
    return undefined;
  }
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
  text: string | Uint8Array,
  target: string | undefined,
  { output = '', lang }: CheckOptions,
  system: System,
): Promise<void> {
  const { terminal } = system;
  if (target === undefined) {
    if (typeof text === 'string') terminal.out(text);
    return;
  }
  await writeOutput(target, output, text, system);
  terminal.err(lang === 'zh' ? `报告已写入 ${showName(output)}\n` : `the report is in ${showName(output)}\n`);
}

/** It is no text for a terminal. */
function missingOutput(format: 'html' | 'docx'): UsageError {
  return format === 'html'
    ? new UsageError({
        zh: '网页报告要写进文件，请加上 --output 报告.html',
        en: 'an HTML report goes into a file: add --output report.html',
      })
    : new UsageError({
        zh: '问题清单要写进文件，请加上 --output 问题清单.docx',
        en: 'the list of problems goes into a file: add --output problems.docx',
      });
}
