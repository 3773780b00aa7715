import path from 'node:path';
import type { KeptDecision } from '../decisions/kept-decision.ts';
import { localCalendarDate } from '../model/calendar-date.ts';
import { ANSWERS, type Answer } from '../model/decision.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import type { System } from '../system/system.ts';
import { judgeFolder, withChecks, type CheckParams, type Judged } from './check.ts';
import { decideChecks, digestOfEvidence } from './decide-checks.ts';
import { keepDecisions, readDecisions } from './decisions-file.ts';
import { DECISIONS_NAME } from './decisions-name.ts';
import { codeOf, findQuestions } from './find-questions.ts';
import { liesWithin } from './lies-within.ts';
import type { Question } from './questions.ts';
import { withDecisionsLock } from './with-decisions-lock.ts';

export interface ConfirmParams extends CheckParams {
  readonly code: string;
  /** As the report prints it; absolute, or from the working folder, will do. */
  readonly path: string;
  readonly answer: string;
  /** The config's contact where absent. */
  readonly by?: string;
  readonly note?: string;
}

export interface Confirmed {
  readonly kept: readonly Recorded[];
  /** Absolute path of the record. */
  readonly record: string;
  /** With the new decisions. */
  readonly judgement: Judgement;
}

export interface Recorded {
  readonly question: Question;
  readonly decision: KeptDecision;
}

/** Records a person's word about one check. Throws a `UsageError` where there is nothing to decide. */
export async function confirm(params: ConfirmParams, system: System): Promise<Confirmed> {
  const answer = ANSWERS.find((one) => one === params.answer.trim().toLowerCase());
  if (answer === undefined) throw badAnswer(params.answer);
  const code = codeOf(params.code);
  assertNote(answer, params.note);
  const judged = await judgeForDecisions(params, system);
  const by = byOf(params.by, judged);
  if (by === undefined) throw nobody();
  const questions = findQuestions(
    { code, path: params.path, answer },
    judged,
    system.environment.workingFolder,
  );
  const kept = await recordAnswer({ questions, answer, by, note: params.note }, judged, system);
  return { kept, record: recordOf(judged), judgement: await judgedAgain(judged, system) };
}

/** A judgement whose decisions have a place to be kept in. */
export async function judgeForDecisions(params: CheckParams, system: System): Promise<Judged> {
  const judged = await judgeFolder(params, system);
  if (await liesWithin(judged.loaded.folder, judged.root, system.files)) throw noPlace();
  return judged;
}

/** Absolute. */
export function recordOf({ loaded }: Judged): string {
  return path.join(loaded.folder, DECISIONS_NAME);
}

/** Who decides: as named, else whom the config names. */
export function byOf(named: string | undefined, { loaded }: Judged): string | undefined {
  const by = (named ?? loaded.config.contact?.name ?? '').trim();
  return by === '' ? undefined : by;
}

export interface AnswerGiven {
  readonly questions: readonly Question[];
  readonly answer: Answer;
  readonly by: string;
  readonly note: string | undefined;
}

/** Keeps one answer to one question or several alike. What has changed since it was judged is not decided about. */
export async function recordAnswer(
  { questions, answer, by, note }: AnswerGiven,
  judged: Judged,
  system: System,
): Promise<readonly Recorded[]> {
  assertNote(answer, note);
  const kept: Recorded[] = [];
  for (const question of questions) {
    const { check, place, category, asked, evidence } = question;
    const sha256 = await digestOfEvidence(check, judged.evidence, system);
    for (const name of evidence) await assertUnchanged(name, judged, system);
    const decision: KeptDecision = {
      code: check.code,
      path: place,
      ...(category !== undefined && { category }),
      ...(asked !== undefined && { asked }),
      answer,
      by,
      ...(note !== undefined && note.trim() !== '' && { note: note.trim() }),
      date: localCalendarDate(system.now()),
      sha256,
    };
    kept.push({ question, decision });
  }
  const added = kept.map(({ decision }) => decision);
  const { folder } = judged.loaded;
  await withDecisionsLock(folder, system, () => keepDecisions(folder, added, system));
  return kept;
}

/** The same facts, judged with the record as it is now. */
export async function judgedAgain({ judgement, undecided, evidence, loaded }: Judged, system: System) {
  const decisions = await readDecisions(loaded.folder, system);
  return withChecks(judgement, await decideChecks(undecided, decisions, evidence, system));
}

async function assertUnchanged(name: string, { root, identities }: Judged, { files }: System): Promise<void> {
  const { identity } = await files.stat(path.join(root, ...name.split('/')));
  if (identity === (identities.get(name) ?? identity)) return;
  throw new EnvironmentError(
    { zh: `“${name}”刚刚被改动，没有记下`, en: `“${name}” has just been changed; nothing was recorded` },
    {
      zh: '请等文件保存、复制完，看过以后再确认一次',
      en: 'wait until it is saved or copied, look at it, and confirm again',
    },
  );
}

function assertNote(answer: Answer, note: string | undefined): void {
  if (answer !== 'waive' || (note ?? '').trim() !== '') return;
  throw new UsageError({
    zh: '豁免要写明理由：--note "已电话请示，收件方同意"；理由会写进报告、包和邮件',
    en: 'a waiver needs its reason: --note "…"; it is written into the report, the bundle and the mail',
  });
}

function badAnswer(answer: string): UsageError {
  return new UsageError({
    zh: `“${answer}”不对；应写 yes（合格）、no（不合格）或 waive（豁免）`,
    en: `bad answer “${answer}”; write yes (it holds), no (it does not) or waive`,
  });
}

function nobody(): UsageError {
  return new UsageError({
    zh: '请写明是谁确认的：--by 姓名；或写在 four-ones.yaml 的 contact 的 name 里',
    en: 'who confirms? write --by NAME, or contact.name in four-ones.yaml',
  });
}

function noPlace(): UsageError {
  return new UsageError({
    zh: '确认的记录不能放在材料文件夹里，否则会被当成材料；请到上一级文件夹运行，并写明 --materials 文件夹',
    en: 'the record cannot lie among the materials, where it would count as material; run this in the folder above, with --materials FOLDER',
  });
}
