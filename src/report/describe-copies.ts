import type { FormSpec } from '../model/notice.ts';
import type { NoticeWords } from './describe-notice-words.ts';

/** `：Word 版、盖章扫描件`; empty where one of any kind will do. */
export function describeCopies(form: FormSpec | undefined, words: NoticeWords): string {
  const { copies = [] } = form ?? {};
  if (copies.length === 0) return '';
  return words.colon + copies.map((copy) => words.copies[copy]).join(words.comma);
}
