import path from 'node:path';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';
import type { Config } from './parse-config.ts';

export const CONFIG_NAME = 'four-ones.yaml';
const MOST_BYTES = 1024 * 1024;

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute; undefined where there is none. */
  readonly file?: string;
  /** The project's folder: where the config lies, else the working directory. */
  readonly folder: string;
}

/** The config named, or the first one found upward from the working directory; none is fine. */
export async function loadConfig(
  named: string | undefined,
  system: Pick<System, 'files' | 'environment'>,
): Promise<LoadedConfig> {
  const { workingFolder } = system.environment;
  const file =
    named === undefined ? await findUpward(workingFolder, system) : path.resolve(workingFolder, named);
  if (file === undefined) return { config: {}, folder: workingFolder };
  const shown = named ?? shownPath(file, workingFolder);
  const bytes = await readConfig(file, shown, system);
  const { parseConfig } = await import('./parse-config.ts');
  const parsed = parseConfig(bytes);
  if (parsed.kind === 'bad') {
    const { line, column, key, words } = parsed.problem;
    throw new UsageError(words, { file: shown, line, column, key });
  }
  return { config: parsed.value ?? {}, file, folder: path.dirname(file) };
}

/** As the user would name it: from the working folder where it lies inside, else in full. */
function shownPath(file: string, workingFolder: string): string {
  const relative = path.relative(workingFolder, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

async function readConfig(
  file: string,
  shown: string,
  { files }: Pick<System, 'files'>,
): Promise<Uint8Array> {
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing')
      throw new UsageError({ zh: `找不到配置文件“${shown}”`, en: `no config file “${shown}”` });
    if (error.kind === 'too-large') {
      throw new UsageError(
        { zh: '文件超过 1 MB，不会是配置', en: 'over 1 MB: this is no config' },
        { file: shown },
      );
    }
    throw new EnvironmentError(
      { zh: `读不了配置文件“${shown}”`, en: `the config file “${shown}” cannot be read` },
      {
        zh: '请确认它是普通文件（不是文件夹或快捷方式），没有被别的程序占用，您有权限打开',
        en: 'make sure that it is a plain file (no folder, no link), that no other program holds it and that you may open it',
      },
      { cause: error },
    );
  }
}

async function findUpward(from: string, { files }: Pick<System, 'files'>): Promise<string | undefined> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIG_NAME);
    if (await files.exists(candidate)) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}
