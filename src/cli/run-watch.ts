import { snapshot, untilChanged } from '../commands/watch.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import type { System } from '../system/system.ts';
import { explainFailure } from './explain-failure.ts';
import type { CheckOptions } from './options.ts';
import { runCheck } from './run-check.ts';

/** Judges again whenever a file changes, one screen a run, until it is interrupted. */
export async function runWatch(
  materials: string | undefined,
  options: CheckOptions,
  system: System,
): Promise<Ending> {
  const { lang, output, format } = options;
  if (output !== undefined || format !== 'text')
    throw new UsageError({
      zh: '--watch 把结果显示在屏幕上，不能和 --output、--format 一起用',
      en: '--watch shows its results on the screen and does not go with --output or --format',
    });
  const params = { ...options, ...(materials !== undefined && { materials }) };
  for (;;) {
    const before = await snapshot(params, system);
    clearScreen(system);
    await checkOnce(materials, options, system);
    if (system.interrupted.aborted) return { kind: 'interrupted' };
    system.terminal.err(waiting(system.now(), lang));
    await untilChanged(before, params, system);
  }
}

/** A slip in the config, a folder that is not there yet: told, and looked at again when it has changed. */
async function checkOnce(
  materials: string | undefined,
  options: CheckOptions,
  system: System,
): Promise<void> {
  try {
    await runCheck(materials, options, system);
  } catch (error) {
    if (system.interrupted.aborted || !(error instanceof UsageError)) throw error;
    explainFailure(error, options.lang, system);
  }
}

/** Nothing is wiped from a file or a dumb terminal. */
function clearScreen({ terminal, environment }: System): void {
  if (terminal.outIsTerminal && environment.variables['TERM'] !== 'dumb')
    terminal.out('\u001b[2J\u001b[3J\u001b[H');
}

function waiting(now: Date, lang: CheckOptions['lang']): string {
  const time = now.toTimeString().slice(0, 8);
  return lang === 'zh'
    ? `\n${time} 查完。文件一改就再查；按 Ctrl-C 结束。\n`
    : `\n${time}: checked. Waiting for changes; Ctrl-C ends.\n`;
}
