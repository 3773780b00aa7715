import type { Role } from '../model/format.ts';
import type { InfoProblem, ItemInfo, SniffedFile, Stray } from '../model/materials.ts';
import type { Category, Notice } from '../model/notice.ts';
import { namedPartOf } from '../model/part-rules.ts';
import { assignInfos } from './assign-infos.ts';
import { chooseRole } from './choose-role.ts';
import { baseName, stemOf } from '../model/file-name.ts';
import { byPath, foldersOf } from './order-paths.ts';
import { findTables, type FoundTable } from './find-tables.ts';
import { groupFiles, type FileGroup, type PlacedFile } from './group-files.ts';
import { isInfoProblem, isItemInfo } from './item-info.ts';
import { categoryMatcher } from './match-category.ts';
import { matchForm } from './match-form.ts';
import { placeFile, type CategorySource, type PlacingClues } from './place-file.ts';

/** A `Part` before its facts are known. */
export interface ArrangedPart extends SniffedFile {
  readonly role: Role;
  /** Id of the notice's form that it is, by its name. */
  readonly form?: string;
}

/** An `Item` before the facts of its parts are known. */
export interface ArrangedItem {
  /** Category id. */
  readonly category?: string;
  readonly source?: CategorySource;
  /** Ids of the categories that were equally meant, where there is no telling. */
  readonly candidates: readonly string[];
  readonly title: string;
  readonly path: string;
  readonly parts: readonly ArrangedPart[];
  readonly info?: ItemInfo;
  readonly infoProblem?: InfoProblem;
}

export interface ArrangeInput {
  readonly files: readonly SniffedFile[];
  /** What every 作品信息.yaml says, or what is wrong with it. */
  readonly infos: readonly (ItemInfo | InfoProblem)[];
  readonly notice: Notice;
  /** The materials folder's own name. */
  readonly rootName: string;
  /** Id of the category that a person gave for what no name settles. */
  readonly category?: string;
}

export interface Arranged {
  /** In the notice's order of categories, unclassified ones last; then by path. */
  readonly items: readonly ArrangedItem[];
  /** Stamped scans of 汇总表, by path. */
  readonly tables: readonly ArrangedItem[];
  /** This program's own notes, and 作品信息.yaml that speak for no item. */
  readonly strays: readonly Stray[];
}

const MAIN_ROLES: readonly Role[] = [
  'video',
  'text',
  'audio',
  'slides',
  'photo',
  'scan',
  'other',
  'form',
  'subtitles',
];

/** Sorts files into category → item → part with a role. */
export function arrangeMaterials(input: ArrangeInput): Arranged {
  const { notice } = input;
  const files = input.files.filter(({ path }) => !isItemInfo(path));
  const clues = cluesFor(input, files);
  const { tables, others } = findTables(files, notice, clues);
  const { groups, notes } = groupFiles(others, clues);
  const { assigned, idle } = assignInfos(input.infos, groups, clues);
  const order = new Map(notice.categories.map(({ id }, index) => [id, index]));
  const rank = (item: ArrangedItem) => order.get(item.category ?? '') ?? order.size;
  return {
    items: assigned
      .map(({ group, info }) => arrangeItem(group, info, input))
      .sort((a, b) => rank(a) - rank(b) || byPath(a, b)),
    tables: tables.map(arrangeTable).sort(byPath),
    strays: [...notes, ...idle].map((path): Stray => ({ path, reason: 'own-note' })).sort(byPath),
  };
}

function cluesFor({ notice, rootName, category }: ArrangeInput, files: readonly SniffedFile[]): PlacingClues {
  const matcher = categoryMatcher(notice.categories);
  const override = notice.categories.find(({ id }) => id === category);
  const [only, ...others] = notice.categories;
  const isSorted = files.some(({ path }) => placeFile(path, { matcher, rootName }).source === 'folder');
  // Of a notice with one category everything is of that one; unless its folder is there, and something beside it.
  const settled = override ?? (others.length === 0 && !isSorted ? only : undefined);
  return { matcher, rootName, ...(settled && { override: settled }) };
}

function arrangeTable({ category, file }: FoundTable): ArrangedItem {
  const title = category.summary?.value.name ?? stemOf(file.path);
  return {
    category: category.id,
    candidates: [],
    title,
    path: file.path,
    parts: [{ ...file, role: 'scan' }],
  };
}

function arrangeItem(
  group: FileGroup,
  said: ItemInfo | InfoProblem | undefined,
  input: ArrangeInput,
): ArrangedItem {
  const { category, source, candidates } = group.place;
  const parts = group.files.map((placed) => arrangePart(placed, category, input.notice)).sort(byPath);
  const [first, ...others] = parts;
  const info = said && !isInfoProblem(said) ? said : undefined;
  return {
    ...(category && { category: category.id }),
    ...(source && { source }),
    candidates: candidates.map(({ id }) => id),
    title: titleOf(group, parts, info, input.rootName),
    path: first && others.length === 0 && group.place.direct ? first.path : group.place.folder,
    parts,
    ...(info && { info }),
    ...(said && isInfoProblem(said) && { infoProblem: said }),
  };
}

function arrangePart(
  { file, place }: PlacedFile,
  category: Category | undefined,
  notice: Notice,
): ArrangedPart {
  const name = baseName(file.path);
  const form = matchForm(stemOf(name), notice, category);
  // The work's own folder bears its title, which may speak of scanning; only a folder inside it sorts its files.
  const folders = foldersOf(file.path);
  const isTitle = folders.join('/') === place.folder && (!place.direct || place.source === 'folder');
  const folder = isTitle ? undefined : folders.at(-1);
  const role = isAskedByName(file, category)
    ? 'other'
    : chooseRole({ name, folder, format: file.format, isForm: form !== undefined });
  const mayBeForm = role === 'form' || role === 'scan';
  return { ...file, role, ...(form !== undefined && mayBeForm && { form }) };
}

/** 海报源文件.psd, where the notice asks for files of that name and format and not for a photo. */
export function isAskedByName(
  { path, format }: Pick<SniffedFile, 'path' | 'format'>,
  category: Category | undefined,
): boolean {
  const asked = namedPartOf({ path, role: 'other' }, category);
  return asked?.media.formats?.value.includes(format) === true;
}

/** A person's word, else the item's own folder, else the file that matters most. */
function titleOf(
  { place }: FileGroup,
  parts: readonly ArrangedPart[],
  info: ItemInfo | undefined,
  rootName: string,
): string {
  const said = [info?.fields.title ?? []].flat().join(' ');
  if (said !== '') return said;
  const main = place.direct ? mainPart(parts, place.category) : undefined;
  if (main) return stemOf(main.path);
  return baseName(place.folder) || rootName;
}

/** Of the role that its category asks for first, else of the weightiest role there is. */
function mainPart(parts: readonly ArrangedPart[], category: Category | undefined): ArrangedPart | undefined {
  const asked = (category?.parts ?? [])
    .filter(({ value }) => (value.min ?? 0) > 0)
    .map(({ value }) => value.role);
  const roles = [...asked, ...MAIN_ROLES];
  return roles.map((role) => parts.find((part) => part.role === role)).find((part) => part !== undefined);
}
