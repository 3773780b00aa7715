import { ledgerTable, status } from '../commands/status.ts';
import type { Ending } from '../model/outcome.ts';
import { describeStatus } from '../report/describe-status.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { StatusOptions } from './options.ts';
import { whileTurning } from './turning-line.ts';
import { freshFile, writeOutput } from './write-output.ts';

export async function runStatus(
  outbox: string | undefined,
  { config, csv, ics, format, lang }: StatusOptions,
  system: System,
): Promise<Ending> {
  const { terminal } = system;
  const params = { ...(outbox !== undefined && { outbox }), ...(config !== undefined && { config }) };
  if (csv !== undefined) {
    const target = await freshFile(csv, system);
    await writeOutput(target, csv, await ledgerTable(params, system), system);
    terminal.err(lang === 'zh' ? `台账已写入 ${showName(csv)}\n` : `the ledger is in ${showName(csv)}\n`);
    return { kind: 'done' };
  }
  if (ics !== undefined) {
    const target = await freshFile(ics, system);
    const { calendarFile } = await import('../report/calendar-file.ts');
    await writeOutput(target, ics, calendarFile(await status(params, system), system.now(), lang), system);
    terminal.err(
      lang === 'zh'
        ? `截止日期已写入 ${showName(ics)}；双击它，或在手机、Outlook 的日历里导入\n`
        : `the due dates are in ${showName(ics)}; open it, or import it into your calendar\n`,
    );
    return { kind: 'done' };
  }
  const words = lang === 'zh' ? '正在看进度…' : 'looking…';
  const found = await whileTurning(words, system, () => status(params, system));
  if (format === 'json') {
    const { printJson } = await import('../report/json-report.ts');
    terminal.out(printJson({ schemaVersion: 1, ...found }));
  } else {
    const { columns, colors } = terminal;
    terminal.out(describeStatus(found, { language: lang, columns, colors }));
  }
  return { kind: 'done' };
}
