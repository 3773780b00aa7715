import path from 'node:path';
import { confirm, judgeForDecisions, judgedAgain, recordOf } from '../commands/confirm.ts';
import type { CheckParams } from '../commands/check.ts';
import { waitingIn, type Waiting } from '../commands/questions.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import { describeRecorded, describeStanding, describeWaiting } from '../report/describe-questions.ts';
import { printJson, toJsonCheck } from '../report/json-report.ts';
import type { System } from '../system/system.ts';
import { dialogOf } from './dialog.ts';
import type { ConfirmOptions } from './options.ts';
import { createProgressLine } from './progress-line.ts';
import { whileTurning } from './turning-line.ts';
import { walkQuestions } from './walk-questions.ts';

/** Three words record one decision; none walk through all that waits, or list it where nobody is there to answer. */
export async function runConfirm(
  words: readonly (string | undefined)[],
  options: ConfirmOptions,
  system: System,
): Promise<Ending> {
  const [code, place, answer] = words;
  const progress = createProgressLine(system, options.lang);
  const { by, note, lang, ...judging } = options;
  const params: CheckParams = { ...judging, onProgress: progress.show };
  try {
    if (code === undefined) {
      const judged = await judgeForDecisions(params, system);
      progress.clear();
      const waiting = waitingIn(judged);
      const dialog = options.format === 'json' ? undefined : dialogOf(system, lang);
      if (!dialog || waiting.questions.length === 0) return listAll(waiting, options, system);
      const walked = await walkQuestions({ waiting, judged, dialog, language: lang, by, note }, system);
      if (walked > 0) {
        const words = lang === 'zh' ? '正在重新判断…' : 'judging again…';
        const standing = await whileTurning(words, system, () => judgedAgain(judged, system));
        system.terminal.out(describeStanding(shown(recordOf(judged), system), standing, lang));
      }
      return { kind: 'done' };
    }
    if (place === undefined || answer === undefined) throw incomplete(code);
    const given = { ...(by !== undefined && { by }), ...(note !== undefined && { note }) };
    const confirmed = await confirm({ ...params, code, path: place, answer, ...given }, system);
    progress.clear();
    for (const { question, decision } of confirmed.kept)
      system.terminal.out(`${describeRecorded(question, decision, lang)}\n`);
    system.terminal.out(describeStanding(shown(confirmed.record, system), confirmed.judgement, lang));
    return { kind: 'done' };
  } finally {
    progress.clear();
  }
}

function listAll({ questions, blocked }: Waiting, { format, lang }: ConfirmOptions, system: System): Ending {
  const { terminal } = system;
  if (format === 'json') {
    const waiting = questions.map(({ check, place, answers }) => ({
      ...toJsonCheck(check, lang),
      place,
      answers,
    }));
    terminal.out(printJson({ schemaVersion: 1, waiting, blocked }));
  } else {
    const { columns } = terminal;
    terminal.out(describeWaiting(questions, blocked, { language: lang, columns }));
  }
  return { kind: 'done' };
}

/** As the user would name it. */
function shown(file: string, { environment }: System): string {
  const relative = path.relative(environment.workingFolder, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

function incomplete(code: string): UsageError {
  return new UsageError({
    zh: `要写全：four-ones confirm ${code} 文件 yes|no|waive；等人确认的有哪些，见 four-ones confirm`,
    en: `write all three: four-ones confirm ${code} FILE yes|no|waive; four-ones confirm lists what waits`,
  });
}
