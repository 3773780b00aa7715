import { draftFromFile } from '../commands/draft-notice.ts';
import { withSchemaLine } from '../commands/notice-schema.ts';
import type { Ending } from '../model/outcome.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { NoticeDraftOptions } from './options.ts';
import { freshFile, writeOutput } from './write-output.ts';

/** To the terminal, or into a new file. */
export async function runNoticeDraft(
  file: string,
  { output, lang }: NoticeDraftOptions,
  system: System,
): Promise<Ending> {
  const target = output === undefined ? undefined : await freshFile(output, system);
  const { yaml, counts } = await draftFromFile(file, system);
  const { terminal } = system;
  if (target === undefined) terminal.out(yaml);
  else await writeOutput(target, output ?? '', await withSchemaLine(yaml, target, system), system);
  const { rules, unsure, unread } = counts;
  const named = showName(output ?? '草稿.yaml');
  terminal.err(
    lang === 'zh'
      ? `读出 ${rules} 条要求，${unsure} 处待定，${unread} 句没有读懂。草稿还没有生效：用 four-ones notice check ${named} 逐条核对。\n`
      : `${rules} rules, ${unsure} places to decide, ${unread} sentences not understood. Not in force yet: read it with four-ones notice check ${named}.\n`,
  );
  return { kind: 'done' };
}
