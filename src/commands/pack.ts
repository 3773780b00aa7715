import { buildBundles } from '../bundle/build-bundles.ts';
import type { BuildRequest, Built } from '../bundle/build-request.ts';
import { listDocument } from '../bundle/list-document.ts';
import { planBundles } from '../bundle/plan-bundles.ts';
import { drawWord } from '../document/draw-word.ts';
import {
  LIST_NAME,
  type BundlePlan,
  type Forced,
  type Planned,
  type PlannedBundle,
} from '../model/bundle.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { Judgement } from '../model/report.ts';
import { decidedAbout } from '../report/decision-words.ts';
import { fieldNamesZh } from '../report/zh/format-names-zh.ts';
import { FileError, type System } from '../system/system.ts';
import { readAnswers } from './answers.ts';
import { judgeFolder, withChecks, type CheckParams, type Judged } from './check.ts';
import { materialsFolder } from './settle-request.ts';
import { drawSummaries } from './draw-summaries.ts';
import { fillableForms, fillForms, type Answers, type FilledForm } from './fill-forms.ts';
import { fillSummaries, type FilledSummary } from './fill-summaries.ts';
import { listOf } from './list-content.ts';
import { formChecks, summaryChecks } from './form-checks.ts';
import { liesWithin } from './lies-within.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { outboxFolder } from './outbox-folder.ts';
import { weighWorks } from './size-checks.ts';

export interface PackParams extends CheckParams {
  /** Absolute or from the working folder; the config's, else `./outbox`. */
  readonly out?: string;
  /** The plan alone; nothing is written. */
  readonly dryRun?: boolean;
  readonly replace?: boolean;
  /** Packs in spite of what is wrong; the reason is written into the bundle. */
  readonly force?: { readonly reason: string };
  readonly onBytes?: (bundle: string, done: number, total: number) => void;
}

export interface PackedBundle {
  readonly planned: PlannedBundle;
  readonly forms: readonly FilledForm[];
  readonly summaries: readonly FilledSummary[];
  /** Absent: nothing was written. */
  readonly built?: Built;
}

export type PackOutcome = {
  /** With the forms that were filled judged too. */
  readonly judgement: Judgement;
  readonly outbox: string;
  /** Absolute folder of the project, where answers are kept; absent where it lies among the materials. */
  readonly project?: string;
} & (
  | {
      readonly kind: 'refused';
      readonly plan?: BundlePlan;
      readonly forms: readonly FilledForm[];
      readonly summaries: readonly FilledSummary[];
    }
  | { readonly kind: 'unplannable'; readonly planned: Exclude<Planned, { kind: 'plan' }> }
  | {
      readonly kind: 'planned' | 'packed';
      readonly plan: BundlePlan;
      readonly bundles: readonly PackedBundle[];
    }
);

/**
 * Checks, plans, fills the forms in memory, and only then writes: bundles appear whole or not at all. What is wrong
 * or open stops it before anything is written, unless it is forced with a reason.
 */
export async function pack(params: PackParams, system: System): Promise<PackOutcome> {
  const { outbox, org } = await settle(params, system);
  const judged = await judgeFolder(params, system, async ({ forms }) => ({
    forms: await fillableForms(forms, system),
  }));
  const { judgement, loaded, root } = judged;
  const planned = planBundles({
    notice: judgement.notice,
    materials: judgement.materials,
    org,
    ...(loaded.config.contact && { contact: loaded.config.contact }),
    date: judgement.date,
    fieldNames: fieldNamesZh,
    fillable: await fillableForms(judgement.notice.forms, system),
    checks: judgement.checks,
    aboutOf: (check) => decidedAbout(check, 'zh'),
  });
  const project = (await liesWithin(loaded.folder, root, system.files)) ? undefined : loaded.folder;
  const place = { outbox, ...(project !== undefined && { project }) };
  if (planned.kind !== 'plan') return { kind: 'unplannable', judgement, ...place, planned };
  const { plan } = planned;
  const source = await formSource(judged, { org, project }, system);
  const bundles = await Promise.all(
    plan.bundles.map(async (bundle) => ({
      planned: bundle,
      forms: await fillForms(bundle, source, system),
      summaries: await fillSummaries(bundle, source, system),
    })),
  );
  const forms = bundles.flatMap((bundle) => bundle.forms);
  const summaries = bundles.flatMap((bundle) => bundle.summaries);
  const whole = withChecks(judgement, [
    ...weighWorks(judgement.checks, bundles),
    ...formChecks(forms, judgement),
    ...summaryChecks(summaries, judgement),
  ]);
  const forced = forcedBy(params, whole);
  if (whole.verdict !== 'pass' && !forced)
    return { kind: 'refused', judgement: whole, ...place, plan, forms, summaries };
  if (params.dryRun === true) return { kind: 'planned', judgement: whole, ...place, plan, bundles };
  const building = { params, judgement: whole, judged, outbox, forced };
  const requests = await Promise.all(bundles.map((bundle) => requestFor(bundle, building)));
  const built = await build(requests, params, system);
  const packed = bundles.map((bundle, index): PackedBundle => {
    const result = built[index];
    return { ...bundle, ...(result && { built: result }) };
  });
  return { kind: 'packed', judgement: whole, ...place, plan, bundles: packed };
}

interface Building {
  readonly params: PackParams;
  readonly judgement: Judgement;
  readonly judged: Judged;
  readonly outbox: string;
  readonly forced: Forced | undefined;
}

async function requestFor(
  { planned, forms, summaries }: PackedBundle,
  { params, judgement, judged, outbox, forced }: Building,
): Promise<BuildRequest> {
  const { contact } = judged.loaded.config;
  const tables = await drawSummaries(summaries);
  const list = listOf({ bundle: planned, forms, tables, judgement, contact, forced });
  return {
    bundle: planned,
    materials: judged.root,
    outbox,
    made: new Map([
      ...forms.map(({ planned: { name }, bytes }) => [name, bytes] as const),
      ...tables,
      [LIST_NAME, await drawWord(listDocument(list))],
    ]),
    identities: judged.identities,
    replace: params.replace ?? false,
    ...(forced && { forced }),
  };
}

function build(
  requests: readonly BuildRequest[],
  { onBytes }: PackParams,
  { files, storage, interrupted }: System,
): Promise<readonly Built[]> {
  return buildBundles(requests, { files, storage, interrupted, ...(onBytes && { onBuilding: onBytes }) });
}

async function formSource(
  { judgement, loaded }: Judged,
  { org, project }: { readonly org: string; readonly project: string | undefined },
  system: System,
) {
  const { contact } = loaded.config;
  return {
    items: judgement.materials.items,
    forms: judgement.notice.forms,
    categories: judgement.notice.categories,
    answers: project === undefined ? {} : await answersIn(project, system),
    org,
    date: judgement.date,
    ...(contact && { contact }),
  };
}

async function answersIn(project: string, system: System): Promise<Answers> {
  try {
    return await readAnswers(project, system);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new EnvironmentError(
      { zh: `读不了 ${error.path}`, en: `${error.path} cannot be read` },
      {
        zh: '它记着填表的内容，应是小的普通文件；请确认您有权限打开，或把它移走',
        en: 'it keeps the answers for the forms, a small plain file; make sure that you may open it, or move it away',
      },
      { cause: error },
    );
  }
}

function forcedBy({ force }: PackParams, { verdict }: Judgement): Forced | undefined {
  return force && verdict !== 'pass' ? { verdict, reason: force.reason } : undefined;
}

/** What needs no look at any film is settled first: nobody waits for minutes to hear that an option is missing. */
async function settle(
  params: PackParams,
  system: System,
): Promise<{ readonly org: string; readonly outbox: string }> {
  const loaded = await loadConfig(params.config, system);
  const org = params.org ?? loaded.config.org;
  if (org === undefined) throw noOrg();
  return { org, outbox: await outboxOf(params, loaded, system) };
}

/** An outbox in the config is meant from where the config lies; it never lies among the materials. */
async function outboxOf(params: PackParams, loaded: LoadedConfig, system: System): Promise<string> {
  const { folder: outbox } = outboxFolder(params.out, loaded, system.environment);
  if (await liesWithin(outbox, await materialsFolder(params, system), system.files)) {
    throw new UsageError({
      zh: '打好的包不能放进材料文件夹，否则下次会被当成材料；请用 --out 换个地方',
      en: 'the outbox cannot lie in the materials folder, where it would count as material; choose another with --out',
    });
  }
  return outbox;
}

function noOrg(): UsageError {
  return new UsageError({
    zh: '打包要写明报送单位：加 --org 马克思主义学院党委，或写进 four-ones.yaml 的 org',
    en: 'packing needs the name of your unit: --org NAME, or org in four-ones.yaml',
  });
}
