import path from 'node:path';
import {
  arrangeMaterials,
  isAskedByName,
  type ArrangedItem,
  type ArrangedPart,
} from '../materials/arrange-materials.ts';
import { isItemInfo, ITEM_INFO_LIMIT } from '../materials/item-info.ts';
import { matchForm } from '../materials/match-form.ts';
import { walkMaterials } from '../materials/walk-materials.ts';
import type { Facts } from '../model/facts.ts';
import type { FoundFile, InfoProblem, Item, ItemInfo, Materials, Part } from '../model/materials.ts';
import type { Notice } from '../model/notice.ts';
import { mediaRulesOf } from '../model/part-rules.ts';
import type { Persons } from '../rules/persons.ts';
import { isCaptionOf } from '../rules/photo-caption.ts';
import { FileError, type System } from '../system/system.ts';
import { examineFiles, type ExamineOptions } from './examine-files.ts';
import { filmLook } from './film-look.ts';
import { layoutLook } from './layout-look.ts';
import { askedByPath, lookCloser } from './look-closer.ts';
import { lookForWords } from './look-for-words.ts';
import { sealLook } from './seal-look.ts';
import { soundLook } from './sound-look.ts';

export interface GatherOptions extends ExamineOptions {
  readonly notice: Notice;
  /** Id of the category that a person named for what nothing else settles. */
  readonly category?: string;
  readonly persons: Persons;
}

export interface Gathered {
  readonly materials: Materials;
  /** By path: what each file was when it was found (`FileStat.identity`). */
  readonly identities: ReadonlyMap<string, string>;
}

/** The street's first half: walk the folder, look at each file, sort into category → item → part. */
export async function gatherMaterials(options: GatherOptions, system: System): Promise<Gathered> {
  const { root, notice, category } = options;
  const walked = await walkMaterials(root, system.files);
  const infos = walked.files.filter(({ path: name }) => isItemInfo(name));
  const files = walked.files.filter(({ path: name }) => !isItemInfo(name));
  const examined = await examineFiles(files, options, system);
  const arranged = arrangeMaterials({
    files: files.map((file) => ({ ...file, format: factsOf(file, examined).format })),
    infos: await Promise.all(infos.map((file) => readInfo(file, root, system))),
    notice,
    rootName: path.basename(root),
    ...(category !== undefined && { category }),
  });
  const search = { ...options, files, asked: askedByPath([...arranged.items, ...arranged.tables], notice) };
  let facts = examined;
  for (const look of [soundLook, filmLook, sealLook, layoutLook]) {
    facts = await lookCloser({ ...search, facts }, look(system), system);
  }
  const items = arranged.items.map((item) => completeItem(item, facts, notice));
  const tables = arranged.tables.map((table) => completeItem(table, facts, notice));
  return {
    materials: {
      items: await lookForWords(items, options, system),
      ...(tables.length > 0 && { tables }),
      strays: [...walked.strays, ...arranged.strays],
    },
    identities: new Map(files.map(({ path: name, identity }) => [name, identity])),
  };
}

async function readInfo(file: FoundFile, root: string, { files }: System): Promise<ItemInfo | InfoProblem> {
  try {
    const bytes = await files.readWhole(path.join(root, ...file.path.split('/')), ITEM_INFO_LIMIT);
    const { parseItemInfo } = await import('../materials/parse-item-info.ts');
    return parseItemInfo(bytes, file.path);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const problem = error.kind === 'too-large' ? '文件太大，不像作品信息' : '读不了这个文件';
    return { path: file.path, line: 1, column: 1, problem };
  }
}

function completeItem(item: ArrangedItem, facts: ReadonlyMap<string, Facts>, notice: Notice): Item {
  const { category, title, path: place, parts, info, infoProblem, candidates } = item;
  return {
    ...(category !== undefined && { category }),
    title,
    path: place,
    parts: parts.map((part) => completePart(part, item, facts, notice)),
    ...(info && { info }),
    ...(infoProblem && { infoProblem }),
    ...(candidates.length > 1 && { candidates }),
  };
}

function completePart(
  part: ArrangedPart,
  item: ArrangedItem,
  all: ReadonlyMap<string, Facts>,
  notice: Notice,
): Part {
  const facts = factsOf(part, all);
  const category = notice.categories.find(({ id }) => id === item.category);
  const form = part.form ?? matchForm(headingOf(facts), notice, category);
  const role = form !== undefined ? 'form' : isCaption(part, facts, item, notice) ? 'other' : 'text';
  // An Excel file that nothing asks for by its name is a form where its first cells say so.
  const isTable = facts.sheet !== undefined && part.role === 'other' && !isAskedByName(part, category);
  const mayBeForm = isTable || ['text', 'form', 'scan'].includes(part.role);
  return {
    path: part.path,
    bytes: part.bytes,
    role: part.role === 'text' ? role : isTable && form !== undefined ? 'form' : part.role,
    ...(form !== undefined && mayBeForm && { form }),
    facts,
  };
}

/** A caption in a file of its own is no text of the work, where the notice asks for captions. */
function isCaption(part: ArrangedPart, facts: Facts, item: ArrangedItem, notice: Notice): boolean {
  if (facts.format !== 'text') return false;
  const category = notice.categories.find(({ id }) => id === item.category);
  return item.parts.some(
    (photo) =>
      isCaptionOf({ path: part.path, facts }, photo) &&
      mediaRulesOf(photo, category, notice).captions !== undefined,
  );
}

/** A form says what it is in its first line, whatever its file is called. */
const HEADING_LETTERS = 40;

function headingOf({ text, pdf, sheet }: Facts): string {
  return (
    (text?.opening ?? pdf?.opening ?? sheet?.opening ?? '')
      .trimStart()
      .slice(0, HEADING_LETTERS)
      .split('\n')[0] ?? ''
  );
}

function factsOf(file: FoundFile, all: ReadonlyMap<string, Facts>): Facts {
  const facts = all.get(file.path);
  if (!facts) throw new Error('every file that was found has been looked at');
  return facts;
}
