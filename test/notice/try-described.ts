import { mkdtempSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makeDescribedFiles } from '../../fixtures/make/described-files.mjs';
import { planBundles } from '../../src/bundle/plan-bundles.ts';
import { judgeFolder } from '../../src/commands/check.ts';
import type { Judgement } from '../../src/model/report.ts';
import { fieldNamesZh } from '../../src/report/zh/format-names-zh.ts';
import type { System } from '../../src/system/system.ts';
import { realSystem } from '../cli/real-system.ts';
import { putAwayLater } from '../leftovers.ts';
import { noticePath, type DescribedFolder } from './real-notice.ts';
import type { Outcome } from './told-of.ts';

let work: string | undefined;

/** Makes the folder, judges it as `check` does, and plans what `pack` would make of it. */
export async function tryDescribed(id: string, name: string, described: DescribedFolder): Promise<Outcome> {
  const judgement = await judge(id, name, described);
  const planned = planBundles({
    notice: judgement.notice,
    materials: judgement.materials,
    org: judgement.org ?? '某某单位',
    date: judgement.date,
    fieldNames: fieldNamesZh,
    fillable: [],
    checks: judgement.checks,
    aboutOf: ({ code }) => code,
  });
  return { judgement, bundles: planned.kind === 'plan' ? planned.plan.bundles : [] };
}

async function judge(id: string, name: string, described: DescribedFolder): Promise<Judgement> {
  const { files, date, org, unit } = described;
  const root = path.join(workFolder(), id, name);
  const cache = path.join(workFolder(), 'made');
  await mkdir(root, { recursive: true });
  await mkdir(cache, { recursive: true });
  await makeDescribedFiles(root, files, cache);
  const { judgement } = await judgeFolder(
    {
      notice: noticePath(id),
      materials: root,
      date,
      ...(org !== undefined && { org }),
      cache: false,
      loaded: { config: unit === undefined ? {} : { unit }, folder: root },
    },
    keptSystem(),
  );
  return judgement;
}

/** Threads that have read one folder's files read the next one's. */
function keptSystem(): System {
  const system = realSystem();
  return { ...system, isolation: { ...system.isolation, close: () => Promise.resolve() } };
}

function workFolder(): string {
  if (work === undefined) {
    const made = mkdtempSync(path.join(os.tmpdir(), 'four-ones-notices-'));
    putAwayLater(() => rm(made, { recursive: true, force: true }));
    putAwayLater(() => realSystem().isolation.close());
    work = made;
  }
  return work;
}
