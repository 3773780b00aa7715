import { leavesOf } from '../model/bundle.ts';
import type { FoundFile } from '../model/materials.ts';
import type { Deadline } from '../model/notice.ts';
import type { BundleState } from '../model/send.ts';
import type { CategoryStatus, Status } from '../model/status.ts';
import type { Verdict } from '../model/verdict.ts';
import type { System } from '../system/system.ts';
import { loadConfig, type LoadedConfig } from './load-config.ts';
import { outboxFolder } from './outbox-folder.ts';
import { readOutbox } from './read-outbox.ts';
import { materialsFolder } from './settle-request.ts';
import { materialFiles } from './status-materials.ts';
import { status } from './status.ts';

/** The one next thing to do. `check`: what is there has not been judged in this sitting. */
export type NextStep =
  'init' | 'fill' | 'check' | 'mend' | 'confirm' | 'pack' | 'send' | 'settle' | 'by-hand' | 'wait';

export interface Standing {
  readonly next: NextStep;
  /** Absolute folder of the materials. */
  readonly materials: string;
  /** Files in it that may be material. */
  readonly files: number;
  readonly org?: string;
  readonly status: Status;
  /** The earliest due date that is still to come, of a category of which nothing has been handed in. */
  readonly deadline?: { readonly category: string; readonly daysLeft: number } & Pick<Deadline, 'on' | 'at'>;
  /** Every due date is past, and something has not been handed in. */
  readonly overdue: boolean;
}

/** What has been done in this sitting. */
export interface Sitting {
  readonly verdict?: Verdict;
  /** All that can be packed has been. */
  readonly packed?: true;
}

/** How far this project is, from what lies on the disk and in the ledger. */
export async function whereYouStand(sitting: Sitting, system: System): Promise<Standing> {
  const loaded = await loadConfig(undefined, system);
  const materials = await materialsFolder({}, system);
  const files = await materialFiles(materials, system);
  const board = await status({}, system);
  const deadline = nextDeadline(board.categories);
  const packed = sitting.packed ?? (await isPacked(files ?? [], board.notice.id, loaded, system));
  const place = { configured: loaded.file !== undefined, packed, ...(files && { files: files.length }) };
  return {
    next: nextStep(place, sitting.verdict, board),
    ...{ materials, files: files?.length ?? 0, status: board },
    ...(loaded.config.org !== undefined && { org: loaded.config.org }),
    ...(deadline && { deadline }),
    overdue:
      !deadline &&
      openCategories(board.categories).some(({ deadlines, allYear }) => deadlines.length > 0 && !allYear),
  };
}

interface Place {
  readonly configured: boolean;
  /** Undefined: there is no such folder. */
  readonly files?: number;
  readonly packed: boolean;
}

function nextStep(
  { configured, files, packed }: Place,
  verdict: Verdict | undefined,
  board: Status,
): NextStep {
  if (!configured && files === undefined) return 'init';
  const open = openStep(openBundles(board));
  if (files === undefined || files === 0) return open ?? 'fill';
  if (packed) return open ?? 'wait';
  if (verdict === undefined) return 'check';
  return verdict === 'pass' ? 'pack' : verdict === 'fail' ? 'mend' : 'confirm';
}

type Open = ReadonlySet<BundleState | 'by-hand'>;

/** What state the bundles are in that are not yet where they belong. */
function openBundles({ categories, others }: Status): Open {
  const bundles = [...categories.flatMap((category) => category.bundles), ...others];
  return new Set(
    bundles
      .filter(({ state }) => state !== 'sent' && state !== 'done')
      .map(({ state, to }) => (to === undefined ? 'by-hand' : state)),
  );
}

function openStep(open: Open): NextStep | undefined {
  if (open.has('in-doubt')) return 'settle';
  const others = [...open].filter((state) => state !== 'by-hand');
  return others.length > 0 ? 'send' : open.has('by-hand') ? 'by-hand' : undefined;
}

/**
 * Every file, with the size it has, is recorded in a bundle of this notice. Packing once more would be no harm on the
 * same day; on a later one it makes a bundle of another name.
 */
async function isPacked(
  found: readonly FoundFile[],
  notice: string,
  loaded: LoadedConfig,
  system: System,
): Promise<boolean> {
  const { folder, shown } = outboxFolder(undefined, loaded, system.environment);
  if (found.length === 0 || !(await system.files.exists(folder))) return false;
  const { bundles } = await readOutbox(folder, shown, system);
  const packed = new Set(
    bundles
      .filter(({ manifest }) => manifest.notice.id === notice)
      .flatMap(({ manifest }) =>
        leavesOf(manifest.files).map(({ source, bytes }) => `${source ?? ''}\n${bytes}`),
      ),
  );
  return found.every(({ path, bytes }) => packed.has(`${path}\n${bytes}`));
}

function nextDeadline(categories: readonly CategoryStatus[]): Standing['deadline'] {
  const [first] = openCategories(categories)
    .flatMap(({ name, deadlines }) =>
      deadlines.map(({ on, at, daysLeft }) => ({
        category: name,
        on,
        daysLeft,
        ...(at !== undefined && { at }),
      })),
    )
    .filter(({ daysLeft }) => daysLeft >= 0)
    .sort((a, b) => a.daysLeft - b.daysLeft);
  return first;
}

/** Of which nothing has been handed in. */
function openCategories(categories: readonly CategoryStatus[]): readonly CategoryStatus[] {
  return categories.filter(
    ({ bundles }) => !bundles.some(({ state }) => state === 'sent' || state === 'done'),
  );
}
