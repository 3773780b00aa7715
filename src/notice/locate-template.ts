import path from 'node:path';
import { UsageError } from '../model/problems.ts';
import { blankFormat, type SummaryRule } from '../model/summary.ts';
import { FileError } from '../system/system.ts';
import type { NoticeWorld } from './built-in-notices.ts';
import type { NoticeFile } from './notice-file.ts';
import { choices, quoted } from './say.ts';
import type { Stated } from './stated.ts';

const WORD = /\.docx?$/i;

/** A form's own blank as a notice names it: a file, from the notice's folder on, or the id of a built-in one. */
export function templatePath(template: string, folder: string): string {
  return isFile(template) ? path.resolve(folder, template) : template;
}

function isFile(template: string): boolean {
  return /[/\\]/.test(template) || /\.[a-z]{2,5}$/i.test(template);
}

type StatedSummary = Stated<SummaryRule> | null | undefined;

/** The blank of a 汇总表 is always a file of the notice's own. */
export function placedSummary<S extends StatedSummary>(
  summary: S,
  { folder }: { readonly folder: string },
): S {
  const template = summary?.value.template;
  if (!summary || template === undefined) return summary;
  return { ...summary, value: { ...summary.value, template: path.resolve(folder, template) } };
}

/** Every blank that a notice names is there and is a file that can be filled; else it is told where in the notice it is named. */
export async function checkTemplates({ stated, source }: NoticeFile, world: NoticeWorld): Promise<void> {
  for (const [id, form] of stated.forms ?? []) {
    const template = form?.template;
    if (typeof template !== 'string') continue;
    const words = isFile(template)
      ? await complainOfFile(path.resolve(source.folder, template), template, world)
      : await complainOfId(template, world);
    if (words) throw new UsageError(words, source.placeOf(['forms', id, 'template']));
  }
  for (const { at, summary } of summariesOf(stated)) {
    const template = summary?.value.template;
    if (template === undefined) continue;
    const words = await complainOfTable(path.resolve(source.folder, template), template, world);
    if (words) throw new UsageError(words, source.placeOf([...at, 'summary', 'template']));
  }
}

function summariesOf({ summary, categories }: NoticeFile['stated']) {
  const own = [...(categories ?? [])].map(([id, category]) => ({
    at: ['categories', id],
    summary: category?.summary,
  }));
  return [{ at: [], summary }, ...own];
}

async function complainOfTable(file: string, template: string, world: NoticeWorld) {
  if (blankFormat(template)) return complainOfAbsence(file, template, world);
  return {
    zh: `汇总表的空白表“${quoted(template)}”应是 .xlsx 或 .docx；旧的 .xls、.et 请用 Excel 或 WPS 另存为 .xlsx，旧的 .doc、.wps 另存为 .docx`,
    en: `the blank table “${quoted(template)}” has to be an .xlsx or a .docx: save an old .xls or .et as .xlsx with Excel or WPS, an old .doc or .wps as .docx`,
  };
}

async function complainOfFile(file: string, template: string, world: NoticeWorld) {
  if (!WORD.test(template)) {
    return {
      zh: `表格模板“${quoted(template)}”应是 Word 文件（.docx，或旧的 .doc）`,
      en: `the form template “${quoted(template)}” should be a Word file (.docx, or an old .doc)`,
    };
  }
  return complainOfAbsence(file, template, world);
}

async function complainOfAbsence(file: string, template: string, { files }: NoticeWorld) {
  if (await isReadable(file, files)) return undefined;
  return {
    zh: `找不到表格模板 ${quoted(template)}；写法从通知文件所在的文件夹算起`,
    en: `there is no form template ${quoted(template)}; it is looked for from the notice’s folder on`,
  };
}

async function isReadable(file: string, files: NoticeWorld['files']): Promise<boolean> {
  try {
    await (await files.open(file)).close();
    return true;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}

async function complainOfId(template: string, { files, templates }: NoticeWorld) {
  const entries = await files.list(path.join(templates, 'forms'));
  const known = entries.flatMap(({ name }) =>
    name?.endsWith('.docx') ? [name.slice(0, -'.docx'.length)] : [],
  );
  if (known.includes(template)) return undefined;
  const { zh, en } = choices(template, known);
  return {
    zh: `没有内置表格“${quoted(template)}”，${zh}（自己的表格请写文件名，如 ./附件1.docx）`,
    en: `there is no built-in form “${quoted(template)}”; ${en} (name your own by its file, e.g. ./form.docx)`,
  };
}
