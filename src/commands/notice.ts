import type { Notice } from '../model/notice.ts';
import { listNotices, type NoticeSummary } from '../notice/list-notices.ts';
import { loadNotice } from '../notice/load-notice.ts';
import type { System } from '../system/system.ts';

export function listBuiltInNotices({ files, environment }: System): Promise<readonly NoticeSummary[]> {
  return listNotices({ files, templates: environment.templates });
}

/** A built-in notice by id, or one of the user's own by file, with its parents merged in. */
export function readNotice(named: string, { files, environment }: System, year?: number): Promise<Notice> {
  const { templates, workingFolder } = environment;
  return loadNotice(named, { files, templates, workingFolder, ...(year !== undefined && { year }) });
}
