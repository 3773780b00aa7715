import { CommanderError } from 'commander';
import type { Ending } from '../model/outcome.ts';
import { EnvironmentError, Interrupted, UsageError, type Bilingual } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { problemText } from '../report/problem-text.ts';
import { showName } from '../report/show-name.ts';
import { FileError, type System } from '../system/system.ts';
import { usageWords } from './usage-words.ts';

/** Says on standard error what went wrong and what helps, and how the run ends by it. */
export function explainFailure(
  error: unknown,
  language: Language,
  { terminal, interrupted }: System,
): Ending {
  const say = (words: Bilingual) => {
    terminal.err(`${problemText(words, undefined, language)}\n`);
  };
  if (error instanceof Interrupted || interrupted.aborted) {
    say({ zh: '已中断。材料没有任何改动；再运行一次会接着查。', en: 'Interrupted. Nothing was changed.' });
    return { kind: 'interrupted' };
  }
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { kind: 'done' };
    say(usageWords(error));
    return { kind: 'usage-error' };
  }
  if (error instanceof UsageError) {
    terminal.err(`${problemText(error.words, error.place, language)}\n`);
    return { kind: 'usage-error' };
  }
  if (error instanceof EnvironmentError) {
    say(error.words);
    say(error.cure);
    return { kind: 'environment-error' };
  }
  if (error instanceof FileError) {
    say({
      zh: `读写不了“${showName(error.path)}”`,
      en: `“${showName(error.path)}” cannot be read or written`,
    });
    say({
      zh: '请确认它在、您有权限、没有被别的程序占用，再试一次',
      en: 'make sure that it is there, yours to use and not in use by another program, and try again',
    });
    return { kind: 'environment-error' };
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say({
    zh: `程序自身出错了，这不是您的操作问题。请把下面的内容发给维护者：\n${detail}`,
    en: `This is a bug of four-ones, not a mistake of yours. Please report:\n${detail}`,
  });
  return { kind: 'bug' };
}
