import { loadNotice } from './load-notice.ts';
import { builtInIds, type NoticeWorld } from './built-in-notices.ts';

/** One line of `notice list`. */
export interface NoticeSummary {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  /** How many categories it asks for. */
  readonly categories: number;
}

/** The notices that come with the program, by id. */
export async function listNotices({
  files,
  templates,
}: Pick<NoticeWorld, 'files' | 'templates'>): Promise<readonly NoticeSummary[]> {
  const world: NoticeWorld = { files, templates, workingFolder: templates };
  const summaries: NoticeSummary[] = [];
  for (const id of await builtInIds(world)) {
    const { title, year, categories } = await loadNotice(id, world);
    summaries.push({ id, title, year, categories: categories.length });
  }
  return summaries;
}
