import { fill, inspect } from '../commands/form.ts';
import type { Ending } from '../model/outcome.ts';
import type { Language } from '../model/report.ts';
import { describeFilling, describeInspection } from '../report/describe-form.ts';
import type { System } from '../system/system.ts';
import type { FormFillOptions } from './options.ts';

export async function runFormInspect(file: string, language: Language, system: System): Promise<Ending> {
  system.terminal.out(describeInspection(await inspect(file, system), language));
  return { kind: 'done' };
}

export async function runFormFill(file: string, options: FormFillOptions, system: System): Promise<Ending> {
  const { values, output, lang } = options;
  system.terminal.out(describeFilling(await fill({ file, values, output }, system), lang));
  return { kind: 'done' };
}
