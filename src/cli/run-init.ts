import { init, type LaidOut } from '../commands/init.ts';
import type { InitParams } from '../commands/plan-project.ts';
import type { Ending } from '../model/outcome.ts';
import { describeInit } from '../report/describe-init.ts';
import type { System } from '../system/system.ts';
import { dialogOf } from './dialog.ts';
import type { InitOptions } from './options.ts';
import { whileTurning } from './turning-line.ts';

/** `withoutNext`: whoever calls it says what comes next. */
export async function runInit(
  folder: string | undefined,
  options: InitOptions & { readonly withoutNext?: boolean },
  system: System,
): Promise<Ending> {
  const { lang, withoutNext } = options;
  const { terminal } = system;
  const params = paramsOf(folder, options);
  const dialog = options.ask ? dialogOf(system, lang) : undefined;
  const answered = dialog
    ? await (await import('./ask-project.ts')).askProject(params, dialog, system)
    : params;
  if (!answered) {
    terminal.err(lang === 'zh' ? '已取消，什么都没有写。\n' : 'Cancelled; nothing was written.\n');
    return { kind: 'interrupted' };
  }
  const words = lang === 'zh' ? '正在新建…' : 'setting up…';
  const laid: LaidOut = await whileTurning(words, system, () => init(answered, system));
  const { columns, colors } = terminal;
  const look = { language: lang, columns, colors, ...(withoutNext === true && { withoutNext }) };
  terminal.out(describeInit(laid, look));
  return { kind: 'done' };
}

function paramsOf(folder: string | undefined, options: InitOptions): InitParams {
  const { org, notice, year, contactName, contactPhone, contactEmail, lang } = options;
  return {
    language: lang,
    ...(folder !== undefined && { folder }),
    ...(org !== undefined && { org }),
    ...(notice !== undefined && { notice }),
    ...(year !== undefined && { year }),
    contact: {
      ...(contactName !== undefined && { name: contactName }),
      ...(contactPhone !== undefined && { phone: contactPhone }),
      ...(contactEmail !== undefined && { email: contactEmail }),
    },
  };
}
