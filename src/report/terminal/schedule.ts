import { daysBetween } from '../../model/calendar-date.ts';
import { dueNow } from '../../model/monthly.ts';
import type { AllYear, Category, Deadline, GroupQuota, Quota } from '../../model/notice.ts';
import type { Range } from '../../model/range.ts';
import type { Ruled } from '../../model/ruled.ts';
import { daysEn } from '../en/notice-words-en.ts';
import { dueText } from '../../model/due-text.ts';
import { visible } from '../show-name.ts';
import { daysZh } from '../zh/notice-words-zh.ts';
import { quotaOfUnit } from '../../model/quota.ts';
import type { Finding } from './finding.ts';
import { foldFindings } from './fold-findings.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './line.ts';
import { toldBlock } from './told-block.ts';
import { displayWidth, padColumns } from './wrap-text.ts';

export interface Row {
  readonly cells: readonly string[];
  readonly tone?: Tone;
}

/** Category by category: how many there are, how many are asked, until when; what is late or too few below. */
export function schedule(findings: readonly Finding[], layout: Layout): readonly Line[] {
  const { labels, columns } = layout;
  const rows = scheduleRows(layout);
  if (rows.length === 0 && findings.length === 0) return [];
  return [
    EMPTY_LINE,
    ...paragraph(labels.schedule, { indent: 0, tone: 'strong', columns }),
    ...table(rows, layout),
    ...foldFindings(findings).flatMap((told) => toldBlock(told, 2, layout)),
  ];
}

/** A row for each category and due date, and one for what several categories have between them. */
export function scheduleRows(layout: Layout): readonly Row[] {
  const { categories, quotas } = layout.judgement.notice;
  return [
    ...categories.flatMap((category) => rowsOf(category, layout)),
    ...quotas.map((quota) => togetherRow(quota, categories, layout)),
  ];
}

function togetherRow(quota: Ruled<GroupQuota>, categories: readonly Category[], layout: Layout): Row {
  const { labels } = layout;
  const { of } = quota.value;
  const names = categories.filter(({ id }) => of.includes(id)).map(({ name }) => visible(name));
  const count = countIn(of, layout);
  return { cells: [labels.together(names), labels.items(count), quotaText([quota], layout), '-', '-'] };
}

function countIn(categories: readonly string[], { judgement }: Layout): number {
  return judgement.materials.items.filter(
    ({ category }) => category !== undefined && categories.includes(category),
  ).length;
}

function rowsOf(category: Category, layout: Layout): readonly Row[] {
  const { judgement, labels } = layout;
  const count = countIn([category.id], layout);
  const { quota } = category;
  const deadlines = dueNow(category.deadlines, judgement.date);
  const { allYear } = category;
  if (count === 0 && quota.length === 0 && deadlines.length === 0 && !allYear) return [];
  const first = [visible(category.name), labels.items(count), quotaText(quota, layout)];
  const open = allYear ? [labels.allYear, allYearText(allYear.value, layout)] : ['-', '-'];
  if (deadlines.length === 0) return [{ cells: [...first, ...open] }];
  const dated = deadlines.map((deadline, index) => ({
    cells: [...(index === 0 ? first : ['', '', '']), dueText(deadline), daysText(deadline, layout)],
    ...(!allYear && isPressing(deadline, layout) && { tone: 'remind' as const }),
  }));
  return allYear ? [...dated, { cells: ['', '', '', ...open] }] : dated;
}

function allYearText({ from }: AllYear, { judgement, labels }: Layout): string {
  const opensIn = from === undefined ? 0 : daysBetween(judgement.date, from);
  return opensIn > 0 ? labels.opensIn(opensIn) : '-';
}

/** A least and a most that stand apart are told as one. */
function quotaText(quotas: readonly Ruled<Quota>[], { labels, judgement }: Layout): string {
  const own = quotas.flatMap(({ value }) => quotaOfUnit(value, judgement) ?? []);
  const isOnce = (key: 'min' | 'max') => own.filter((range) => range[key] !== undefined).length < 2;
  const isPair = isOnce('min') && isOnce('max') && own.every(({ about }) => about === undefined);
  const ranges = isPair ? [own.reduce<Range>((all, range) => ({ ...all, ...range }), {})] : own;
  const texts = ranges.flatMap((range) => rangeText(range, labels) ?? []);
  return texts.length === 0 ? '-' : texts.join(labels.phraseComma);
}

function rangeText({ min, max, about }: Range, labels: Layout['labels']): string | undefined {
  if (about !== undefined) return labels.about(about);
  if (min !== undefined && max !== undefined) return labels.between(min, max);
  if (min !== undefined) return labels.atLeast(min);
  return max === undefined ? undefined : labels.atMost(max);
}

function daysText({ on, from }: Deadline, { judgement, labels, language }: Layout): string {
  const opensIn = from === undefined ? 0 : daysBetween(judgement.date, from);
  if (opensIn > 0) return labels.opensIn(opensIn);
  const days = daysBetween(judgement.date, on);
  return language === 'zh' ? daysZh(days) : daysEn(days);
}

const PRESSING_DAYS = 3;

function isPressing({ on }: Deadline, { judgement }: Layout): boolean {
  return daysBetween(judgement.date, on) <= PRESSING_DAYS;
}

const GAP = 3;

function table(rows: readonly Row[], layout: Layout): readonly Line[] {
  const { labels, columns } = layout;
  const all: readonly Row[] = [{ cells: labels.scheduleColumns, tone: 'quiet' }, ...rows];
  const widths = labels.scheduleColumns.map((_, at) =>
    Math.max(...all.map(({ cells }) => displayWidth(cells[at] ?? ''))),
  );
  const total = widths.reduce((sum, width) => sum + width + GAP, 2);
  if (total > columns) return rows.flatMap((row) => stacked(row, layout));
  return all.map(({ cells, tone }) => [
    { text: '  ' },
    toned(
      cells
        .map((cell, at) => padColumns(cell, (widths[at] ?? 0) + GAP))
        .join('')
        .trimEnd(),
      tone,
    ),
  ]);
}

/** For a narrow terminal: the same, as a sentence a row. */
function stacked({ cells, tone }: Row, { labels, columns }: Layout): readonly Line[] {
  const [name = '', items = '', asked = '-', on = '-', left = ''] = cells;
  const quota = asked === '-' || asked === '' ? items : `${items}${labels.asked(asked)}`;
  const due = on === '-' ? [] : left === '-' ? [on] : [labels.due(on), left];
  const told = [...(quota === '' ? [] : [quota]), ...due].join(labels.phraseComma);
  return paragraph(name === '' ? told : `${name}${labels.colon}${told}`, {
    indent: 2,
    mark: { text: name === '' ? '  ' : '' },
    hang: 2,
    ...(tone && { tone }),
    columns,
  });
}
