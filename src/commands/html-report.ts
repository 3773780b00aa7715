import path from 'node:path';
import { UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { renderHtml } from '../report/html/render-html.ts';
import type { System } from '../system/system.ts';
import type { Judged } from './check.ts';
import type { DrawnAlready } from './drawn-already.ts';
import { gatherEvidence, type EvidenceRequest } from './gather-evidence.ts';
import { liesWithin } from './lies-within.ts';
import { loadReportTemplate } from './load-report-template.ts';
import { noPictureCache, openPictureCache, type PictureCache } from './picture-cache.ts';

export interface HtmlReportOptions {
  readonly language: Language;
  readonly cache: boolean;
  readonly jobs?: number;
  readonly limits?: EvidenceRequest['limits'];
  readonly drawn?: DrawnAlready;
  readonly onProgress?: EvidenceRequest['onProgress'];
}

/** A judgement as one page with pictures. */
export async function htmlReport(
  { judgement, root, identities, loaded }: Judged,
  options: HtmlReportOptions,
  system: System,
): Promise<string> {
  const { template, file } = await loadReportTemplate(system);
  const cache = options.cache ? await openCache(root, loaded.folder, system) : noPictureCache;
  const { materials } = judgement;
  const evidence = await gatherEvidence(
    {
      root,
      materials,
      identities,
      cache,
      jobs: options.jobs ?? system.environment.processors,
      ...(options.limits && { limits: options.limits }),
      ...(options.drawn && { drawn: options.drawn }),
      ...(options.onProgress && { onProgress: options.onProgress }),
    },
    system,
  );
  const { version } = system.environment;
  const page = renderHtml(judgement, { language: options.language, version, evidence, template });
  if (page.kind === 'filled') return page.text;
  const names = [...page.missing, ...page.unknown].map((name) => `{{ ${name} }}`);
  throw new UsageError(
    {
      zh: `报告模板不对，缺少或多出：${names.join('、')}；请改正，或重新安装程序`,
      en: `the report’s template lacks, or has too many: ${names.join(', ')}; mend it, or install the program again`,
    },
    { file },
  );
}

async function openCache(root: string, project: string, system: System): Promise<PictureCache> {
  const { files, environment, tools } = system;
  // Nothing of ours is ever written among the user's materials.
  if (await liesWithin(project, root, files)) return noPictureCache;
  const version = JSON.stringify([environment.build, root, (await tools.quickFfmpeg()) ?? null]);
  return openPictureCache({ path: path.join(project, '.four-ones', 'pictures.json'), version }, files);
}
