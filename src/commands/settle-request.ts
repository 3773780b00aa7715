import path from 'node:path';
import type { System } from '../system/system.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import type { NoticeRequest } from './notice.ts';

/** What is to be judged, as far as the user said: by `CheckParams`, or by any other command’s own. */
export interface JudgedPlace {
  readonly materials?: string;
  readonly notice?: string;
  readonly year?: number;
  readonly config?: string;
}

const DEFAULT_NOTICE = 'scau-2020';
const DEFAULT_FOLDER = './materials';

/** Absolute path of the folder that `check` would judge. */
export async function materialsFolder(
  params: Pick<JudgedPlace, 'materials' | 'config'>,
  system: System,
): Promise<string> {
  return folderOf(params, await loadConfig(params.config, system), system).root;
}

/** A notice named in the config is meant from where the config lies. */
export function noticeRequest(
  params: Pick<JudgedPlace, 'notice' | 'year'>,
  { config, folder }: LoadedConfig,
): NoticeRequest {
  const year = params.year ?? config.year;
  return {
    named: params.notice ?? config.notice ?? DEFAULT_NOTICE,
    ...(params.notice === undefined && { from: folder }),
    ...(year !== undefined && { year }),
    project: folder,
  };
}

/** A folder in the config is meant from where the config lies, one on the command line from where the user stands. */
export function folderOf(
  params: Pick<JudgedPlace, 'materials'>,
  { config, folder }: LoadedConfig,
  { environment }: System,
) {
  const { workingFolder } = environment;
  if (params.materials !== undefined) {
    return { root: path.resolve(workingFolder, params.materials), shown: params.materials };
  }
  const named = config.materials ?? DEFAULT_FOLDER;
  return { root: path.resolve(config.materials === undefined ? workingFolder : folder, named), shown: named };
}
