import type { Evidence } from '../../model/evidence.ts';
import type { Judgement, Language } from '../../model/report.ts';
import { createLayout } from '../terminal/layout.ts';
import { labelsIn } from '../terminal/labels.ts';
import { arrangeReport } from './arrange-report.ts';
import { byHandPart } from './by-hand-part.ts';
import { categoryPart } from './category-part.ts';
import { decisionsPart } from './decisions.ts';
import { fillPage, type Page } from './fill-page.ts';
import { filtersPart } from './filters-part.ts';
import { headerPart } from './header-part.ts';
import { htmlLabelsIn } from './html-labels.ts';
import { fromTemplate, html, type Markup } from './markup.ts';
import type { PageContext } from './page-context.ts';
import { schedulePart } from './schedule-part.ts';
import { straysPart, wholePart } from './strays-part.ts';
import { todoPart } from './todo-part.ts';

/** The page's frame, look and behaviour, as text; hashes as a Content-Security-Policy names them (`sha256-…`). */
export interface ReportTemplate {
  readonly page: string;
  readonly style: string;
  readonly styleHash: string;
  readonly script: string;
  readonly scriptHash: string;
}

export interface HtmlOptions {
  readonly language: Language;
  /** Of this program. */
  readonly version: string;
  readonly evidence: Evidence;
  readonly template: ReportTemplate;
}

/** The whole report as one page that needs nothing beside itself. */
export function renderHtml(judgement: Judgement, options: HtmlOptions): Page {
  const { language, template, version } = options;
  const context = contextOf(judgement, options);
  const { labels } = context;
  const title = `${labels.verdict[judgement.verdict]} · ${labels.heading} · ${judgement.notice.title}`;
  return fillPage(template.page, {
    lang: html`${language === 'zh' ? 'zh-CN' : 'en'}`,
    title: html`${title}`,
    styleHash: html`${template.styleHash}`,
    scriptHash: html`${template.scriptHash}`,
    style: fromTemplate(template.style),
    script: fromTemplate(template.script),
    skip: html`${labels.skip}`,
    header: headerPart(context),
    todo: todoPart(context),
    schedule: html`${schedulePart(context)}`,
    decisions: html`${decisionsPart(context)}`,
    filters: filtersPart(context),
    results: resultsPart(context),
    byHand: html`${byHandPart(context)}`,
    strays: html`${straysPart(context)}`,
    footer: footerPart(context, version),
  });
}

function contextOf(judgement: Judgement, { language, evidence }: HtmlOptions): PageContext {
  return {
    judgement,
    language,
    evidence,
    arranged: arrangeReport(judgement, language),
    labels: htmlLabelsIn(language),
    words: labelsIn(language),
    layout: createLayout(judgement, language, 100),
  };
}

function resultsPart(context: PageContext): Markup {
  const { labels, arranged } = context;
  return html`<section class="results" aria-labelledby="detailed">
    <h2 id="detailed">${labels.detailed}</h2>
    ${wholePart(context)} ${arranged.sections.map((section, at) => categoryPart(section, at + 1, context))}
    <p class="nothing" hidden>${labels.nothingShown}</p>
  </section>`;
}

function footerPart({ evidence, labels }: PageContext, version: string): Markup {
  const leftOut = [...evidence.values()].filter(
    (one) => one.kind === 'none' && one.reason === 'left-out',
  ).length;
  return html`<footer>
    ${leftOut > 0 ? html`<p>${labels.leftOut(leftOut)}</p>` : undefined}
    <p>${labels.footer(version)}</p>
  </footer>`;
}
