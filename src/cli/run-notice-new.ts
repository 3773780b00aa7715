import { newNoticeText } from '../commands/new-notice.ts';
import { withSchemaLine } from '../commands/notice-schema.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import path from 'node:path';
import { dialogOf } from './dialog.ts';
import type { NoticeNewOptions } from './options.ts';
import { freshFile, writeOutput } from './write-output.ts';

interface Wanted {
  readonly from: string;
  readonly year: number;
  readonly title: string;
  readonly output: string;
}

/** By flags, or asked for at a terminal; written whole, never over a file without `--replace`. */
export async function runNoticeNew(options: NoticeNewOptions, system: System): Promise<Ending> {
  const { lang, replace } = options;
  const wanted = await wantedBy(options, system);
  const zh = lang === 'zh';
  if (!wanted) {
    system.terminal.err(zh ? '已取消，什么都没有写。\n' : 'Cancelled; nothing was written.\n');
    return { kind: 'interrupted' };
  }
  const { output } = wanted;
  if (!/\.ya?ml$/i.test(output))
    throw new UsageError({
      zh: `通知文件的名字以 .yaml 结尾，如 ${output}.yaml`,
      en: `a notice file ends in .yaml, e.g. ${output}.yaml`,
    });
  const target =
    replace === true
      ? path.resolve(system.environment.workingFolder, output)
      : await freshFile(output, system);
  const text = await newNoticeText({ ...wanted, target }, system);
  await writeOutput(target, output, await withSchemaLine(text, target, system), system);
  const shown = showName(output);
  system.terminal.out(
    zh
      ? `已写好 ${shown}。\n改好以后：    four-ones notice check ${shown}\n再检查材料：  four-ones check --notice ${shown}\n`
      : `Written: ${shown}.\nWhen it is changed:        four-ones notice check ${shown}\nThen, for the materials:   four-ones check --notice ${shown}\n`,
  );
  return { kind: 'done' };
}

/** Undefined where the person turned away. */
async function wantedBy(
  { from, year, title, output, ask, lang }: NoticeNewOptions,
  system: System,
): Promise<Wanted | undefined> {
  const now = system.now().getFullYear();
  const given = { from, year: year ?? now, title, output };
  const dialog = ask ? dialogOf(system, lang) : undefined;
  if (isWhole(given)) return given;
  if (!dialog) {
    throw new UsageError({
      zh: '请写明 --from、--title、--output，如 notice new --from scau-2020 --year 2026 --title 我校通知 --output 我的通知.yaml',
      en: 'give --from, --title and --output, e.g. notice new --from scau-2020 --year 2026 --title "Our call" --output ours.yaml',
    });
  }
  const { askNewNotice } = await import('./ask-new-notice.ts');
  return askNewNotice({ from, year, title, output }, dialog, { language: lang, now }, system);
}

function isWhole(wanted: { readonly [K in keyof Wanted]: Wanted[K] | undefined }): wanted is Wanted {
  return Object.values(wanted).every((value) => value !== undefined);
}
