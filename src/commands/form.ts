import path from 'node:path';
import * as z from 'zod/mini';
import { fillForm } from '../forms/fill-form.ts';
import { inspectForm } from '../forms/inspect-form.ts';
import type { FormFilled, FormInspected, FormUnfit, FormValues } from '../model/form.ts';
import { EnvironmentError, UsageError, type Bilingual } from '../model/problems.ts';
import { parseYaml } from '../system/parse-yaml.ts';
import { FileError, type System } from '../system/system.ts';
import { convertDoc } from './convert-doc.ts';

const MOST_BYTES = 50 * 1024 * 1024;

/** An old .doc was looked at as the .docx that LibreOffice makes of it. */
export interface MayBeConverted {
  readonly converted?: true;
}

/** What a Word form asks for, recognised or not. Changes nothing. */
export async function inspect(
  file: string,
  system: System,
): Promise<Omit<FormInspected, 'others'> & MayBeConverted> {
  const { kind, slots, rosters, converted } = await readForm(file, system);
  return { kind, slots, rosters, ...(converted && { converted }) };
}

export interface FillParams {
  readonly file: string;
  /** YAML: label or field, and what to write. */
  readonly values: string;
  readonly output: string;
}

/** Fills a copy of a form. The form itself and an existing output are never touched. */
export async function fill(
  { file, values, output }: FillParams,
  system: System,
): Promise<FormFilled & MayBeConverted> {
  const { files, environment } = system;
  const target = path.resolve(environment.workingFolder, output);
  if (await files.exists(target)) {
    throw new UsageError({
      zh: `${output} 已经存在，不会覆盖；请换个名字`,
      en: `${output} exists and is not overwritten; choose another name`,
    });
  }
  const content = await readValues(values, system);
  const { bytes, converted } = await readForm(file, system);
  if (converted && path.extname(target).toLowerCase() !== '.docx') {
    throw new UsageError({
      zh: `旧的 .doc 填好后是 .docx；请把 ${output} 的扩展名改成 .docx`,
      en: `an old .doc becomes a .docx when filled; give ${output} that extension`,
    });
  }
  const filling = await fillForm(bytes, content);
  if (filling.kind === 'unreadable') throw unfit(file, filling.cause);
  if (filling.kind === 'failed') {
    throw new EnvironmentError(
      {
        zh: `${file} 填好后读回来对不上，没有保存`,
        en: `${file} does not read back as it was filled; nothing was saved`,
      },
      {
        zh: '请用 Word 或 WPS 把表格另存为 .docx 再试',
        en: 'save the form as .docx with Word or WPS and try again',
      },
    );
  }
  await files.writeAtomically(target, filling.bytes);
  return converted ? { ...filling, converted } : filling;
}

interface ReadForm extends FormInspected, MayBeConverted {
  /** Always a .docx. */
  readonly bytes: Uint8Array;
}

async function readForm(file: string, system: System): Promise<ReadForm> {
  const bytes = await readBytes(file, system);
  const inspection = await inspectForm(bytes);
  if (inspection.kind === 'form') return { ...inspection, bytes };
  const docx = inspection.cause === 'old-doc' ? await convertDoc(bytes, system) : undefined;
  if (!docx) throw unfit(file, inspection.cause);
  const anew = await inspectForm(docx);
  if (anew.kind === 'unreadable') throw unfit(file, 'old-doc');
  return { ...anew, bytes: docx, converted: true };
}

async function readBytes(file: string, { files, environment }: System): Promise<Uint8Array> {
  try {
    return await files.readWhole(path.resolve(environment.workingFolder, file), MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw error.kind === 'missing'
      ? new UsageError({ zh: `找不到表格 ${file}`, en: `there is no form at ${file}` })
      : new UsageError({
          zh: `读不了表格 ${file}（${error.kind}）`,
          en: `${file} cannot be read (${error.kind})`,
        });
  }
}

const cell = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));
/** A list has the lines of a roster: 姓名: 张三, 学号: 1. */
const schema = z.record(z.string(), z.union([cell, z.array(z.record(z.string(), cell))]));

async function readValues(file: string, { files, environment }: System): Promise<FormValues> {
  const place = path.resolve(environment.workingFolder, file);
  if (!(await files.exists(place))) {
    throw new UsageError({ zh: `找不到内容文件 ${file}`, en: `there is no file of values at ${file}` });
  }
  const parsed = parseYaml(await files.readWhole(place, MOST_BYTES), schema);
  if (parsed.kind === 'ok') return parsed.value;
  const { line, column, key, words } = parsed.problem;
  throw new UsageError(words, { file, line, column, key });
}

function unfit(file: string, cause: FormUnfit): UsageError {
  const { zh, en } = UNFIT[cause];
  return new UsageError({ zh: `${file}：${zh}`, en: `${file}: ${en}` });
}

const UNFIT: Readonly<Record<FormUnfit, Bilingual>> = {
  empty: { zh: '是空文件', en: 'is empty' },
  'not-docx': { zh: '不是 .docx 文档', en: 'is no .docx document' },
  'old-doc': {
    zh: '是旧的 .doc；请用 Word 或 WPS 打开，“另存为”选“Word 文档（.docx）”再试',
    en: 'is an old .doc; open it with Word or WPS and save it as .docx',
  },
  encrypted: { zh: '加了密码；请去掉密码再试', en: 'is locked with a password; take it off first' },
  broken: { zh: '已损坏，打不开', en: 'is damaged and cannot be opened' },
  'too-large': { zh: '太大，不像表格', en: 'is too large for a form' },
  unsupported: {
    zh: '写法不支持；请用 Word 或 WPS 另存为 .docx 再试',
    en: 'is of an unsupported kind; save it anew as .docx',
  },
};
