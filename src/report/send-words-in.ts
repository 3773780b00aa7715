import type { Language } from '../model/report.ts';
import { sendWordsEn } from './en/send-words-en.ts';
import type { SendWords } from './send-words.ts';
import { sendWordsZh } from './zh/send-words-zh.ts';

const words: Readonly<Record<Language, SendWords>> = { zh: sendWordsZh, en: sendWordsEn };

export function sendWordsIn(language: Language): SendWords {
  return words[language];
}
