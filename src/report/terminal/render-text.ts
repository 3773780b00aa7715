import type { Code } from '../../model/check.ts';
import type { Judgement, Language } from '../../model/report.ts';
import { byHand } from './by-hand.ts';
import { categorySection } from './category-section.ts';
import { closing } from './closing.ts';
import { decisionsBlock } from './decisions-block.ts';
import { gatherFindings, type Finding } from './finding.ts';
import { foldFindings } from './fold-findings.ts';
import { header } from './header.ts';
import { createLayout, type Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line } from './line.ts';
import { paint } from './paint.ts';
import { schedule } from './schedule.ts';
import { straysBlock } from './strays-block.ts';
import { toldBlock } from './told-block.ts';

export interface TextOptions {
  readonly language: Language;
  /** Of the terminal; lines fit into them, commands to be copied excepted. */
  readonly columns: number;
  readonly colors: boolean;
  /** What was judged lies in a bundle already: nobody is told to mend or pack it. */
  readonly packed?: true;
}

/** The whole report for a terminal, with a line end at its end. */
export function renderText(judgement: Judgement, { language, columns, colors, packed }: TextOptions): string {
  const layout = createLayout(judgement, language, columns);
  const findings = gatherFindings(judgement, language);
  const timely = findings.filter(({ check }) => isAboutSchedule(check.code));
  const others = findings.filter((finding) => !timely.includes(finding));
  const categories = [...judgement.notice.categories.map(({ id }) => id), ...strangers(judgement), undefined];
  return paint(
    [
      ...header(layout),
      ...wholeFolder(others.filter(isAboutWhole), layout),
      ...categories.flatMap((category) =>
        categorySection(
          category,
          others.filter((finding) => !isAboutWhole(finding)),
          layout,
        ),
      ),
      ...cleanFiles(findings, layout),
      ...schedule(timely, layout),
      ...straysBlock(new Set(findings.flatMap(({ check }) => check.subject.path ?? [])), layout),
      ...decisionsBlock(layout),
      ...byHand(layout),
      ...closing(layout, packed),
    ],
    colors,
  );
}

export function isAboutSchedule(code: Code): boolean {
  return code === 'quota.min' || code === 'quota.max' || code === 'time.deadline';
}

export function isAboutWhole({ item, check }: Finding): boolean {
  return !item && check.subject.category === undefined;
}

/** Categories of materials that the notice does not know; what is in them must not fall out of the report. */
export function strangers({ materials, checks, notice }: Judgement): readonly string[] {
  const known = new Set(notice.categories.map(({ id }) => id));
  const named = [
    ...materials.items.flatMap(({ category }) => category ?? []),
    ...checks.flatMap(({ subject }) => subject.category ?? []),
  ];
  return [...new Set(named)].filter((id) => !known.has(id));
}

function wholeFolder(findings: readonly Finding[], layout: Layout): readonly Line[] {
  if (findings.length === 0) return [];
  const { labels, columns } = layout;
  return [
    EMPTY_LINE,
    ...paragraph(`【${labels.wholeFolder}】`, { indent: 0, tone: 'strong', columns }),
    ...foldFindings(findings).flatMap((told) => [
      ...strayPath(told.lead, told.findings.length, layout),
      ...toldBlock(told, 2, layout),
    ]),
  ];
}

function strayPath({ check }: Finding, count: number, { columns }: Layout): readonly Line[] {
  const { path } = check.subject;
  return count > 1 || path === undefined ? [] : paragraph(path, { indent: 2, tone: 'strong', columns });
}

/** Only counted, and only those of which nothing at all was said. */
function cleanFiles(findings: readonly Finding[], { judgement, labels, columns }: Layout): readonly Line[] {
  const spoiled = new Set(
    judgement.checks
      .filter(({ result, decision }) => result === 'fail' || result === 'unknown' || decision)
      .flatMap(({ subject }) => subject.path ?? []),
  );
  const looked = new Set(
    judgement.checks.filter(({ result }) => result === 'pass').flatMap(({ subject }) => subject.path ?? []),
  );
  const clean = judgement.materials.items
    .flatMap(({ parts }) => parts)
    .filter(({ path }) => looked.has(path) && !spoiled.has(path));
  if (clean.length === 0 || findings.length === 0) return [];
  return [EMPTY_LINE, ...paragraph(labels.cleanFiles(clean.length), { indent: 0, columns })];
}
