import { isRole } from '../model/format.ts';
import type { Category, Deadline, Notice } from '../model/notice.ts';
import type { Ruled } from '../model/ruled.ts';
import { INFO_FIELD_BY_WORD } from '../model/info-words.ts';
import type { Language } from '../model/report.ts';
import { describeCopies } from './describe-copies.ts';
import { layOutRows, type Row } from './describe-notice-rows.ts';
import {
  countingWord,
  describeCount,
  describeMedia,
  describeSource,
  describeWeight,
} from './describe-notice-rules.ts';
import { handRows, routeRows } from './describe-notice-ways.ts';
import { noticeWords, type NoticeWords } from './describe-notice-words.ts';
import { describePacking } from './describe-packing.ts';
import { describePersonQuota, describeQuota } from './describe-quota.ts';
import { describeSummary } from './describe-summary.ts';
import { dueText } from '../model/due-text.ts';
import { formatLimit } from './format-bytes.ts';
import { formatRange } from './format-range.ts';
import { visible } from './show-name.ts';

/** One category of a notice under its heading, with the rules for files that differ from the general ones. */
export function describeCategory(
  category: Category,
  number: number,
  notice: Notice,
  words: NoticeWords,
): readonly Row[] {
  const { labels } = words;
  const own = describeMedia(category.media, notice.media, 4, words);
  const media = own.length > 0 ? [{ indent: 2, text: labels.media }, ...own] : [];
  return [
    { indent: 0, text: visible(`${number}. ${category.name} [${category.id}]`) },
    ...categoryRows(category, media, notice, words),
  ];
}

/** One category alone, with every rule for the files it takes; without a heading, and without how each is seen to. */
export function describeCategoryAlone(category: Category, notice: Notice, language: Language): string {
  const words: NoticeWords = { ...noticeWords(language), handling: {} };
  const taken = Object.fromEntries(
    Object.entries(category.media).filter(([role]) => category.accepts.some((taken) => taken === role)),
  );
  const own = describeMedia(taken, {}, 4, words);
  const media = own.length > 0 ? [{ indent: 2, text: words.labels.mediaAlone }, ...own] : [];
  return layOutRows(categoryRows(category, media, notice, words), words.labelWidth);
}

function categoryRows(
  category: Category,
  media: readonly Row[],
  notice: Notice,
  words: NoticeWords,
): readonly Row[] {
  const { labels } = words;
  const row = (label: string, text: string): Row => ({ indent: 2, label, text: visible(text) });
  return [
    row(labels.content, contentOf(category, words)),
    ...quotaLines(category, words).map((line, index) => row(index === 0 ? labels.quota : '', line)),
    ...category.parts.map((rule, index) => row(index === 0 ? labels.parts : '', partOf(rule, words))),
    ...category.parts.flatMap((rule) => namedRows(rule, category, words)),
    ...category.choices.map((rule) => row(labels.choice, choiceOf(rule, category, words))),
    ...category.workSize.map((rule) => row(labels.workSize, sizeOf(rule, words))),
    ...(category.workDates ? [row(labels.workDates, workDatesOf(category.workDates, words))] : []),
    ...monthlyOnce(category.deadlines).map((deadline, index) =>
      row(index === 0 ? labels.deadline : '', dueOf(deadline, words)),
    ),
    ...(category.allYear
      ? [row(category.deadlines.length > 0 ? '' : labels.deadline, allYearOf(category.allYear, words))]
      : []),
    ...category.forms.map((rule, index) => row(index === 0 ? labels.form : '', formOf(rule, notice, words))),
    ...fieldRows(category, notice, words),
    ...(category.naming ? [row(labels.naming, namingOf(category.naming, words))] : []),
    ...(category.packing ? [row(labels.packing, describePacking(category.packing, words))] : []),
    ...(category.summary ? [row(labels.summary, describeSummary(category.summary, words))] : []),
    ...category.info.map((rule, index) => row(index === 0 ? labels.info : '', infoOf(rule, words))),
    ...media,
    ...category.routes.flatMap((id, index) => routeRows(id, index === 0 ? labels.route : '', notice, words)),
    ...handRows(category, words),
  ];
}

function quotaLines({ quota, perPerson }: Category, words: NoticeWords): readonly string[] {
  return [
    ...quota.map((rule) => describeQuota(rule, words)),
    ...perPerson.map((rule) => describePersonQuota(rule, words)),
  ];
}

function contentOf({ accepts }: Category, words: NoticeWords): string {
  return accepts.length === 0
    ? words.values.inMail
    : accepts.map((role) => words.roles[role]).join(words.comma);
}

function partOf(rule: Category['parts'][number], words: NoticeWords): string {
  const { role, named, ...range } = rule.value;
  const count = describeCount(range, countingWord(role, words), words.language);
  const [open, close] = words.brackets;
  const kind = named
    ? `${named.name}${open}${words.roles[role]}${words.semicolon}${words.values.fileNamed} ${named.words.join(words.comma)}${close}`
    : words.roles[role];
  return `${kind}${words.colon}${count}${describeWeight(rule, words, 'program')}`;
}

/** What is asked of a named part beyond its role. */
function namedRows(
  { value: { named, role } }: Category['parts'][number],
  category: Category,
  words: NoticeWords,
): readonly Row[] {
  if (!named) return [];
  const rows = describeMedia({ [role]: named.media }, { [role]: category.media[role] ?? {} }, 6, words);
  return rows.length === 0 ? [] : [{ indent: 4, text: visible(named.name) }, ...rows];
}

function choiceOf(rule: Category['choices'][number], { parts }: Category, words: NoticeWords): string {
  const { of, ...range } = rule.value;
  const nameOf = (id: string) => {
    const named = parts.find(({ value }) => value.named?.id === id)?.value.named;
    return named?.name ?? (isRole(id) ? words.roles[id] : id);
  };
  const names = of.map((ids) => ids.map(nameOf).join(words.language === 'zh' ? '和' : ' and '));
  const count = describeCount(range, words.values.kinds, words.language);
  return `${names.join(words.comma)}${words.colon}${count}${describeWeight(rule, words, 'program')}`;
}

function sizeOf(rule: Category['workSize'][number], words: NoticeWords): string {
  const { language } = words;
  const said = formatRange(rule.value, language, (bytes) => formatLimit(bytes, language));
  return said + describeWeight(rule, words, 'program');
}

function workDatesOf(rule: NonNullable<Category['workDates']>, words: NoticeWords): string {
  const { from, to } = rule.value;
  return words.span(from ?? '…', to ?? '…') + describeWeight(rule, words, 'program');
}

/** A day that comes each month is told once, by its first. */
function monthlyOnce(deadlines: readonly Deadline[]): readonly Deadline[] {
  return deadlines.filter(
    ({ monthly }, index) =>
      !monthly || deadlines.findIndex((other) => other.monthly?.day === monthly.day) === index,
  );
}

function dueOf(deadline: Deadline, words: NoticeWords): string {
  const { on, at, from, label, rolling, monthly } = deadline;
  const end = dueText(deadline);
  const once = from === undefined ? end : words.span(from, end);
  const days = monthly ? words.monthly(monthly.day, at, on, monthly.until) : once;
  const notes = [label, rolling ? words.values.rolling : undefined].filter((note) => note !== undefined);
  return [days, ...notes].join(words.semicolon) + describeSource(deadline, words);
}

function allYearOf(rule: NonNullable<Category['allYear']>, words: NoticeWords): string {
  const { from, label } = rule.value;
  const said = [words.values.allYear, from === undefined ? undefined : words.since(from), label];
  return said.filter((part) => part !== undefined).join(words.semicolon) + describeSource(rule, words);
}

function formOf(rule: Ruled<string>, { forms }: Notice, words: NoticeWords): string {
  const form = forms.find(({ id }) => id === rule.value);
  const name = [form?.annex, form?.name ?? rule.value].filter((part) => part !== undefined).join(' ');
  return name + describeCopies(form, words) + describeWeight(rule, words, 'pack');
}

/** What is asked of single fields of its forms. */
function fieldRows({ forms }: Category, notice: Notice, words: NoticeWords): readonly Row[] {
  const { values, semicolon, colon, language } = words;
  const asked = notice.forms.filter(({ id }) => forms.some(({ value }) => value === id));
  return asked.flatMap(({ fields = [] }) =>
    fields.map((rule): Row => {
      const { field, chars, required } = rule.value;
      const said = [
        chars && describeCount(chars, values.words, language),
        required && values.notEmpty,
      ].filter((part) => part !== undefined);
      const info = INFO_FIELD_BY_WORD.get(field);
      const name = info !== undefined && /^[a-z]/i.test(field) ? words.fields[info] : field;
      const text = visible(`${name}${colon}${said.join(semicolon)}`);
      return { indent: 4, label: '', text: text + describeWeight(rule, words, 'program') };
    }),
  );
}

function namingOf(rule: NonNullable<Category['naming']>, words: NoticeWords): string {
  const { pattern, date } = rule.value;
  const dated = pattern.includes('{date}') ? `${words.semicolon}${words.values.dateAs} ${date}` : '';
  return pattern + dated + describeWeight(rule, words, 'pack');
}

function infoOf(rule: Category['info'][number], words: NoticeWords): string {
  const { field, count, oneOf } = rule.value;
  const details = [
    count && describeCount(count, words.values.entries, words.language),
    oneOf && `${words.values.oneOf}${words.colon}${oneOf.join(words.semicolon)}`,
  ].filter((detail) => detail !== undefined);
  const said = details.length === 0 ? '' : `${words.colon}${details.join(words.semicolon)}`;
  return words.fields[field] + said + describeWeight(rule, words, 'program');
}
