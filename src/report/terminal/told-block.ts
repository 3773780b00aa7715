import { adviceOf } from '../check-words.ts';
import { showName } from '../show-name.ts';
import type { Finding, Kind } from './finding.ts';
import type { Told } from './fold-findings.ts';
import type { Labels } from './labels.ts';
import type { Layout } from './layout.ts';
import { pathWithin } from './path-within.ts';
import { command, paragraph, type Line, type Span } from './line.ts';
import { displayWidth, padColumns, shortenMiddle } from './wrap-text.ts';

const MARKS: Readonly<Record<Kind, Span>> = {
  fail: { text: '✗  ', tone: 'fail' },
  unknown: { text: '？ ', tone: 'unknown' },
  remind: { text: '！ ', tone: 'remind' },
  note: { text: '·  ' },
};
const HANG = 3;
const MOST_LISTED = 5;

/** What is wrong, what was asked, what to do now; about one subject or about several alike. */
export function toldBlock(told: Told, indent: number, layout: Layout): readonly Line[] {
  const inner = indent + HANG;
  return [
    ...headline(told, indent, layout),
    ...subjectList(told, inner, layout),
    ...figures(told, inner, layout),
    ...sharedCause(told.lead, inner, layout),
    ...voidedLines(told.lead, inner, layout),
    ...adviceLines(told, inner, layout),
  ];
}

function headline(told: Told, indent: number, { labels, columns }: Layout): readonly Line[] {
  const { lead, findings } = told;
  const { words, kind, check } = lead;
  const prefix = kind === 'remind' && check.result === 'unknown' ? labels.remindUnknown : labels.kind[kind];
  const ofFiles = findings.every(({ check }) => check.subject.path !== undefined);
  const count = findings.length > 1 ? labels[ofFiles ? 'files' : 'works'](findings.length) : '';
  const clause = requiredOf(told) === undefined ? clauseOf(lead, labels) : '';
  return paragraph(`${prefix}${words.title}${labels.colon}${saidOf(lead)}${count}${clause}`, {
    indent,
    mark: MARKS[kind],
    hang: HANG,
    columns,
  });
}

export function saidOf({ kind, words }: Finding): string {
  return kind === 'note' && words.remark !== undefined ? words.remark : words.statement;
}

function clauseOf({ words }: Finding, labels: Labels): string {
  return words.clause === undefined ? '' : labels.clause(words.clause);
}

/** What all of them are asked for, unless the headline has said it. */
export function requiredOf({ lead, findings }: Told): string | undefined {
  if (lead.check.result === 'pass') return undefined;
  const required = shared(findings, ({ words }) => words.required);
  return required === undefined || saidOf(lead).includes(required) ? undefined : required;
}

/** The first five, each with its own figure where they differ. */
function subjectList({ findings }: Told, indent: number, { columns, labels }: Layout): readonly Line[] {
  if (findings.length === 1) return [];
  const differ = shared(findings, actualOf) === undefined;
  const listed = findings.slice(0, MOST_LISTED).flatMap((finding) => {
    const figure = differ ? actualOf(finding) : undefined;
    const suffix = figure === undefined ? '' : `${labels.colon}${figure}`;
    const room = columns - indent - 2;
    const name = shortenMiddle(
      subjectName(finding, findings),
      Math.max(room - displayWidth(suffix), Math.floor(room / 2)),
    );
    return paragraph(`${name}${suffix}`, { indent, mark: { text: '- ' }, hang: 2, columns });
  });
  if (findings.length <= MOST_LISTED) return listed;
  return [...listed, ...paragraph(labels.more(findings.length), { indent: indent + 2, columns })];
}

/** 要求 above 实际, so that the eye compares them; the clause stands with what it asks. */
function figures(told: Told, indent: number, { labels, columns }: Layout): readonly Line[] {
  const { lead, findings } = told;
  if (lead.check.result === 'pass') return [];
  const required = requiredOf(told);
  const rows = [
    [labels.required, required === undefined ? undefined : `${required}${clauseOf(lead, labels)}`],
    [labels.actual, shared(findings, actualOf)],
    [labels.consequence, lead.words.consequence],
  ] as const;
  const said = rows.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [{ label, value }],
  );
  const widest = Math.max(0, ...said.map(({ label }) => displayWidth(label)));
  return said.flatMap(({ label, value }) => {
    const mark: Span = { text: padColumns(label, widest + 2), tone: 'quiet' };
    return paragraph(value, { indent, mark, hang: widest + 2, columns });
  });
}

function sharedCause({ unjudged, alsoFailed }: Finding, indent: number, layout: Layout): readonly Line[] {
  const { labels, columns } = layout;
  const rows = [
    [labels.unjudged, unjudged],
    [labels.alsoFailed, alsoFailed],
  ] as const;
  return rows.flatMap(([label, titles]) =>
    titles.length === 0
      ? []
      : paragraph(`${label}${labels.colon}${titles.join(labels.listComma)}`, { indent, columns }),
  );
}

function voidedLines({ words }: Finding, indent: number, { columns }: Layout): readonly Line[] {
  return words.voided === undefined ? [] : paragraph(words.voided, { indent, tone: 'remind', columns });
}

function adviceLines({ lead, findings }: Told, indent: number, layout: Layout): readonly Line[] {
  const { language, labels, columns } = layout;
  const advice = lead.check.result === 'pass' ? undefined : lead.words.advice;
  if (!advice) return [];
  const text = shared(findings, ({ words }) => words.advice?.text);
  if (text === undefined) {
    return arrow(`${labels.variousAdvice} four-ones explain ${lead.check.code}`, indent, columns);
  }
  const general = findings.length > 1 ? adviceOf(lead.check, language, 'several') : advice;
  const colon = general?.command === undefined ? '' : labels.colon.trimEnd();
  return [
    ...arrow(`${text}${colon}`, indent, columns),
    ...(general?.command === undefined ? [] : [command(general.command, indent + 2)]),
  ];
}

/** Some terminals draw the arrow two columns wide: one is kept free for that. */
function arrow(text: string, indent: number, columns: number): readonly Line[] {
  return paragraph(text, { indent, mark: { text: '→ ', tone: 'strong' }, hang: 2, columns: columns - 1 });
}

function actualOf({ words }: Finding): string | undefined {
  return words.actual;
}

/** What all of them say; undefined where they differ. */
export function shared(
  findings: readonly Finding[],
  pick: (finding: Finding) => string | undefined,
): string | undefined {
  const [first, ...rest] = findings.map(pick);
  return rest.every((value) => value === first) ? first : undefined;
}

/** From the work's folder on where one work has them all, whose name then stands above. */
function subjectName({ check, item }: Finding, findings: readonly Finding[]): string {
  const path = check.subject.path ?? item?.path ?? check.subject.category ?? '';
  const sameItem = item !== undefined && findings.every((other) => other.item === item);
  return showName(sameItem ? pathWithin(item.path, path) : path);
}
