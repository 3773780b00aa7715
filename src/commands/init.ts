import path from 'node:path';
import { safeStem, safeText } from '../bundle/safe-text.ts';
import { presetOf } from '../mail/mail-presets.ts';
import { categoryMatcher } from '../materials/match-category.ts';
import type { Category, Notice } from '../model/notice.ts';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import type { PlannedText, ProjectSettings } from '../model/project.ts';
import type { Language } from '../model/report.ts';
import { configValues } from '../report/config-values.ts';
import { fillText } from '../report/fill-text.ts';
import { itemInfoValues, noteValues } from '../report/note-values.ts';
import { FileError, type System } from '../system/system.ts';
import { itemFields } from './item-fields.ts';
import { CONFIG_NAME, loadConfig, type LoadedConfig } from './load-config.ts';
import { locateBlank } from './locate-blank.ts';
import { readNotice } from './notice.ts';
import { noticeRequest } from './settle-request.ts';

export interface InitParams {
  /** Where the project is to be; the working folder where absent. */
  readonly folder?: string;
  readonly org?: string;
  readonly notice?: string;
  readonly year?: number;
  readonly contact: ProjectSettings['contact'];
  readonly language: Language;
}

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

const MOST_BYTES = 64 * 1024;

/** Lays out what is missing: the config, and a folder for each category with a note. Touches nothing that is there. */
export async function init(params: InitParams, system: System): Promise<LaidOut> {
  const folder = path.resolve(system.environment.workingFolder, params.folder ?? '.');
  const loaded = await projectConfig(folder, system);
  const notice = await readNotice(requestOf(params, loaded), system);
  const planned = await planProject({ params, loaded, folder, notice }, system);
  const made: string[] = [];
  const kept: string[] = [];
  for (const text of planned) ((await layOut(text, folder, system)) ? made : kept).push(text.path);
  return {
    folder,
    notice: { id: notice.id, title: notice.title, year: notice.year },
    ...{ made, kept },
    unwritten: loaded.file === undefined ? [] : unwrittenOf(params, loaded),
  };
}

/** The config of this very folder; one further up is another project's. */
export async function projectConfig(folder: string, system: System): Promise<LoadedConfig> {
  const file = path.join(folder, CONFIG_NAME);
  return (await exists(file, system)) ? loadConfig(file, system) : { config: {}, folder };
}

/** What a config says already is not asked again and not overruled: the folders shall fit what `check` will judge. */
function requestOf({ notice, year }: InitParams, loaded: LoadedConfig) {
  if (loaded.file !== undefined && loaded.config.notice !== undefined) return noticeRequest({}, loaded);
  return noticeRequest(
    { ...(notice !== undefined && { notice }), ...(year !== undefined && { year }) },
    loaded,
  );
}

interface Scene {
  readonly params: InitParams;
  readonly loaded: LoadedConfig;
  readonly folder: string;
  readonly notice: Notice;
}

/** Every file, whether it is there already or not. */
async function planProject(scene: Scene, system: System): Promise<readonly PlannedText[]> {
  const { params, loaded, folder, notice } = scene;
  const { language } = params;
  const materials = loaded.config.materials ?? 'materials';
  const there = await folderNames(path.resolve(folder, materials), system);
  const texts = await loadTexts(language, system);
  const fillable = await blanksThere(notice, system);
  const categories = await Promise.all(
    notice.categories.map(async (category): Promise<readonly PlannedText[]> => {
      const own = folderOf(category, notice, there);
      const place = `${materials.replaceAll('\\', '/').replace(/^\.\/|\/$/g, '')}/${own}`;
      const fields = await itemFields(category, notice, language, system);
      const note = noteValues({ category, notice, folder: own, fillable, project: folder }, language);
      return [
        { path: `${place}/说明.txt`, text: fillText(texts.note, note) },
        ...(fields.length > 0 || category.accepts.length === 0
          ? [
              {
                path: `${place}/作品信息.yaml`,
                text: fillText(texts.itemInfo, itemInfoValues(category, fields, language)),
              },
            ]
          : []),
      ];
    }),
  );
  const settings = settingsOf(params, notice, await ownYear(scene, system), system);
  return [
    { path: CONFIG_NAME, text: fillText(texts.config, configValues(settings, language)) },
    ...categories.flat(),
  ];
}

/** The notice's own year, whatever year it has been moved to. */
async function ownYear({ params, loaded, notice }: Scene, system: System): Promise<number> {
  if (params.year === undefined) return notice.year;
  const { named, from } = requestOf(params, loaded);
  return (await readNotice({ named, ...(from !== undefined && { from }) }, system)).year;
}

/** Ids of the forms that this program fills, as their blanks are there. */
async function blanksThere({ forms }: Notice, system: System): Promise<readonly string[]> {
  const there = await Promise.all(forms.map((form) => system.files.exists(locateBlank(form, system))));
  return forms.filter((_, index) => there[index] === true).map(({ id }) => id);
}

function settingsOf(
  { org, contact, notice, year, folder = '.' }: InitParams,
  settled: Notice,
  noticeYear: number,
  { environment }: System,
): ProjectSettings {
  const server = contact.email === undefined ? undefined : presetOf(undefined, contact.email)?.host;
  return {
    ...(org !== undefined && { org }),
    contact,
    notice: noticeFrom(notice ?? settled.id, folder, environment.workingFolder),
    noticeYear,
    ...(year !== undefined && { year }),
    ...(server !== undefined && { server }),
  };
}

/** A file is named from where the user stands, in the config from where the config lies. */
function noticeFrom(notice: string, folder: string, workingFolder: string): string {
  if (!/[\\/]|\.ya?ml$/i.test(notice)) return notice;
  const own = path.resolve(workingFolder, folder);
  const relative = path.relative(own, path.resolve(workingFolder, notice));
  return relative.replaceAll('\\', '/');
}

/** A folder that is there under another name of the category stays the one; else the notice's own name, safe on every disk. */
function folderOf({ id, name }: Category, { categories }: Notice, there: readonly string[]): string {
  const matcher = categoryMatcher(categories);
  const own = there.find((folder) => {
    const found = matcher.named(folder);
    return found.kind === 'one' && found.category.id === id;
  });
  const safe = safeStem(safeText(name));
  return own ?? (safe === '' ? id : safe);
}

async function folderNames(folder: string, { files }: System): Promise<readonly string[]> {
  try {
    const entries = await files.list(folder);
    return entries.flatMap(({ name, kind }) => (kind === 'folder' && name !== undefined ? [name] : []));
  } catch (error) {
    if (error instanceof FileError && error.kind === 'missing') return [];
    throw error;
  }
}

interface Texts {
  readonly config: string;
  readonly note: string;
  readonly itemInfo: string;
}

async function loadTexts(language: Language, { files, environment }: System): Promise<Texts> {
  const load = async (name: string) => {
    const file = path.join(environment.templates, 'project', language, name);
    return Buffer.from(await files.readWhole(file, MOST_BYTES)).toString('utf8');
  };
  const [config, note, itemInfo] = await Promise.all([
    load('four-ones.yaml'),
    load('note.txt'),
    load('item-info.yaml'),
  ]);
  return { config, note, itemInfo };
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
