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
}

/** A built-in notice by id, or one of the user's own by file, with its parents merged in. */
export async function readNotice(
  { named, from, year, drafts }: NoticeRequest,
  system: System,
): Promise<Notice> {
  const { files, environment } = system;
  const { templates, built, workingFolder } = environment;
  const world = { files, templates, workingFolder: from ?? workingFolder };
  const prepared = year === undefined ? await findPreparedNotice(named, built, world) : undefined;
  if (prepared) return prepared;
  const { loadNotice } = await import('../notice/load-notice.ts');
  return loadNotice(named, {
    ...world,
    ...(year !== undefined && { year }),
    ...(drafts !== undefined && { drafts }),
  });
}
