import type { Code } from '../model/check.ts';
import { closestName } from '../model/closest-name.ts';
import type { Ending } from '../model/outcome.ts';
import { UsageError } from '../model/problems.ts';
import type { Language } from '../model/report.ts';
import { CODES } from '../report/codes.ts';
import { renderCodeList, renderExplanation } from '../report/render-explanation.ts';
import type { System } from '../system/system.ts';

export function runExplain(code: string | undefined, language: Language, { terminal }: System): Ending {
  terminal.out(
    code === undefined
      ? renderCodeList(language, terminal.columns)
      : renderExplanation(known(code), language, terminal.columns),
  );
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
