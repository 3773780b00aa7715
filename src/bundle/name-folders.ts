import type { Packing } from '../model/packing.ts';
import { bytesOf, fitTitle, MOST_NAME_BYTES } from './fit-name.ts';
import { tooLong } from './name-items.ts';
import { fillPattern, itemValues, titleOf, type Values } from './name-values.ts';
import { nameKey, safeStem, safeText } from './safe-text.ts';
import type { Numbered } from './sequence.ts';

/** Long titles give way here: bundle, folder and file together have to stay below Windows' 260 characters. */
const USUAL_BYTES = 120;

/** By work, its folder in the bundle, with `/` at its end; each has one of its own. Empty: all lie together. */
export function nameFolders(
  works: readonly Numbered[],
  packing: Packing | undefined,
  common: Values,
  reserved: readonly string[],
): readonly string[] {
  const { folder: pattern } = packing ?? {};
  if (pattern === undefined) return works.map(() => '');
  const taken = new Set(reserved.map(nameKey));
  return works.map((work) => {
    const folder = freeFolder(work, pattern, common, taken);
    taken.add(nameKey(folder));
    return `${folder}/`;
  });
}

/** More works of one folder name than this are left to the clash list. */
const MOST_MARKS = 20_000;

function freeFolder(work: Numbered, pattern: string, common: Values, taken: ReadonlySet<string>): string {
  const first = fittingFolder(work, pattern, common, '');
  if (!taken.has(nameKey(first))) return first;
  for (let count = 2; count < MOST_MARKS; count++) {
    const folder = fittingFolder(work, pattern, common, `（${count}）`);
    if (!taken.has(nameKey(folder))) return folder;
  }
  return first;
}

function fittingFolder(work: Numbered, pattern: string, common: Values, mark: string): string {
  const values = { ...common, ...itemValues(work) };
  const stepsWith = (title: string) => {
    const steps = pattern.split('/').map((step) => fillPattern(step, { ...values, title }));
    return steps.map((step, place) => {
      const marked = safeStem(place === steps.length - 1 ? step + mark : step);
      return marked === '' ? '无题' : marked;
    });
  };
  const title = safeText(titleOf(work.item));
  const fitting = fitTitle(title, USUAL_BYTES, stepsWith) ?? fitTitle(title, MOST_NAME_BYTES, stepsWith);
  const steps = stepsWith(fitting ?? '…');
  if (fitting === undefined || steps.some((step) => bytesOf(step) > MOST_NAME_BYTES)) throw tooLong(steps);
  return steps.join('/');
}
