import { closestName } from '../model/closest-name.ts';
import { UsageError } from '../model/problems.ts';
import type { TriedExample } from '../model/tried-example.ts';
import type { Notice } from '../model/notice.ts';
import type { NoticeExample } from '../notice/read-own-file.ts';
import { CODES } from '../report/codes.ts';
import { FileError, type System } from '../system/system.ts';
import { judgeFolder } from './check.ts';

/** Judges every example of a notice as `check` would judge it, and compares with what is said of it. */
export async function tryExamples(
  named: string,
  examples: readonly NoticeExample[],
  { year }: Notice,
  system: System,
): Promise<readonly TriedExample[]> {
  for (const example of examples) {
    refuseUnknownCodes(example);
    await refuseMissingFolder(example, system);
  }
  const tried: TriedExample[] = [];
  for (const example of examples) tried.push(await tryExample(named, example, year, system));
  return tried;
}

async function tryExample(
  named: string,
  { folder, root, date, org, codes, expects }: NoticeExample,
  year: number,
  system: System,
): Promise<TriedExample> {
  const { judgement } = await judgeFolder(
    {
      notice: named,
      materials: root,
      date: date ?? `${String(year)}-01-01`,
      ...(org !== undefined && { org }),
      cache: false,
      // The project around, its settings and decisions, are another matter: an example is the notice's own.
      loaded: { config: {}, folder: root },
    },
    system,
  );
  const { checks, verdict } = judgement;
  const musts = (result: 'fail' | 'unknown') =>
    unique(checks.filter((check) => check.level === 'must' && check.result === result));
  const failed = unique(checks.filter((check) => check.result === 'fail'));
  const said = new Set<string>(codes);
  const surprising =
    expects === 'pass'
      ? [...musts('fail'), ...musts('unknown').filter((code) => !said.has(code))]
      : codes === undefined
        ? []
        : musts('fail').filter((code) => !said.has(code));
  const missing =
    expects === 'pass'
      ? []
      : codes === undefined
        ? verdict === 'fail'
          ? []
          : ['any' as const]
        : codes.filter((code) => !failed.some((own) => own === code));
  return { folder, expects, verdict, surprising, missing };
}

function unique<C extends string>(checks: readonly { readonly code: C }[]): readonly C[] {
  return [...new Set(checks.map(({ code }) => code))];
}

function refuseUnknownCodes({ codes = [], placeOfCode }: NoticeExample): void {
  const at = codes.findIndex((code) => !CODES.some((known) => known === code));
  const written = codes[at];
  if (written === undefined) return;
  const near = closestName(written, CODES);
  throw new UsageError(
    {
      zh: `没有检查代码“${written}”${near === undefined ? '；four-ones explain 列出全部' : `，是不是“${near}”？`}`,
      en: `there is no check “${written}”${near === undefined ? '; four-ones explain lists them all' : `; did you mean “${near}”?`}`,
    },
    placeOfCode(at),
  );
}

async function refuseMissingFolder({ root, folder, place }: NoticeExample, { files }: System): Promise<void> {
  try {
    await files.list(root);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new UsageError(
      {
        zh: `打不开例子的文件夹“${folder}”；写法从通知文件所在的文件夹算起`,
        en: `the example folder “${folder}” cannot be opened; it is looked for from the notice’s folder on`,
      },
      place,
    );
  }
}
