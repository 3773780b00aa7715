import type { Evidence } from '../../model/evidence.ts';
import type { Judgement, Language } from '../../model/report.ts';
import type { Labels } from '../terminal/labels.ts';
import type { Layout } from '../terminal/layout.ts';
import type { Arranged } from './arrange-report.ts';
import type { HtmlLabels } from './html-labels.ts';

/** What every part of the page needs. */
export interface PageContext {
  readonly judgement: Judgement;
  readonly language: Language;
  readonly evidence: Evidence;
  readonly arranged: Arranged;
  readonly labels: HtmlLabels;
  /** The words that the terminal's report uses too. */
  readonly words: Labels;
  /** For what is arranged as it is for the terminal. */
  readonly layout: Layout;
}
