import type { Language } from '../model/report.ts';
import { stepDueEn, type StepDue } from './en/notice-words-en.ts';
import { stepDueZh } from './zh/notice-words-zh.ts';

/** To stand behind the words of a step; empty where it has no day of its own. */
export function stepDue(due: StepDue | undefined, language: Language): string {
  if (!due) return '';
  return language === 'zh' ? stepDueZh(due) : stepDueEn(due);
}
