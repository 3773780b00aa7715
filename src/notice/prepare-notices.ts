import type { Notice } from '../model/notice.ts';
import { builtInIds, type NoticeWorld } from './built-in-notices.ts';
import { loadNotice } from './load-notice.ts';
import { textsOfTemplates, type PreparedNotices } from './prepared-notices.ts';

/** For the build: every built-in notice in force, as JSON. */
export async function prepareNotices(world: NoticeWorld): Promise<string> {
  const notices: Record<string, Notice> = {};
  for (const id of await builtInIds(world)) notices[id] = await loadNotice(id, world);
  const prepared: PreparedNotices = { templates: await textsOfTemplates(world), notices };
  return JSON.stringify(prepared);
}
