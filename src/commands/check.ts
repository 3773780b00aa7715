import path from 'node:path';
import { localCalendarDate, parseCalendarDate, type CalendarDate } from '../model/calendar-date.ts';
import type { KeptDecision } from '../decisions/kept-decision.ts';
import type { Check, RepeatedOption, Result } from '../model/check.ts';
import { closestName } from '../model/closest-name.ts';
import type { Notice } from '../model/notice.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import { noticeOfRoute } from '../model/route-contents.ts';
import { verdictOf } from '../model/verdict.ts';
import { judgeMaterials } from '../rules/rule-book.ts';
import { FileError, type System } from '../system/system.ts';
import type { TimeLimits } from './examine-file.ts';
import type { DrawnAlready } from './drawn-already.ts';
import type { ExamineProgress } from './examine-files.ts';
import type { Evidence } from './decide-checks.ts';
import { DECISIONS_NAME } from './decisions-name.ts';
import { gatherMaterials } from './gather-materials.ts';
import { liesWithin } from './lies-within.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { readNoticeToKeep } from './notice.ts';
import { noFactCache } from './fact-cache.ts';
import { openProjectCache } from './open-project-cache.ts';
import { folderOf, noticeRequest } from './settle-request.ts';

/** What the user asked for; what is absent comes from the config, then from the defaults. */
export interface CheckParams {
  readonly materials?: string;
  readonly notice?: string;
  readonly org?: string;
  readonly date?: string;
  readonly year?: number;
  readonly category?: string;
  readonly config?: string;
  readonly strict?: boolean;
  readonly complete?: boolean;
  readonly deep?: boolean;
  readonly cache?: boolean;
  readonly jobs?: number;
  /** Seconds that one look at a file may last, where the usual limits do not fit. */
  readonly limits?: Partial<TimeLimits>;
  readonly onProgress?: (progress: ExamineProgress) => void;
}

/** Judges a folder of materials against a notice. Reads only; what it finds is the value it returns. */
export async function check(params: CheckParams, system: System): Promise<Judgement> {
  return (await judgeFolder(params, system)).judgement;
}

export interface Judged {
  /** With what persons have decided. */
  readonly judgement: Judgement;
  /** Without. */
  readonly undecided: readonly Check[];
  readonly evidence: Evidence;
  readonly loaded: LoadedConfig;
  /** Absolute folder of the materials. */
  readonly root: string;
  /** By path: what each file was when it was looked at. */
  readonly identities: ReadonlyMap<string, string>;
}

/**
 * For commands that go on from a judgement. `loaded`: the settings, where they are not those of the project around;
 * `drawn`: keeps pictures that fall off.
 */
export async function judgeFolder(
  params: CheckParams & {
    readonly loaded?: LoadedConfig;
    readonly drawn?: DrawnAlready;
    /** Of a bundle: what goes another way is not asked for. */
    readonly route?: string;
  },
  system: System,
  making?: (notice: Notice) => Promise<{ readonly forms: readonly string[] }>,
): Promise<Judged> {
  const loaded = params.loaded ?? (await loadConfig(params.config, system));
  const { config } = loaded;
  const { root, shown } = folderOf(params, loaded, system);
  // Nothing there is a word of ours, and nothing of ours is written there.
  const isAmong = await liesWithin(loaded.folder, root, system.files);
  const keeps = !isAmong && (params.cache ?? true);
  const { project, ...request } = noticeRequest(params, loaded);
  const { notice: whole, keep } = await readNoticeToKeep({ ...request, ...(keeps && { project }) }, system);
  const notice = params.route === undefined ? whole : noticeOfRoute(whole, params.route);
  await assertFolder(root, shown, system);
  await keep();
  const date = dateOf(params.date ?? config.date, system);
  const override = categoryOf(params.category, notice);
  const decisions = isAmong ? [] : await decisionsIn(loaded.folder, system);
  const cache = keeps ? await openProjectCache({ root, project: loaded.folder }, system) : noFactCache;
  const org = params.org ?? config.org;
  const contact = config.contact?.name;
  const strict = params.strict ?? false;
  const persons = { ...(org !== undefined && { org }), ...(contact !== undefined && { contact }) };
  const { materials, identities } = await gatherMaterials(
    {
      persons,
      root,
      notice,
      deep: params.deep ?? false,
      strict,
      jobs: params.jobs ?? system.environment.processors,
      cache,
      ...(params.limits && { limits: params.limits }),
      ...(params.drawn && { drawn: params.drawn }),
      ...(override !== undefined && { category: override }),
      ...(params.onProgress && { onProgress: params.onProgress }),
    },
    system,
  );
  const complete = params.complete ?? false;
  const judged = judgeMaterials({
    notice,
    materials,
    date,
    strict,
    complete,
    ...persons,
    ...(config.unit !== undefined && { unit: config.unit }),
    ...(making && { making: await making(notice) }),
  });
  const repeat = repeatedOptions(params);
  const undecided = repeat.length === 0 ? judged : judged.map((each): Check => ({ ...each, repeat }));
  const evidence = { root, materials, identities, cache };
  const checks = await settled(undecided, decisions, evidence, system);
  const judgement: Judgement = {
    verdict: verdictOf(checks, strict),
    strict,
    notice,
    ...(org !== undefined && { org }),
    ...(config.unit !== undefined && { unit: config.unit }),
    date,
    folder: shown,
    materials,
    checks,
    counts: count(checks),
  };
  return { judgement, undecided, evidence, loaded, root, identities };
}

/** Where these are not repeated, a command that follows would judge by another notice. */
function repeatedOptions({ notice, year, category, config }: CheckParams): readonly RepeatedOption[] {
  const named = { notice, year: year?.toString(), category, config };
  return (['notice', 'year', 'category', 'config'] as const).flatMap((option) => {
    const value = named[option];
    return value === undefined ? [] : [{ option, value }];
  });
}

async function settled(
  undecided: readonly Check[],
  decisions: readonly KeptDecision[],
  evidence: Evidence,
  system: System,
): Promise<readonly Check[]> {
  if (decisions.length === 0) return undecided;
  const { decideChecks } = await import('./decide-checks.ts');
  return decideChecks(undecided, decisions, evidence, system);
}

async function decisionsIn(folder: string, system: System): Promise<readonly KeptDecision[]> {
  if (!(await system.files.exists(path.join(folder, DECISIONS_NAME)))) return [];
  const { readDecisions } = await import('./decisions-file.ts');
  return readDecisions(folder, system);
}

/** The judgement with other checks, and what follows from them. */
export function withChecks(judgement: Judgement, checks: readonly Check[]): Judgement {
  return { ...judgement, checks, counts: count(checks), verdict: verdictOf(checks, judgement.strict) };
}

async function assertFolder(root: string, shown: string, { files }: System): Promise<void> {
  try {
    await files.list(root);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw refusal(error, shown);
  }
}

function refusal(error: FileError, shown: string): Error {
  switch (error.kind) {
    case 'missing':
      return new UsageError({
        zh: `找不到材料文件夹“${shown}”；请把材料放进去，或写明文件夹：four-ones check 文件夹`,
        en: `no materials folder “${shown}”; name the folder: four-ones check FOLDER`,
      });
    case 'not-a-folder':
      return new UsageError({
        zh: `“${shown}”不是文件夹；请给出装材料的文件夹`,
        en: `“${shown}” is not a folder; name the folder that holds the materials`,
      });
    case 'denied':
    case 'busy':
    case 'too-large':
    case 'full':
    case 'other':
      return new EnvironmentError(
        { zh: `读不了材料文件夹 ${shown}`, en: `the materials folder ${shown} cannot be read` },
        {
          zh: '请确认您有权限打开它，U盘或网盘已连接',
          en: 'make sure that you may open it and that the drive is connected',
        },
        { cause: error },
      );
  }
}

function dateOf(text: string | undefined, system: System): CalendarDate {
  if (text === undefined) return localCalendarDate(system.now());
  const date = parseCalendarDate(text);
  if (date) return date;
  throw new UsageError({
    zh: `报送日期“${text}”不对；应写成 2020-07-10 这样，且是存在的日子`,
    en: `“${text}” is not a date; write one that exists, as 2020-07-10`,
  });
}

function categoryOf(wanted: string | undefined, notice: Notice): string | undefined {
  if (wanted === undefined) return undefined;
  const found = notice.categories.find(({ id, name, aliases }) => [id, name, ...aliases].includes(wanted));
  if (found) return found.id;
  const known = {
    zh: notice.categories.map(({ id, name }) => `${name}（${id}）`).join('、'),
    en: notice.categories.map(({ id, name }) => `${name} (${id})`).join(', '),
  };
  const near = closestName(
    wanted,
    notice.categories.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
  );
  throw new UsageError({
    zh: `通知 ${notice.id} 没有类别“${wanted}”${near === undefined ? '；' : `，是不是“${near}”？`}可选：${known.zh}`,
    en: `notice ${notice.id} has no category “${wanted}”${near === undefined ? ';' : `, did you mean “${near}”?`} known: ${known.en}`,
  });
}

export function count(checks: readonly Check[]): Readonly<Record<Result, number>> {
  const counts = { pass: 0, fail: 0, unknown: 0, skip: 0 };
  for (const { result } of checks) counts[result] += 1;
  return counts;
}
