import path from 'node:path';
import { safeStem, safeText } from '../bundle/safe-text.ts';
import { presetOf } from '../mail/mail-presets.ts';
import { categoryMatcher } from '../materials/match-category.ts';
import type { Category, Notice } from '../model/notice.ts';
import type { PlannedText, ProjectSettings } from '../model/project.ts';
import type { Language } from '../model/report.ts';
import { configValues } from '../report/config-values.ts';
import { fillText } from '../report/fill-text.ts';
import { itemInfoValues, noteValues } from '../report/note-values.ts';
import { FileError, type System } from '../system/system.ts';
import { itemFields } from './item-fields.ts';
import { CONFIG_NAME, type LoadedConfig } from './load-config.ts';
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

const MOST_BYTES = 64 * 1024;

/** What a config says already is not asked again and not overruled: the folders shall fit what `check` will judge. */
export function noticeOfProject({ notice, year }: InitParams, loaded: LoadedConfig) {
  if (loaded.file !== undefined && loaded.config.notice !== undefined) return noticeRequest({}, loaded);
  return noticeRequest(
    { ...(notice !== undefined && { notice }), ...(year !== undefined && { year }) },
    loaded,
  );
}

export interface ProjectScene {
  readonly params: InitParams;
  readonly loaded: LoadedConfig;
  readonly folder: string;
  readonly notice: Notice;
}

/** Every file of a project, whether it is there already or not. */
export async function planProject(scene: ProjectScene, system: System): Promise<readonly PlannedText[]> {
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
async function ownYear({ params, loaded, notice }: ProjectScene, system: System): Promise<number> {
  if (params.year === undefined) return notice.year;
  const { named, from } = noticeOfProject(params, loaded);
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
