import path from 'node:path';
import { PROJECT_FONTS, type Diagnosis, type ProjectFont } from '../model/diagnosis.ts';
import { FileError, type ProcessLimits, type System } from '../system/system.ts';

const LIMITS: ProcessLimits = { seconds: 10, outputBytes: 4 * 1024 * 1024 };
/** UTF-8, and simplified Chinese as Windows has had it: GBK, GB 18030. */
const READABLE_PAGES: ReadonlySet<number> = new Set([65001, 936, 54936]);

/** Whether Chinese is readable here: the code page of a Windows console, elsewhere the locale. */
export async function diagnoseTerminal(system: System): Promise<Diagnosis> {
  const { variables, platform } = system.environment;
  const dumb = variables['TERM'] === 'dumb';
  if (platform === 'win32') {
    const codePage = await activeCodePage(system);
    const state = codePage === undefined ? 'unknown' : READABLE_PAGES.has(codePage) ? 'ok' : 'advice';
    return { subject: 'terminal', state, dumb, ...(codePage !== undefined && { codePage }) };
  }
  // In the order in which POSIX reads them; an empty one does not count.
  const locale = [variables['LC_ALL'], variables['LC_CTYPE'], variables['LANG']].find((value) => value);
  const state = /utf-?8/i.test(locale ?? '') ? 'ok' : 'advice';
  return { subject: 'terminal', state, dumb, ...(locale !== undefined && { locale }) };
}

/** `chcp` answers in the language of the system: `活动代码页: 936`. */
async function activeCodePage({ processes, environment }: System): Promise<number | undefined> {
  const root = environment.variables['SystemRoot'] ?? 'C:\\Windows';
  const outcome = await processes.run(path.win32.join(root, 'System32', 'chcp.com'), [], LIMITS);
  const digits = outcome.kind === 'ended' ? /\d{3,5}/.exec(outcome.stdout)?.[0] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** How the fonts are called by fontconfig, and their files on Windows and macOS. */
const SIGNS: Readonly<Record<ProjectFont, RegExp>> = {
  仿宋_GB2312: /仿宋_?GB2312|FangSong_?GB2312|simfang|^(?:仿宋|FangSong)(?:$|[,.])/im,
  方正小标宋简体: /方正小标宋|FZXiaoBiaoSong|FZXBS/i,
};

/** Only a hint: without them reports and forms look different on this machine, not on the recipient’s. */
export async function diagnoseFonts(system: System): Promise<Diagnosis> {
  const names = await fontNames(system);
  if (names === undefined) return { subject: 'fonts', state: 'unknown' };
  const missing = PROJECT_FONTS.filter((font) => !SIGNS[font].test(names));
  return { subject: 'fonts', state: missing.length > 0 ? 'advice' : 'ok', missing };
}

/** One a line; undefined where nobody tells. */
async function fontNames(system: System): Promise<string | undefined> {
  const { platform, variables } = system.environment;
  if (platform !== 'win32') {
    const listed = await listFamilies(system);
    if (listed !== undefined) return listed;
  }
  const home = variables['HOME'] ?? '';
  const folders =
    platform === 'win32'
      ? [
          path.win32.join(variables['SystemRoot'] ?? 'C:\\Windows', 'Fonts'),
          path.win32.join(variables['LOCALAPPDATA'] ?? '', 'Microsoft', 'Windows', 'Fonts'),
        ]
      : ['/Library/Fonts', '/System/Library/Fonts', path.join(home, 'Library', 'Fonts')];
  const lists = await Promise.all(folders.map((folder) => fileNames(folder, system)));
  const names = lists.flatMap((list) => list ?? []);
  return names.length === 0 ? undefined : names.join('\n');
}

/** Asked for by its place: PATH may lead into a folder of materials. */
const FONT_LISTERS = ['/usr/bin/fc-list', '/opt/homebrew/bin/fc-list', '/usr/local/bin/fc-list'];

async function listFamilies({ processes }: System): Promise<string | undefined> {
  for (const program of FONT_LISTERS) {
    const listed = await processes.run(program, [':', 'family'], LIMITS);
    if (listed.kind === 'ended' && listed.status === 0) return listed.stdout;
  }
  return undefined;
}

async function fileNames(folder: string, { files }: System): Promise<readonly string[] | undefined> {
  if (!path.isAbsolute(folder) && !path.win32.isAbsolute(folder)) return undefined;
  try {
    return (await files.list(folder)).map(({ shownName }) => shownName);
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}
