import { loadConfig } from '../commands/load-config.ts';
import { readNotice } from '../commands/notice.ts';
import { noticeRequest } from '../commands/settle-request.ts';
import type { Code } from '../model/check.ts';
import { closestName } from '../model/closest-name.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { CODES } from '../report/codes.ts';
import { renderCodeList, renderExplanation } from '../report/render-explanation.ts';
import type { System } from '../system/system.ts';

/** A check, with where the notice of this project says so; without a project, the one that `check` would take. */
export async function runExplain(
  code: string | undefined,
  { notice, lang }: { readonly notice?: string; readonly lang: Language },
  system: System,
): Promise<Ending> {
  const { terminal } = system;
  if (code === undefined) {
    terminal.out(renderCodeList(lang, terminal.columns));
    return { kind: 'done' };
  }
  const asked = known(code);
  const loaded = await loadConfig(undefined, system);
  const inForce = await readNotice(
    noticeRequest({ ...(notice !== undefined && { notice }) }, loaded),
    system,
  );
  terminal.out(renderExplanation(asked, inForce, lang, terminal.columns));
  return { kind: 'done' };
}

function known(code: string): Code {
  const found = CODES.find((candidate) => candidate === code);
  if (found) return found;
  const near = closestName(code, CODES);
  throw new UsageError({
    zh: `没有“${code}”这项检查${near === undefined ? '' : `，是不是“${near}”？`}全部代码见：four-ones explain`,
    en: `there is no check “${code}”${near === undefined ? '.' : `; did you mean “${near}”?`} All codes: four-ones explain`,
  });
}
