import type { InfoField } from './notice.ts';

/** The words by which 作品信息.yaml, and many a form, ask for a field. */
export const INFO_FIELD_BY_WORD: ReadonlyMap<string, InfoField> = new Map([
  ['标题', 'title'],
  ['题目', 'title'],
  ['作品名称', 'title'],
  ['title', 'title'],
  ['作者', 'authors'],
  ['authors', 'authors'],
  ['author', 'authors'],
  ['主讲人', 'presenter'],
  ['presenter', 'presenter'],
  ['主题', 'topic'],
  ['topic', 'topic'],
  ['关键词', 'keywords'],
  ['keywords', 'keywords'],
  ['简介', 'summary'],
  ['内容简介', 'summary'],
  ['summary', 'summary'],
  ['计划报送时间', 'planned'],
  ['计划提交时间', 'planned'],
  ['planned', 'planned'],
  ['指导教师', 'advisors'],
  ['指导老师', 'advisors'],
  ['advisors', 'advisors'],
  ['日期', 'date'],
  ['完成日期', 'date'],
  ['发表日期', 'date'],
  ['创作日期', 'date'],
  ['活动日期', 'date'],
  ['date', 'date'],
]);

/** The field that a key of 作品信息.yaml stands for. */
export function fieldOfKey(key: string): InfoField | undefined {
  return INFO_FIELD_BY_WORD.get(foldKey(key));
}

/** Width, spaces and case of a key make no difference. */
export function foldKey(key: string): string {
  return key.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
