import path from 'node:path';
import { UsageError } from '../model/problems.ts';
import type { System } from '../system/system.ts';
import type { Config } from './parse-config.ts';

const CONFIG_NAME = 'four-ones.yaml';
const MOST_BYTES = 1024 * 1024;

export interface LoadedConfig {
  readonly config: Config;
  /** Absolute; undefined where there is none. */
  readonly file?: string;
  /** The project's folder: where the config lies, else the working directory. */
  readonly folder: string;
}

/** The config named, or the first one found upward from the working directory; none is fine. */
export async function loadConfig(named: string | undefined, system: Pick<System, 'files' | 'environment'>): Promise<LoadedConfig> {
  const { workingFolder } = system.environment;
  const file = named === undefined ? await findUpward(workingFolder, system) : path.resolve(workingFolder, named);
  if (file === undefined) return { config: {}, folder: workingFolder };
  if (named !== undefined && !(await system.files.exists(file))) {
    throw new UsageError({ zh: `找不到配置文件 ${named}`, en: `no config file at ${named}` });
  }
  const { parseConfig } = await import('./parse-config.ts');
  const parsed = parseConfig(await system.files.readWhole(file, MOST_BYTES));
  if (parsed.kind === 'bad') {
    const { line, column, key, words } = parsed.problem;
    throw new UsageError(words, { file, line, column, key });
  }
  return { config: parsed.value ?? {}, file, folder: path.dirname(file) };
}

async function findUpward(from: string, { files }: Pick<System, 'files'>): Promise<string | undefined> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIG_NAME);
    if (await files.exists(candidate)) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}
