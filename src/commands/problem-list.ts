import { drawWord } from '../document/draw-word.ts';
import type { Judgement, Language } from '../model/report.ts';
import { problemDocument } from '../report/problem-document.ts';

/** 问题清单: a page to hand back to the branch, as .docx. Equal judgements give equal bytes. */
export function problemList(judgement: Judgement, language: Language): Promise<Uint8Array> {
  return drawWord(problemDocument(judgement, language));
}
