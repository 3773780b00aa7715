import { createHash } from 'node:crypto';
import path from 'node:path';
import { decodeText } from '../model/decode-text.ts';
import { EnvironmentError } from '../model/problems.ts';
import type { ReportTemplate } from '../report/html/render-html.ts';
import { FileError, type System } from '../system/system.ts';

const MOST_BYTES = 256 * 1024;

/** The page, its look and its behaviour: files of the program's templates, which a person may open and change. */
export async function loadReportTemplate(
  system: System,
): Promise<{ readonly template: ReportTemplate; readonly file: string }> {
  const folder = path.join(system.environment.templates, 'report');
  const read = async (name: string) => (await readText(path.join(folder, name), system)).trim();
  const [page, style, script] = await Promise.all([
    read('report.html'),
    read('report.css'),
    read('report.js'),
  ]);
  return {
    template: { page, style, styleHash: hashOf(style), script, scriptHash: hashOf(script) },
    file: path.join(folder, 'report.html'),
  };
}

/** As a Content-Security-Policy names what it lets run. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

async function readText(file: string, { files }: System): Promise<string> {
  try {
    const decoded = decodeText(await files.readWhole(file, MOST_BYTES));
    // Browsers count a line end as one character, whatever it was in the file.
    if (decoded) return decoded.text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
  throw new EnvironmentError(
    {
      zh: `读不了报告模板 ${path.basename(file)}`,
      en: `the report’s template ${path.basename(file)} cannot be read`,
    },
    { zh: '程序没有装全，请重新安装', en: 'the program is not complete: install it again' },
  );
}
