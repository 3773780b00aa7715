import path from 'node:path';
import type { Notice } from '../model/notice.ts';
import { UsageError } from '../model/problems.ts';
import { buildLayer } from './build-layer.ts';
import type { Layer } from './layer.ts';
import { type NoticeWorld } from './built-in-notices.ts';
import { locateNotice, readNoticeFile, type NoticeFile } from './notice-file.ts';
import { checkTemplates } from './locate-template.ts';
import { isYear } from './notice-schema.ts';
import { settleNotice } from './settle-notice.ts';

export interface LoadOptions extends NoticeWorld {
  /** Moves the notice to another year, all of its dates with it. */
  readonly year?: number;
  /** Drafts too, for looking at them; nothing is judged by one. */
  readonly drafts?: boolean;
}

/** How far notices may build on one another. */
const MOST_LEVELS = 8;
const MOST_PARENTS = 32;

/**
 * A notice in force: a built-in one by its id, or the user's own by its path (relative to the working folder), over
 * the notices it extends. Throws a `UsageError` with file, line, column and key for whatever is wrong in any of them.
 */
export async function loadNotice(idOrPath: string, options: LoadOptions): Promise<Notice> {
  const { year } = options;
  if (year !== undefined && !isYear(year)) {
    throw new UsageError({ zh: `年份应为四位数，如 2021`, en: 'the year has four digits, e.g. 2021' });
  }
  const [nearest, ...farther] = await readLineage(idOrPath, options);
  for (const file of [nearest, ...farther]) {
    if (options.drafts !== true) refuseDraft(file);
    await checkTemplates(file, options);
  }
  const years = ownYears(nearest, farther);
  const wanted = year ?? years[0] ?? 0;
  const layerOf = (file: NoticeFile, level: number): Layer => {
    const own = years[level] ?? wanted;
    return buildLayer(file.stated, file.source, { own, shift: wanted - own });
  };
  return settleNotice(
    layerOf(nearest, 0),
    farther.map((file, index) => layerOf(file, index + 1)),
  );
}

/** What nobody has read against its source is no notice yet. */
function refuseDraft({ stated, source }: NoticeFile): void {
  if (stated.draft !== true) return;
  const words = {
    zh: '这份通知还是草稿：先逐条核对（four-ones notice check 会列出来），再删去 draft 一行',
    en: 'this notice is a draft: read every rule first (four-ones notice check lists them), then remove the draft line',
  };
  throw new UsageError(words, source.placeOf(['draft']));
}

/** The notice and those it builds on, nearest first; of several that it extends, the first named is the nearest. */
async function readLineage(idOrPath: string, world: NoticeWorld): Promise<[NoticeFile, ...NoticeFile[]]> {
  const nearest = await readNoticeFile(await locateNotice(idOrPath, world.workingFolder, world), world);
  const farther = await readParents(nearest, [nearest], world);
  // What two of them build on lies beneath both.
  const last = farther.filter(
    (file, at) => !farther.some(({ path: same }, index) => same === file.path && index > at),
  );
  return [nearest, ...last];
}

/** `chain`: from the notice asked for down to this one. */
async function readParents(
  file: NoticeFile,
  chain: readonly NoticeFile[],
  world: NoticeWorld,
): Promise<readonly NoticeFile[]> {
  const found: NoticeFile[] = [];
  const names = file.stated.extends ?? [];
  for (const [index, name] of names.entries()) {
    const place = file.source.placeOf(['extends', ...(names.length > 1 ? [index] : [])]);
    const target = await locateNotice(name, path.dirname(file.path), world, place);
    refuseLoop(target, chain, place);
    const parent = await readNoticeFile(target, world, place);
    found.push(parent, ...(await readParents(parent, [...chain, parent], world)));
    if (found.length > MOST_PARENTS) throw tooMany(place);
  }
  return found;
}

function tooMany(place: UsageError['place']): UsageError {
  const words = {
    zh: `extends 牵连的通知超过 ${MOST_PARENTS} 份`,
    en: `extends reaches over ${MOST_PARENTS} notices`,
  };
  return new UsageError(words, place);
}

function refuseLoop(target: string, lineage: readonly NoticeFile[], place: UsageError['place']): void {
  const ids = lineage.map(({ source }) => source.id);
  const known = lineage.find((file) => file.path === target);
  if (known) {
    const chain = [...ids, known.source.id].join(' → ');
    throw new UsageError(
      { zh: `extends 绕成了圈：${chain}`, en: `extends runs in a circle: ${chain}` },
      place,
    );
  }
  if (lineage.length >= MOST_LEVELS) {
    const chain = ids.join(' → ');
    const words = {
      zh: `extends 超过 ${MOST_LEVELS} 层：${chain} → …`,
      en: `extends goes beyond ${MOST_LEVELS} levels: ${chain} → …`,
    };
    throw new UsageError(words, place);
  }
}

/** The year each notice was written for: its own, or that of the notice it extends; house rules have none. */
function ownYears(nearest: NoticeFile, farther: readonly NoticeFile[]): readonly number[] {
  const files = [nearest, ...farther];
  const said = files.find(({ stated }) => stated.year !== undefined)?.stated.year;
  if (said === undefined) {
    const words = {
      zh: '缺少“year”：通知是哪一年的，如 2020',
      en: '“year” is missing: which year is it for, e.g. 2020',
    };
    throw new UsageError(words, { ...nearest.source.placeOf([]), key: 'year' });
  }
  const years: number[] = [];
  let year = said;
  for (const { stated } of files.toReversed()) {
    year = stated.year ?? year;
    years.unshift(year);
  }
  return years;
}
