import { isItemInfo } from '../materials/item-info.ts';
import { walkMaterials } from '../materials/walk-materials.ts';
import type { FoundFile } from '../model/materials.ts';
import { baseName } from '../model/file-name.ts';
import type { CategoryMaterials, MaterialsStatus } from '../model/status.ts';
import { decides } from '../model/verdict.ts';
import type { Judgement } from '../model/report.ts';
import { FileError, type System } from '../system/system.ts';
import { liesWithin } from './lies-within.ts';
import type { LoadedConfig } from './load-config.ts';

export interface JudgedMaterials {
  readonly state: MaterialsStatus;
  /** By category id; empty unless everything there is has been looked at before. */
  readonly byCategory: ReadonlyMap<string, CategoryMaterials>;
  /** Steps that a person has ticked off, by `stepKey`. */
  readonly ticked: ReadonlySet<string>;
}

/** Undefined where there is no such folder. Our own notes and 作品信息.yaml do not count. */
export async function materialFiles(
  root: string,
  { files }: Pick<System, 'files'>,
): Promise<readonly FoundFile[] | undefined> {
  try {
    const walked = await walkMaterials(root, files);
    return walked.files.filter(({ path }) => baseName(path) !== '说明.txt' && !isItemInfo(path));
  } catch (error) {
    if (error instanceof FileError && (error.kind === 'missing' || error.kind === 'not-a-folder'))
      return undefined;
    throw error;
  }
}

/**
 * What is there and what fails, judged afresh from what earlier checks saw. No file is looked into: where one is new or
 * has changed, nothing is said of any. Undefined where there is no folder of materials.
 */
export async function judgeSeen(
  root: string,
  loaded: LoadedConfig,
  config: string | undefined,
  system: System,
): Promise<JudgedMaterials | undefined> {
  const files = await materialFiles(root, system);
  if (!files) return undefined;
  const state = (kind: MaterialsStatus['kind']): JudgedMaterials => ({
    state: { kind, files: files.length },
    byCategory: new Map(),
    ticked: new Set(),
  });
  if (files.length === 0) return state('none');
  // There no facts are kept.
  if (await liesWithin(loaded.folder, root, system.files)) return state('not-checked');
  const { openProjectCache } = await import('./open-project-cache.ts');
  const cache = await openProjectCache({ root, project: loaded.folder }, system);
  if (files.some((file) => cache.find(file, false) === undefined)) return state('not-checked');
  const { check } = await import('./check.ts');
  const judgement = await check(config === undefined ? {} : { config }, system);
  return { ...state('judged'), byCategory: countByCategory(judgement), ticked: tickedIn(judgement) };
}

/** A step by its words, and the category that it is for. */
export function stepKey(text: string, category?: string): string {
  return JSON.stringify([category ?? '', text]);
}

function tickedIn({ checks }: Judgement): ReadonlySet<string> {
  return new Set(
    checks.flatMap(({ code, result, args, subject }) =>
      code === 'manual' && (result === 'pass' || result === 'skip')
        ? [stepKey(args.text, subject.category)]
        : [],
    ),
  );
}

function countByCategory({ notice, materials, checks }: Judgement): JudgedMaterials['byCategory'] {
  return new Map(
    notice.categories.flatMap(({ id }) => {
      const items = materials.items.filter(({ category }) => category === id);
      if (items.length === 0) return [];
      const paths = new Set(items.flatMap(({ path, parts }) => [path, ...parts.map((part) => part.path)]));
      const own = checks.filter(
        (check) =>
          decides(check, false) &&
          (check.subject.category === id ||
            paths.has(check.subject.item ?? '') ||
            paths.has(check.subject.path ?? '')),
      );
      const counted = {
        items: items.length,
        files: items.reduce((sum, { parts }) => sum + parts.length, 0),
        failed: own.filter(({ result }) => result === 'fail').length,
        unknown: own.filter(({ result }) => result === 'unknown').length,
      };
      return [[id, counted] as const];
    }),
  );
}
