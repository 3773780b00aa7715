import type { CheckOf, Code, Result } from '../model/check.ts';
import type { Clause } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import { catalogueIn } from './catalogue-in.ts';
import { visible } from './show-name.ts';
import type { Advice } from './wording.ts';

/** One check in words. Everything in it is safe to print. */
export interface CheckWords {
  readonly title: string;
  /** What is the matter, without figures and full stop. */
  readonly statement: string;
  readonly required?: string;
  readonly actual?: string;
  /** What to know although it passed. */
  readonly remark?: string;
  readonly advice?: Advice;
  readonly clause?: string;
  readonly consequence?: string;
}

export function wordsOf<C extends Code>(check: CheckOf<C>, language: Language): CheckWords {
  const wording = catalogueIn(language)[check.code];
  const { args, result, clause, consequence } = check;
  const required = wording.required(args);
  const actual = wording.actual(args, result);
  const remark = result === 'pass' ? wording.remark?.(args) : undefined;
  const advice = check.because ? undefined : wording.advice(result, args, check.subject.path);
  return {
    title: wording.title,
    statement: check.because ? becauseText(check.because, result, language) : wording.message(result, args),
    ...(required !== undefined && { required }),
    ...(actual !== undefined && { actual }),
    ...(remark !== undefined && { remark }),
    ...(advice && { advice }),
    ...(clause && { clause: clauseText(clause) }),
    ...(consequence !== undefined && { consequence: visible(consequence) }),
  };
}

/** As one message for readers without a layout: what is wrong, what was asked, what there is. */
export function sentenceOf(words: CheckWords, code: Code, result: Result, language: Language): string {
  const { title, statement, required, actual, remark } = words;
  const [colon, stop, comma] = language === 'zh' ? ['：', '。', '；'] : [': ', '.', '; '];
  const figures = [
    required !== undefined && `${language === 'zh' ? '要求' : 'asked for'}${colon}${required}`,
    actual !== undefined && `${language === 'zh' ? '实际' : 'found'}${colon}${actual}`,
  ].filter((figure) => figure !== false);
  const quotesItself = code === 'attest' || code === 'manual';
  const told = (result === 'fail' || result === 'unknown') && !quotesItself && figures.length > 0;
  const parts = [`${title}${colon}${statement}`, told ? figures.join(comma) : undefined, remark];
  const gap = language === 'zh' ? '' : ' ';
  return parts
    .filter((part) => part !== undefined)
    .map((part) => `${part}${stop}`)
    .join(gap);
}

/** With its command, on one line. */
export function adviceText({ text, command }: Advice, language: Language): string {
  return command === undefined ? text : `${text}${language === 'zh' ? '：' : ': '}${command}`;
}

/** `moe-2020 提示一`; the id alone where the notice has no sections. */
export function clauseText({ notice, section }: Clause): string {
  return visible(section === undefined ? notice : `${notice} ${section}`);
}

function becauseText(because: Code, result: Result, language: Language): string {
  const cause = catalogueIn(language)[because].title;
  if (language === 'zh') {
    return `因“${cause}”一项的问题而${result === 'fail' ? '不合格' : '无法判定'}`;
  }
  return `${result === 'fail' ? 'fails' : 'could not be judged'} because of “${cause}”`;
}
