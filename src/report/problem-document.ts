import type { Judgement, Language } from '../model/report.ts';
import type { WordBlock, WordDocument } from '../model/word-document.ts';
import { decidedAbout, decisionText } from './decision-words.ts';
import { problemGroups, type ProblemGroup, type ProblemRow } from './problem-rows.ts';
import { problemWords, type ProblemWords } from './problem-words.ts';
import { showName, visible } from './show-name.ts';

/** 文件, 问题, 怎么改, 期限. */
const COLUMNS = [1900, 3400, 2888, 1450] as const;
const MARGIN = 1134;

/** 问题清单: what is wrong, what to do, by when; a table for each work, to be handed back to whoever made it. */
export function problemDocument(judgement: Judgement, language: Language): WordDocument {
  const words = problemWords(language);
  const groups = problemGroups(judgement, language);
  return {
    title: words.title,
    heading: words.title,
    size: 21,
    margin: MARGIN,
    blocks: [
      ...head(judgement, groups, words).map(line),
      ...groups.flatMap((group, index) => groupBlocks(group, index + 1, judgement, words)),
      ...decisions(judgement, words, language),
      line(''),
      line(groups.length === 0 ? words.nothing : words.ending),
    ],
  };
}

function head(
  { notice, org, date }: Judgement,
  groups: readonly ProblemGroup[],
  words: ProblemWords,
): readonly string[] {
  const rows = groups.flatMap((group) => group.rows);
  const of = (kind: ProblemRow['kind']) => rows.filter((row) => row.kind === kind).length;
  return [
    words.notice(visible(notice.title)),
    ...(org === undefined ? [] : [words.org(visible(org))]),
    words.date(date),
    ...(rows.length === 0 ? [] : [words.counts(of('fail'), of('unknown'), of('remind'))]),
  ];
}

function groupBlocks(
  group: ProblemGroup,
  number: number,
  judgement: Judgement,
  words: ProblemWords,
): readonly WordBlock[] {
  const due = dueOf(group, judgement, words);
  return [
    line(''),
    { kind: 'line', text: `${number}. ${titleOf(group, judgement, words)}`, strong: true, close: true },
    {
      kind: 'table',
      columns: COLUMNS,
      head: words.columns,
      rows: group.rows.map((row) => [filesOf(row, group, words), problemOf(row, words), row.advice, due]),
    },
  ];
}

/** `专题微党课 · 在疫情中讲党课（专题微党课/课）`. */
function titleOf(
  { item, category }: ProblemGroup,
  { notice, materials }: Judgement,
  words: ProblemWords,
): string {
  const name = notice.categories.find(({ id }) => id === category)?.name ?? category;
  const work = materials.items.find(({ path }) => path === item);
  const of = name === undefined ? words.unsorted : visible(name);
  if (!work) return category === undefined ? words.wholeFolder : of;
  return `${of} · ${visible(work.title)}${work.path === '' ? '' : words.path(showName(work.path))}`;
}

function filesOf(
  { files }: ProblemRow,
  { item }: ProblemGroup,
  words: ProblemWords,
): string | readonly string[] {
  if (files.length > 0) return files;
  return item === undefined ? '—' : words.wholeWork;
}

function problemOf({ kind, what, required, actual }: ProblemRow, words: ProblemWords): readonly string[] {
  const figures = [
    ...(required === undefined ? [] : [words.required(required)]),
    ...(actual === undefined || actual === '' ? [] : [words.actual(actual)]),
  ];
  return [`${words.kinds[kind]}${what}`, ...(figures.length > 0 ? [figures.join(words.semicolon)] : [])];
}

/** The due date that the check itself went by. */
function dueOf({ category }: ProblemGroup, { checks }: Judgement, words: ProblemWords): string {
  const due = checks.find((check) => check.code === 'time.deadline' && check.subject.category === category);
  if (due?.code !== 'time.deadline' || category === undefined) return words.noDue;
  const { on, at, days } = due.args;
  if (on === undefined || days === undefined) return words.allYear;
  return words.due({ on, ...(at !== undefined && { at }) }, days);
}

function decisions({ checks }: Judgement, words: ProblemWords, language: Language): readonly WordBlock[] {
  const decided = checks.flatMap((check) => {
    const { decision, subject } = check;
    if (!decision) return [];
    const place = subject.path ?? subject.item;
    const of = place === undefined || place === '' ? '' : `${words.comma}${showName(place)}`;
    return [`${decidedAbout(check, language)}${of}${words.colon}${decisionText(decision, language)}`];
  });
  if (decided.length === 0) return [];
  return [line(''), line(words.decisions), ...decided.map((text, index) => line(`${index + 1}. ${text}`))];
}

function line(text: string): WordBlock {
  return { kind: 'line', text };
}
