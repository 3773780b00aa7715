import path from 'node:path';
import type { Notice } from '../model/notice.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { PlannedText, ProjectSettings } from '../model/project.ts';
import { FileError, type System } from '../system/system.ts';
import { CONFIG_NAME, loadConfig, type LoadedConfig } from './load-config.ts';
import { readNotice } from './notice.ts';
import { noticeOfProject, planProject, type InitParams } from './plan-project.ts';

export interface LaidOut {
  /** Absolute. */
  readonly folder: string;
  readonly notice: Pick<Notice, 'id' | 'title' | 'year'>;
  /** From the project's folder, with `/`. */
  readonly made: readonly string[];
  /** Was there already and is as it was. */
  readonly kept: readonly string[];
  /** Settings that were given but stand nowhere: the config was there already. */
  readonly unwritten: readonly (keyof ProjectSettings)[];
}

/** Lays out what is missing: the config, and a folder for each category with a note. Touches nothing that is there. */
export async function init(params: InitParams, system: System): Promise<LaidOut> {
  const folder = path.resolve(system.environment.workingFolder, params.folder ?? '.');
  const loaded = await projectConfig(folder, system);
  const notice = await readNotice(noticeOfProject(params, loaded), system);
  const planned = await planProject({ params, loaded, folder, notice }, system);
  const isMade = await layOutAll(planned, folder, system);
  return {
    folder,
    notice: { id: notice.id, title: notice.title, year: notice.year },
    made: planned.filter((_, index) => isMade[index]).map(({ path: name }) => name),
    kept: planned.filter((_, index) => !isMade[index]).map(({ path: name }) => name),
    unwritten: loaded.file === undefined ? [] : unwrittenOf(params, loaded),
  };
}

/** The config of this very folder; one further up is another project's. */
export async function projectConfig(folder: string, system: System): Promise<LoadedConfig> {
  const file = path.join(folder, CONFIG_NAME);
  return (await exists(file, system)) ? loadConfig(file, system) : { config: {}, folder };
}

/** Side by side, as each waits for the disk; when one fails, the others are finished before it is told. */
async function layOutAll(
  planned: readonly PlannedText[],
  folder: string,
  system: System,
): Promise<readonly boolean[]> {
  const attempts = planned.map((text) => layOut(text, folder, system));
  await Promise.allSettled(attempts);
  return Promise.all(attempts);
}

/** True where it was not there and now is. */
async function layOut({ path: name, text }: PlannedText, folder: string, system: System): Promise<boolean> {
  const target = path.join(folder, ...name.split('/'));
  if (await exists(target, system)) return false;
  try {
    await system.files.writeAtomically(target, asWritten(name, text, system));
    return true;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new EnvironmentError(
      { zh: `写不了“${name}”`, en: `“${name}” cannot be written` },
      {
        zh: '请检查磁盘空间和写入权限；已经放好的不用管，再运行一次会接着放',
        en: 'check free space and permission; what is laid out stays, and the next run goes on',
      },
      { cause: error },
    );
  }
}

/**
 * Windows gets its own line ends, and a byte order mark before a .txt: Notepad reads UTF-8 without one since Windows
 * 10 1903, but WPS and Word ask for the encoding and propose GBK. YAML goes without, as its specification wishes
 * (YAML 1.2.2, 5.2), since other programs stumble over it.
 */
function asWritten(name: string, text: string, { environment }: System): string {
  if (environment.platform !== 'win32') return text;
  return `${name.endsWith('.txt') ? '\ufeff' : ''}${text.replaceAll('\n', '\r\n')}`;
}

async function exists(target: string, { files }: System): Promise<boolean> {
  try {
    return await files.exists(target);
  } catch (error) {
    // A file where a folder was meant to be.
    if (error instanceof FileError && error.kind === 'not-a-folder')
      throw new UsageError({
        zh: `“${path.dirname(target)}”不是文件夹；请移走同名的文件，或换个文件夹`,
        en: `“${path.dirname(target)}” is no folder; move that file away or choose another folder`,
      });
    throw error;
  }
}

function unwrittenOf(
  { org, year, notice, contact }: InitParams,
  { config }: LoadedConfig,
): LaidOut['unwritten'] {
  return [
    ...(org !== undefined && org !== config.org ? (['org'] as const) : []),
    ...(notice !== undefined && notice !== config.notice ? (['notice'] as const) : []),
    ...(year !== undefined && year !== config.year ? (['year'] as const) : []),
    ...(contactDiffers(contact, config.contact ?? {}) ? (['contact'] as const) : []),
  ];
}

function contactDiffers(given: InitParams['contact'], written: object): boolean {
  return Object.entries(given).some(([key, value]) => new Map(Object.entries(written)).get(key) !== value);
}
