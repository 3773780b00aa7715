import type { Judgement, Language } from '../../model/report.ts';
import { labelsIn, type Labels } from './labels.ts';

/** What every section of the report needs. */
export interface Layout {
  readonly judgement: Judgement;
  readonly language: Language;
  readonly columns: number;
  readonly labels: Labels;
}

/** Narrower than this nothing can be laid out; wider than the other is hard to read. */
const NARROWEST = 24;
const WIDEST = 100;

export function createLayout(judgement: Judgement, language: Language, columns: number): Layout {
  return {
    judgement,
    language,
    columns: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    labels: labelsIn(language),
  };
}
