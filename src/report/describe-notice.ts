import type { Notice } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import { describeCategory } from './describe-category.ts';
import { describeMedia } from './describe-notice-rules.ts';
import { groupQuotaRows } from './describe-quota.ts';
import { layOutRows, pad, type Row } from './describe-notice-rows.ts';
import { handRows } from './describe-notice-ways.ts';
import { noticeWords, type NoticeWords } from './describe-notice-words.ts';
import { visible } from './show-name.ts';

/** One line of a list of notices. */
export interface NoticeListing {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  /** How many there are. */
  readonly categories: number;
}

/** A notice as its reader wants to know it: by category, what, how many, by when, on which form, under which name, where to. */
export function describeNotice(notice: Notice, language: Language): string {
  const words = noticeWords(language);
  const blocks = [
    heading(notice, words),
    generalMedia(notice, words),
    ...notice.categories.map((category, index) => describeCategory(category, index + 1, notice, words)),
    general(notice, words),
  ];
  return blocks
    .filter((rows) => rows.length > 0)
    .map((rows) => `${layOutRows(rows, words.labelWidth)}\n`)
    .join('\n');
}

/** Ids in one column, so that they can be copied. */
export function describeNoticeList(list: readonly NoticeListing[], language: Language): string {
  const words = noticeWords(language);
  if (list.length === 0) return `${words.values.none}\n`;
  const width = Math.max(...list.map(({ id }) => id.length)) + 2;
  const rows = list.map(({ id, title, categories }): Row => {
    const [open, close] = words.brackets;
    const content = categories === 0 ? words.values.base : `${categories} ${words.labels.categories}`;
    const text = `${visible(title)}${open}${content}${close}`;
    return { indent: 0, label: pad(id, width), text };
  });
  return `${layOutRows(rows, width)}\n`;
}

function heading(
  { id, title, year, lineage, issuer, submitter }: Notice,
  words: NoticeWords,
): readonly Row[] {
  const [, ...farther] = lineage;
  const identity = [
    id,
    `${year} ${words.labels.year}`.trim(),
    ...(farther.length > 0 ? [`${words.labels.over} ${farther.join(' → ')}`] : []),
  ];
  return [
    { indent: 0, text: visible(title) },
    { indent: 2, label: words.labels.id, text: visible(identity.join(words.separator)) },
    ...optionalRow(words.labels.issuer, issuer),
    ...optionalRow(words.labels.submitter, submitter),
  ];
}

function optionalRow(label: string, text: string | undefined): readonly Row[] {
  return text === undefined ? [] : [{ indent: 2, label, text: visible(text) }];
}

function generalMedia(notice: Notice, words: NoticeWords): readonly Row[] {
  const rows = describeMedia(notice.media, {}, 2, words);
  return rows.length === 0 ? [] : [{ indent: 0, text: words.labels.mediaForAll }, ...rows];
}

function general(notice: Notice, words: NoticeWords): readonly Row[] {
  const rows = [...groupQuotaRows(notice, words), ...handRows(notice, words)];
  return rows.length === 0 ? [] : [{ indent: 0, text: words.labels.general }, ...rows];
}
