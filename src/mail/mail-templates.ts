import path from 'node:path';
import { decodeText } from '../model/decode-text.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError, type Files } from '../system/system.ts';
import { parseTemplate, type Template, type TemplateVariables } from './mail-template.ts';

const MOST_BYTES = 64 * 1024;

/** One file each, in the folder `mail` of the templates. */
export type MailTemplates = Readonly<Record<keyof typeof VARIABLES, Template>>;

const SIZED = ['number', 'name', 'size', 'sha256'] as const;

const VARIABLES = {
  body: {
    values: [
      ...['notice', 'org', 'category', 'date', 'bundle', 'times', 'place', 'fileCount', 'linkCount'],
      ...['zipName', 'zipSize', 'zipSha256', 'part', 'parts', 'forced'],
      ...['contactName', 'contactPhone', 'contactEmail'],
    ],
    blocks: ['body', 'fields', 'files', 'partList', 'links', 'decisions', 'steps'],
    needed: ['fields', 'files', 'partList', 'links', 'steps', 'forced'],
  },
  file: { values: SIZED, blocks: [], needed: ['name', 'size', 'sha256'] },
  link: {
    values: [...SIZED, 'url', 'code', 'expires'],
    blocks: [],
    needed: ['name', 'size', 'sha256', 'url', 'code', 'expires'],
  },
  part: { values: ['part', 'parts', 'here'], blocks: ['names'], needed: ['part', 'names'] },
} as const satisfies Readonly<Record<string, TemplateVariables>>;

/** Each template from the first of the folders that has it: a user's own before the program's. Folders are absolute. */
export async function loadMailTemplates(folders: readonly string[], files: Files): Promise<MailTemplates> {
  const [body, file, link, part] = await Promise.all([
    loadOne('body', folders, files),
    loadOne('file', folders, files),
    loadOne('link', folders, files),
    loadOne('part', folders, files),
  ]);
  return { body, file, link, part };
}

async function loadOne(
  name: keyof MailTemplates,
  folders: readonly string[],
  files: Files,
): Promise<Template> {
  for (const folder of folders) {
    const file = path.join(folder, `${name}.txt`);
    const bytes = await readTemplate(file, files);
    if (bytes) return parseTemplate({ file, text: textOf(bytes, file) }, VARIABLES[name]);
  }
  throw new EnvironmentError(
    { zh: `找不到邮件模板 ${name}.txt`, en: `the mail template ${name}.txt is missing` },
    { zh: '程序没有装全，请重新安装', en: 'the program is not complete: install it again' },
  );
}

async function readTemplate(file: string, files: Files): Promise<Uint8Array | undefined> {
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing') return undefined;
    if (error.kind !== 'too-large') throw error;
    throw new UsageError(
      { zh: '超过 64 KB，不会是邮件模板', en: 'over 64 KB: this is no mail template' },
      { file },
    );
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  const decoded = decodeText(bytes);
  if (decoded) return decoded.text;
  throw new UsageError(
    { zh: '文字编码无法识别，请另存为 UTF-8', en: 'the text encoding is not recognised; save it as UTF-8' },
    { file },
  );
}
