import type { Notice } from '../model/notice.ts';
import type { NoticeSummary } from '../notice/list-notices.ts';
import { findPreparedNotice } from '../notice/prepared-notices.ts';
import type { System } from '../system/system.ts';

export async function listBuiltInNotices({ files, environment }: System): Promise<readonly NoticeSummary[]> {
  const { listNotices } = await import('../notice/list-notices.ts');
  return listNotices({ files, templates: environment.templates });
}

export interface NoticeRequest {
  /** Id of a built-in notice, or the path of a file. */
  readonly named: string;
  /** Absolute; where a relative path starts. The working folder where absent. */
  readonly from?: string;
  /** Moves the notice to another year. */
  readonly year?: number;
  /** Drafts too, for looking at them. */
  readonly drafts?: boolean;
  /** Absolute folder of the project: there it may lie merged, of an earlier check. */
  readonly project?: string;
}

export interface ReadNotice {
  readonly notice: Notice;
  /** Leaves it merged in the project for the next time, where that saves anything. */
  readonly keep: () => Promise<void>;
}

/** A built-in notice by id, or one of the user's own by file, with its parents merged in. */
export async function readNotice(request: NoticeRequest, system: System): Promise<Notice> {
  return (await readNoticeToKeep(request, system)).notice;
}

export async function readNoticeToKeep(request: NoticeRequest, system: System): Promise<ReadNotice> {
  const { named, from, year, drafts, project } = request;
  const { files, environment } = system;
  const { templates, built, workingFolder } = environment;
  const world = { files, templates, workingFolder: from ?? workingFolder };
  const prepared = year === undefined ? await findPreparedNotice(named, built, world) : undefined;
  if (prepared) return { notice: prepared, keep: nothingToKeep };
  const options = { ...(year !== undefined && { year }), ...(drafts !== undefined && { drafts }) };
  const { noticeKeeper, watchReading } = await import('./kept-notices.ts');
  const keeper = project === undefined ? undefined : noticeKeeper(project, environment.build, files);
  const key = JSON.stringify([named, world.workingFolder, templates, options]);
  const kept = await keeper?.find(key);
  if (kept) return { notice: kept, keep: nothingToKeep };
  const { loadNotice } = await import('../notice/load-notice.ts');
  const watched = watchReading(files);
  const notice = await loadNotice(named, { ...world, files: watched.files, ...options });
  return { notice, keep: async () => keeper?.keep({ key, seen: watched.seen, notice }) };
}

const nothingToKeep = () => Promise.resolve();
