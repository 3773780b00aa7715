import { readAnswers, writeAnswers } from '../commands/answers.ts';
import type { Answers } from '../commands/fill-forms.ts';
import { EnvironmentError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { showName, visible } from '../report/show-name.ts';
import { FileError, type System } from '../system/system.ts';

/** Labels of what a form or a table lacks about one work. */
export interface Blanks {
  readonly item: string;
  readonly empty: readonly string[];
}

/**
 * Asks a person for what a form needs and nobody has said, and keeps the answers beside the config. True where there
 * is something new to fill in.
 */
export async function askForBlanks(
  blanks: readonly Blanks[],
  project: string,
  language: Language,
  system: System,
): Promise<boolean> {
  const { terminal } = system;
  if (!terminal.ask) return false;
  const lacking = byWork(blanks);
  if (lacking.size === 0) return false;
  terminal.err(
    language === 'zh'
      ? '表格还缺下面的内容，请逐项填写（直接回车跳过）：\n'
      : 'The forms need the following; press Enter to leave one out:\n',
  );
  const given: Record<string, Record<string, string>> = {};
  for (const [item, empty] of lacking) {
    terminal.err(`${showName(item)}\n`);
    for (const label of empty) {
      const answer = await terminal.ask(`  ${visible(label)}：`);
      if (answer !== '') given[item] = { ...given[item], [label]: answer };
    }
  }
  if (Object.keys(given).length === 0) return false;
  const known = await readAnswers(project, system);
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(known), ...Object.keys(given)])].map((item) => [
      item,
      { ...known[item], ...given[item] },
    ]),
  );
  await keep(project, merged, system);
  return true;
}

/** What a form and a table both lack is asked for once. */
function byWork(blanks: readonly Blanks[]): ReadonlyMap<string, ReadonlySet<string>> {
  const lacking = new Map<string, Set<string>>();
  for (const { item, empty } of blanks) {
    if (empty.length === 0) continue;
    lacking.set(item, new Set([...(lacking.get(item) ?? []), ...empty]));
  }
  return lacking;
}

async function keep(project: string, answers: Answers, system: System): Promise<void> {
  try {
    await writeAnswers(project, answers, system);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new EnvironmentError(
      { zh: `填写的内容记不进 ${error.path}`, en: `the answers cannot be kept in ${error.path}` },
      {
        zh: '请检查磁盘空间和写入权限；或者自己写进这件作品的 作品信息.yaml',
        en: 'check free space and permission, or write them into 作品信息.yaml of the work yourself',
      },
      { cause: error },
    );
  }
}
