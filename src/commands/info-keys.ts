import type { InfoField } from '../model/notice.ts';

/** How 作品信息.yaml calls what a notice may ask for. */
export const INFO_KEYS: Readonly<Record<InfoField, string>> = {
  title: '标题',
  authors: '作者',
  presenter: '主讲人',
  topic: '主题',
  keywords: '关键词',
  summary: '简介',
  planned: '计划报送时间',
  advisors: '指导教师',
  date: '日期',
};

/** Fields of a form that a work's own record calls otherwise than the form does. */
export const KEY_OF_FIELD: ReadonlyMap<string, string> = new Map([
  ['author', INFO_KEYS.authors],
  ['presenter', INFO_KEYS.presenter],
  ['topic', INFO_KEYS.topic],
  ['keywords', INFO_KEYS.keywords],
  ['summary', INFO_KEYS.summary],
]);

/** Known from the config, the folder's name or the files, or written by hand on the stamped paper. */
export const NOT_ASKED: ReadonlySet<string> = new Set([
  ...['unit', 'title', 'category', 'contact', 'phone', 'email', 'duration', 'words'],
  ...['fillDate', 'opinion', 'remark'],
]);
