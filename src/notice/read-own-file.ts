import path from 'node:path';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Place } from '../model/problems.ts';
import type { NoticeWorld } from './built-in-notices.ts';
import { locateNotice, readNoticeFile } from './notice-file.ts';

/** A folder that a notice names as an example of itself. */
export interface NoticeExample {
  readonly expects: 'pass' | 'fail';
  /** As it is written; `root` is the same, absolute. */
  readonly folder: string;
  readonly root: string;
  readonly date?: CalendarDate;
  readonly org?: string;
  /** Of a passing one: what may stay undecided. Of a failing one: exactly what fails; absent: anything. */
  readonly codes?: readonly string[];
  readonly place: Place;
  readonly placeOfCode: (index: number) => Place;
}

/** What a notice file says of itself, beside its rules. */
export interface OwnFile {
  /** Absolute. */
  readonly path: string;
  readonly draft: boolean;
  readonly examples: readonly NoticeExample[];
}

/** Of the file alone, not of what it extends. */
export async function readOwnFile(idOrPath: string, world: NoticeWorld): Promise<OwnFile> {
  const file = await readNoticeFile(await locateNotice(idOrPath, world.workingFolder, world), world);
  const { stated, source } = file;
  const { pass = [], fail = [] } = stated.examples ?? {};
  const example = (
    expects: 'pass' | 'fail',
    index: number,
    { folder, date, org }: { readonly folder: string; readonly date?: CalendarDate; readonly org?: string },
    codes: readonly string[] | undefined,
  ): NoticeExample => {
    const at = ['examples', expects, index];
    const list = expects === 'pass' ? 'unknown' : 'codes';
    return {
      expects,
      folder,
      root: path.resolve(source.folder, folder),
      ...(date !== undefined && { date }),
      ...(org !== undefined && { org }),
      ...(codes !== undefined && { codes }),
      place: source.placeOf(at),
      placeOfCode: (code) => source.placeOf([...at, list, code]),
    };
  };
  return {
    path: path.resolve(world.workingFolder, file.path),
    draft: stated.draft === true,
    examples: [
      ...pass.map((entry, index) => example('pass', index, entry, entry.unknown)),
      ...fail.map((entry, index) => example('fail', index, entry, entry.codes)),
    ],
  };
}
