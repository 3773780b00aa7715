import type { CheckOf, Code, Result } from '../model/check.ts';
import type { Clause } from '../model/ruled.ts';
import type { Language } from '../model/report.ts';
import { catalogueIn } from './catalogue-in.ts';
import { withConfirm } from './confirm-command.ts';
import { decisionText, voidText } from './decision-words.ts';
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
  /** A person's earlier word that no longer counts. */
  readonly voided?: string;
  readonly advice?: Advice;
  readonly clause?: string;
  readonly consequence?: string;
}

export function wordsOf(check: CheckOf<Code>, language: Language): CheckWords {
  const advice = check.because ? undefined : adviceOf(check, language, 'one');
  return { ...bareWordsOf(check, language), ...(advice && { advice }) };
}

function bareWordsOf<C extends Code>(check: CheckOf<C>, language: Language): Omit<CheckWords, 'advice'> {
  const wording = catalogueIn(language)[check.code];
  const { args, result, clause, consequence, voided } = check;
  const required = wording.required(args);
  const actual = wording.actual(args, result);
  const remark = result === 'pass' ? wording.remark?.(args) : undefined;
  return {
    title: wording.titled?.(args) ?? wording.title,
    statement: statementOf(check, language),
    ...(required !== undefined && { required }),
    ...(actual !== undefined && { actual }),
    ...(remark !== undefined && { remark }),
    ...(voided && { voided: voidText(voided, language) }),
    ...(clause && { clause: clauseText(clause) }),
    ...(consequence !== undefined && { consequence: visible(consequence) }),
  };
}

/** A person's word stands for the check's own: it never reads like an ordinary result. */
function statementOf<C extends Code>(check: CheckOf<C>, language: Language): string {
  const { code, args, result, because, decision } = check;
  if (decision) return decisionText(decision, language);
  return because ? becauseText(because, result, language) : catalogueIn(language)[code].message(result, args);
}

/** What to do now, about one check or several alike; where a person's word settles it, with the command for that. */
export function adviceOf(
  check: CheckOf<Code>,
  language: Language,
  about: 'one' | 'several',
): Advice | undefined {
  const one = about === 'one';
  const advice = bareAdviceOf(check, language, one ? check.subject.path : undefined);
  return advice && withConfirm(advice, check, one ? 'named' : 'any', language);
}

/** What to do, without the command that records a person's word. */
export function bareAdviceOf<C extends Code>(
  { code, result, args }: CheckOf<C>,
  language: Language,
  path?: string,
): Advice | undefined {
  return catalogueIn(language)[code].advice(result, args, path);
}

/** As one message for readers without a layout: what is wrong, what was asked, what there is. */
export function sentenceOf(words: CheckWords, code: Code, result: Result, language: Language): string {
  const { title, statement, required, actual, remark, voided } = words;
  const [colon, stop, comma] = language === 'zh' ? ['：', '。', '；'] : [': ', '.', '; '];
  const figures = [
    required !== undefined && `${language === 'zh' ? '要求' : 'asked for'}${colon}${required}`,
    actual !== undefined && `${language === 'zh' ? '实际' : 'found'}${colon}${actual}`,
  ].filter((figure) => figure !== false);
  const quotesItself = code === 'attest' || code === 'manual';
  const told = (result === 'fail' || result === 'unknown') && !quotesItself && figures.length > 0;
  const parts = [`${title}${colon}${statement}`, told ? figures.join(comma) : undefined, remark, voided];
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
