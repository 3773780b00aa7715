import path from 'node:path';
import { readNoticeSchema, schemaLine } from '../commands/notice-schema.ts';
import type { Ending } from '../model/outcome.ts';
import { showName } from '../report/show-name.ts';
import type { System } from '../system/system.ts';
import type { NoticeSchemaOptions } from './options.ts';
import { freshFile, writeOutput } from './write-output.ts';

/** To the terminal, or into a new file; then the line that a notice beside it needs is told. */
export async function runNoticeSchema(
  { output, lang }: NoticeSchemaOptions,
  system: System,
): Promise<Ending> {
  if (output === undefined) {
    system.terminal.out(await readNoticeSchema(system));
    return { kind: 'done' };
  }
  const target = await freshFile(output, system);
  await writeOutput(target, output, await readNoticeSchema(system), system);
  const line = schemaLine(`./${path.basename(target)}`);
  system.terminal.out(
    lang === 'zh'
      ? `已写好 ${showName(output)}。放在它旁边的通知，第一行写上：\n${line}\n装了 YAML 扩展的编辑器（如 VS Code）就会补全、解释每一个键。\n`
      : `Written: ${showName(output)}. A notice beside it begins with the line:\n${line}\nAn editor with a YAML extension (VS Code, for one) then completes and explains every key.\n`,
  );
  return { kind: 'done' };
}
