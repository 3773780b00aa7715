import { pack, type PackOutcome, type PackParams } from '../commands/pack.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { describeClashes, describeMissing, describePlan } from '../report/describe-plan.ts';
import { printJson, toJsonReport } from '../report/json-report.ts';
import { renderText } from '../report/terminal/render-text.ts';
import type { System } from '../system/system.ts';
import { askForBlanks } from './ask-for-blanks.ts';
import { createProgressLine } from './progress-line.ts';
import type { PackOptions } from './options.ts';

export async function runPack(
  materials: string | undefined,
  options: PackOptions,
  system: System,
): Promise<Ending> {
  const params = paramsOf(materials, options);
  let outcome = await packTelling(params, options.lang, system);
  if (await isAnswered(outcome, options, system)) outcome = await packTelling(params, options.lang, system);
  if (options.format === 'json') system.terminal.out(printJson(toJson(outcome, options.lang)));
  else show(outcome, options.lang, system);
  return endingOf(outcome);
}

/** With a sign of life until all is written. */
async function packTelling(params: PackParams, language: Language, system: System): Promise<PackOutcome> {
  const doing = language === 'zh' ? '正在打包' : 'packing';
  const line = createProgressLine(system, language, { doing });
  try {
    return await pack({ ...params, onProgress: line.show, onBytes: line.showBytes }, system);
  } finally {
    line.clear();
  }
}

/** A plan alone writes nothing, not even answers. */
async function isAnswered(
  outcome: PackOutcome,
  { dryRun, lang }: PackOptions,
  system: System,
): Promise<boolean> {
  if (outcome.kind !== 'refused' || dryRun === true || outcome.project === undefined) return false;
  const ofForms = outcome.forms.map(({ planned: { item }, empty }) => ({ item, empty }));
  const ofTables = outcome.summaries.flatMap(({ lacking }) =>
    lacking.flatMap(({ item, empty }) => (item === undefined ? [] : [{ item, empty }])),
  );
  return askForBlanks([...ofForms, ...ofTables], outcome.project, lang, system);
}

function paramsOf(materials: string | undefined, { force, reason, ...options }: PackOptions): PackParams {
  if (force !== true && reason !== undefined) {
    throw new UsageError({
      zh: '--reason 要和 --force 一起写：不合格也打包的理由',
      en: '--reason goes with --force: why it is packed in spite of what is wrong',
    });
  }
  if (force === true && (reason ?? '').trim() === '') {
    throw new UsageError({
      zh: '--force 要写明理由：--force --reason "已电话请示，允许先报"；理由会写进包里',
      en: '--force needs a reason: --force --reason "…"; it is written into the bundle',
    });
  }
  return {
    ...options,
    ...(materials !== undefined && { materials }),
    ...(force === true && reason !== undefined && { force: { reason: reason.trim() } }),
  };
}

/** What was packed is packed: a forced bundle ends like a good one, its reason on record. */
function endingOf(outcome: PackOutcome): Ending {
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'judged', verdict: outcome.judgement.verdict };
    case 'unplannable':
      return { kind: 'judged', verdict: 'fail' };
    case 'planned':
    case 'packed':
      return { kind: 'done' };
  }
}

function show(outcome: PackOutcome, language: Language, { terminal }: System): void {
  const { columns, colors } = terminal;
  const say = (zh: string, en: string) => {
    terminal.out(`${language === 'zh' ? zh : en}\n`);
  };
  switch (outcome.kind) {
    case 'refused':
      terminal.out(renderText(outcome.judgement, { language, columns, colors }));
      say('没有打包：先改好上面的项目。', 'Nothing was packed: mend the above first.');
      return;
    case 'unplannable':
      terminal.out(
        outcome.planned.kind === 'clashes'
          ? describeClashes(outcome.planned.clashes, language)
          : describeMissing(outcome.planned.missing, language),
      );
      return;
    case 'planned':
    case 'packed': {
      const emptyBlanks = new Map(
        outcome.bundles.flatMap(({ forms, summaries }) => [
          ...forms.map(({ planned, empty }) => [planned.name, empty] as const),
          ...summaries.map(({ planned, lacking }) => {
            const empty = new Set(lacking.flatMap((one) => one.empty));
            return [planned.name, [...empty]] as const;
          }),
        ]),
      );
      const formNames = new Map(outcome.judgement.notice.forms.map(({ id, name }) => [id, name] as const));
      terminal.out(`${describePlan(outcome.plan, { language, columns, emptyBlanks, formNames })}\n`);
      if (outcome.judgement.verdict !== 'pass') {
        say(
          '！还有必须做到的没有做到或没法判定（见 four-ones check），按 --reason 的理由打包；理由会写进包里。',
          '! Something that must hold does not, or could not be judged (see four-ones check); packed for the reason given, which is written into the bundle.',
        );
      }
      if (outcome.bundles.length === 0) {
        say('没有可打包的材料。', 'There is nothing to pack.');
        return;
      }
      if (outcome.kind === 'planned') {
        say(
          '这是计划，什么都没有写。去掉 --dry-run 就照此打包。',
          'This is the plan; nothing was written. Leave out --dry-run to pack.',
        );
        return;
      }
      for (const { planned, built } of outcome.bundles) {
        const fresh = built?.kind === 'built';
        const kept = built?.kept;
        say(
          `${fresh ? '✓ 打好了' : '= 与上次相同，没有改动'}：${planned.name}.zip${kept === undefined ? '' : `（旧的留作 ${kept}）`}`,
          `${fresh ? '✓ packed' : '= unchanged'}: ${planned.name}.zip${kept === undefined ? '' : ` (the old one is kept as ${kept})`}`,
        );
      }
      say(`放在 ${outcome.outbox}`, `in ${outcome.outbox}`);
    }
  }
}

function toJson(outcome: PackOutcome, language: Language) {
  return {
    ...toJsonReport(outcome.judgement, language),
    outcome: outcome.kind,
    outbox: outcome.outbox,
    ...('plan' in outcome && { plan: outcome.plan }),
    ...('planned' in outcome && { unplannable: outcome.planned }),
    ...('bundles' in outcome && {
      bundles: outcome.bundles.flatMap(({ built }) =>
        built ? [{ result: built.kind, ...built.manifest }] : [],
      ),
    }),
  };
}
