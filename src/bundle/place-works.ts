import { ARCHIVE_TAIL, type Packing, type WorkPacking } from '../model/packing.ts';
import { variablesIn } from '../model/variables-in.ts';
import { bytesOf, fitTitle, MOST_NAME_BYTES } from './fit-name.ts';
import { tooLong } from './name-items.ts';
import { fillPattern, itemValues, titleOf, type Values } from './name-values.ts';
import { nameKey, safeStem, safeText } from './safe-text.ts';
import type { Numbered } from './sequence.ts';

/** Long titles give way here: bundle, folder and file together have to stay below Windows' 260 characters. */
const USUAL_BYTES = 120;

/** Where in the bundle the files of one work lie. */
export interface WorkPlace {
  /** What their names begin with: a folder or an archive, with `/` at its end. Empty: all works lie together. */
  readonly prefix: string;
  /** Name of the work's own zip. */
  readonly archive?: string;
}

/** By work; each has a place of its own where the notice wants a folder or an archive for each. */
export function placeWorks(
  works: readonly Numbered[],
  packing: Packing | undefined,
  common: Values,
  reserved: readonly string[],
): readonly WorkPlace[] {
  const { each } = packing ?? {};
  if (each === undefined) return works.map(() => ({ prefix: '' }));
  const taken = new Set(reserved.map(nameKey));
  return works.map((work) => {
    const name = freeName(work, each, common, taken);
    taken.add(takenBy(name, each));
    return { prefix: `${name}/`, ...(each.as === 'zip' && { archive: name }) };
  });
}

/** Archives are told apart by their last step alone: a mail that carries them has no folders. */
function takenBy(name: string, { as }: WorkPacking): string {
  return nameKey(as === 'zip' ? (name.split('/').at(-1) ?? '') : name);
}

/** More works of one name than this are left to the clash list. */
const MOST_MARKS = 20_000;

function freeName(work: Numbered, each: WorkPacking, common: Values, taken: ReadonlySet<string>): string {
  const first = fittingName(work, each, common, '');
  if (!taken.has(takenBy(first, each))) return first;
  for (let count = 2; count < MOST_MARKS; count++) {
    const name = fittingName(work, each, common, `（${count}）`);
    if (!taken.has(takenBy(name, each))) return name;
  }
  return first;
}

function fittingName(work: Numbered, { as, name }: WorkPacking, common: Values, mark: string): string {
  const values = { ...common, ...itemValues(work, variablesIn(name)) };
  const tail = as === 'zip' ? ARCHIVE_TAIL : '';
  const stepsWith = (title: string) => {
    const steps = name.split('/').map((step) => fillPattern(step, { ...values, title }));
    return steps.map((step, place) => {
      const last = place === steps.length - 1;
      const marked = safeStem(last ? step + mark : step);
      return (marked === '' ? '无题' : marked) + (last ? tail : '');
    });
  };
  const title = safeText(titleOf(work.item));
  const fitting = fitTitle(title, USUAL_BYTES, stepsWith) ?? fitTitle(title, MOST_NAME_BYTES, stepsWith);
  const steps = stepsWith(fitting ?? '…');
  if (fitting === undefined || steps.some((step) => bytesOf(step) > MOST_NAME_BYTES)) throw tooLong(steps);
  return steps.join('/');
}
