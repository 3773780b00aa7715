import type { Category, Deadline, Notice, Route, Ruled } from '../model/notice.ts';
import { isRole } from '../model/format.ts';
import type { Range } from '../model/range.ts';
import type { Language } from '../model/report.ts';
import {
  countingWord,
  describeCount,
  describeMedia,
  describeSource,
  describeWeight,
} from './describe-notice-rules.ts';
import { layOutRows, pad, type Row } from './describe-notice-rows.ts';
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
    generalMedia(notice, language),
    ...notice.categories.map((category, index) => describeCategory(category, index + 1, notice, language)),
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

function generalMedia(notice: Notice, language: Language): readonly Row[] {
  const rows = describeMedia(notice.media, {}, 2, language);
  return rows.length === 0 ? [] : [{ indent: 0, text: noticeWords(language).labels.mediaForAll }, ...rows];
}

function general({ steps, attestations }: Notice, words: NoticeWords): readonly Row[] {
  const rows = [...handRows({ steps, attestations }, words)];
  return rows.length === 0 ? [] : [{ indent: 0, text: words.labels.general }, ...rows];
}

function describeCategory(
  category: Category,
  number: number,
  notice: Notice,
  language: Language,
): readonly Row[] {
  const { labels } = noticeWords(language);
  const own = describeMedia(category.media, notice.media, 4, language);
  const media = own.length > 0 ? [{ indent: 2, text: labels.media }, ...own] : [];
  return [
    { indent: 0, text: visible(`${number}. ${category.name} [${category.id}]`) },
    ...categoryRows(category, media, notice, language),
  ];
}

/** One category alone, with every rule for the files it takes; without a heading. */
export function describeCategoryAlone(category: Category, notice: Notice, language: Language): string {
  const words = noticeWords(language);
  const taken = Object.fromEntries(
    Object.entries(category.media).filter(([role]) => category.accepts.some((taken) => taken === role)),
  );
  const own = describeMedia(taken, {}, 4, language);
  const media = own.length > 0 ? [{ indent: 2, text: words.labels.mediaAlone }, ...own] : [];
  return layOutRows(categoryRows(category, media, notice, language), words.labelWidth);
}

function categoryRows(
  category: Category,
  media: readonly Row[],
  notice: Notice,
  language: Language,
): readonly Row[] {
  const words = noticeWords(language);
  const { labels } = words;
  const row = (label: string, text: string): Row => ({ indent: 2, label, text: visible(text) });
  return [
    row(labels.content, contentOf(category, words)),
    ...(category.quota ? [row(labels.quota, quotaOf(category.quota, words, language))] : []),
    ...category.parts.map((rule, index) =>
      row(index === 0 ? labels.parts : '', partOf(rule, words, language)),
    ),
    ...category.parts.flatMap((rule) => namedRows(rule, category, language)),
    ...category.choices.map((rule) => row(labels.choice, choiceOf(rule, category, words, language))),
    ...(category.workDates ? [row(labels.workDates, workDatesOf(category.workDates, words))] : []),
    ...category.deadlines.map((deadline, index) =>
      row(index === 0 ? labels.deadline : '', dueOf(deadline, words)),
    ),
    ...category.forms.map((rule, index) => row(index === 0 ? labels.form : '', formOf(rule, notice, words))),
    ...(category.naming ? [row(labels.naming, namingOf(category.naming, words))] : []),
    ...category.info.map((rule, index) => row(index === 0 ? labels.info : '', infoOf(rule, words, language))),
    ...media,
    ...category.routes.flatMap((id, index) => routeRows(id, index === 0 ? labels.route : '', notice, words)),
    ...handRows(category, words),
  ];
}

function contentOf({ accepts }: Category, words: NoticeWords): string {
  return accepts.length === 0
    ? words.values.inMail
    : accepts.map((role) => words.roles[role]).join(words.comma);
}

function quotaOf(quota: NonNullable<Category['quota']>, words: NoticeWords, language: Language): string {
  const { byUnit = [], ...others } = quota.value;
  const count = (range: Range) =>
    range.about === undefined ? describeCount(range, words.values.items, language) : words.about(range.about);
  const own = byUnit.map(({ units, ...range }) => `${units.join(words.comma)} ${count(range)}`);
  const rest = Object.keys(others).length === 0 ? [] : [count(others)];
  return [...own, ...rest].join(words.semicolon) + describeWeight(quota, words);
}

function partOf(rule: Category['parts'][number], words: NoticeWords, language: Language): string {
  const { role, named, ...range } = rule.value;
  const count = describeCount(range, countingWord(role, words), language);
  const [open, close] = words.brackets;
  const kind = named
    ? `${named.name}${open}${words.roles[role]}${words.semicolon}${words.values.fileNamed} ${named.words.join(words.comma)}${close}`
    : words.roles[role];
  return `${kind}${words.colon}${count}${describeWeight(rule, words)}`;
}

/** What is asked of a named part beyond its role. */
function namedRows(
  { value: { named, role } }: Category['parts'][number],
  category: Category,
  language: Language,
): readonly Row[] {
  if (!named) return [];
  const rows = describeMedia({ [role]: named.media }, category.media, 6, language);
  return rows.length === 0 ? [] : [{ indent: 4, text: visible(named.name) }, ...rows];
}

function choiceOf(
  rule: Category['choices'][number],
  { parts }: Category,
  words: NoticeWords,
  language: Language,
): string {
  const { of, ...range } = rule.value;
  const names = of.map((id) => {
    const named = parts.find(({ value }) => value.named?.id === id)?.value.named;
    return named?.name ?? (isRole(id) ? words.roles[id] : id);
  });
  const count = describeCount(range, words.values.kinds, language);
  return `${names.join(words.comma)}${words.colon}${count}${describeWeight(rule, words)}`;
}

function workDatesOf(rule: NonNullable<Category['workDates']>, words: NoticeWords): string {
  const { from, to } = rule.value;
  return words.span(from ?? '…', to ?? '…') + describeWeight(rule, words);
}

function dueOf(deadline: Deadline, words: NoticeWords): string {
  const { on, at, from, label, rolling } = deadline;
  const end = at === undefined ? on : `${on} ${at}`;
  const days = from === undefined ? end : words.span(from, end);
  const notes = [label, rolling ? words.values.rolling : undefined].filter((note) => note !== undefined);
  return [days, ...notes].join(words.semicolon) + describeSource(deadline, words);
}

function formOf(rule: Ruled<string>, { forms }: Notice, words: NoticeWords): string {
  const form = forms.find(({ id }) => id === rule.value);
  const name = [form?.annex, form?.name ?? rule.value].filter((part) => part !== undefined).join(' ');
  return name + describeWeight(rule, words);
}

function namingOf(rule: NonNullable<Category['naming']>, words: NoticeWords): string {
  const { pattern, date } = rule.value;
  const dated = pattern.includes('{date}') ? `${words.semicolon}${words.values.dateAs} ${date}` : '';
  return pattern + dated + describeWeight(rule, words);
}

function infoOf(rule: Category['info'][number], words: NoticeWords, language: Language): string {
  const { field, count, oneOf } = rule.value;
  const details = [
    count && describeCount(count, words.values.entries, language),
    oneOf && `${words.values.oneOf}${words.colon}${oneOf.join(words.semicolon)}`,
  ].filter((detail) => detail !== undefined);
  const said = details.length === 0 ? '' : `${words.colon}${details.join(words.semicolon)}`;
  return words.fields[field] + said + describeWeight(rule, words);
}

function routeRows(id: string, label: string, { routes }: Notice, words: NoticeWords): readonly Row[] {
  const route = routes.find((candidate) => candidate.id === id);
  if (!route) return [];
  const text = visible(
    [route.name ?? id, mailOf(route, words)].filter((part) => part !== undefined).join(words.colon),
  );
  const steps = route.steps.map((step, index): Row => ({
    indent: 2,
    label: '',
    text: visible(`${index + 1}. ${step.text}`),
  }));
  return [{ indent: 2, label, text }, ...steps];
}

function mailOf({ mail }: Route, words: NoticeWords): string | undefined {
  if (!mail) return undefined;
  const { subject, noAttachment, files } = words.values;
  const notes = [
    mail.subject === undefined ? undefined : `${subject} ${mail.subject}`,
    mail.attach === 'none' ? noAttachment : mail.attach === 'files' ? files : undefined,
  ].filter((note) => note !== undefined);
  return [mail.to, ...notes].join(words.semicolon);
}

function handRows(
  { steps, attestations }: Pick<Notice, 'steps' | 'attestations'>,
  words: NoticeWords,
): readonly Row[] {
  const { attest, step } = words.labels;
  const first = (index: number, label: string) => (index === 0 ? label : '');
  return [
    ...attestations.map((entry, index): Row => {
      return {
        indent: 2,
        label: first(index, attest),
        text: visible(`[ ] ${entry.text}`) + describeWeight(entry, words),
      };
    }),
    ...steps.map((entry, index): Row => {
      return { indent: 2, label: first(index, step), text: visible(`${index + 1}. ${entry.text}`) };
    }),
  ];
}
