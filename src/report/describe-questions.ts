import type { Check } from '../model/check.ts';
import type { Decided } from '../model/decision.ts';
import type { Judgement, Language } from '../model/report.ts';
import type { Verdict } from '../model/verdict.ts';
import { wordsOf } from './check-words.ts';
import { decisionText } from './decision-words.ts';
import { confirmCommand } from './confirm-command.ts';
import { showName, visible } from './show-name.ts';
import { wrapText } from './terminal/wrap-text.ts';

/** Something that a person may decide about. */
export interface OpenQuestion {
  readonly check: Check;
  /** What the record calls its place. */
  readonly place: string;
}

export interface QuestionLook {
  readonly language: Language;
  readonly columns: number;
}

const WIDEST = 100;

/** What is to be looked at: the check and its place, then what was asked, what was seen, what an earlier word was. */
export function describeQuestion(question: OpenQuestion, number: string, look: QuestionLook): string {
  const { check } = question;
  const { language, columns } = look;
  const zh = language === 'zh';
  const words = wordsOf(check, language);
  const clause = words.clause === undefined ? '' : zh ? `〔${words.clause}〕` : ` [${words.clause}]`;
  const own = check.code === 'attest' || check.code === 'manual';
  const colon = zh ? '：' : ': ';
  const lines = own
    ? [words.voided]
    : [
        words.statement,
        words.required === undefined
          ? undefined
          : `${zh ? '要求' : 'asked'}${colon}${words.required}${clause}`,
        words.actual === undefined ? undefined : `${zh ? '实际' : 'found'}${colon}${words.actual}`,
        words.voided,
      ];
  const said = lines.filter((line) => line !== undefined && line !== '');
  const indent = ' '.repeat(number.length + 1);
  const wrapped = (text: string) => wrapText(text, Math.min(columns, WIDEST) - indent.length);
  return [headOf(question, clause, language), ...said]
    .flatMap((text) => wrapped(text ?? ''))
    .map((line, index) => (index === 0 ? `${number} ${line}` : indent + line))
    .join('\n');
}

function headOf({ check, place }: OpenQuestion, clause: string, language: Language): string {
  const { title } = wordsOf(check, language);
  if (check.code === 'attest' || check.code === 'manual') {
    return `${language === 'zh' ? '请确认：' : 'please confirm: '}${visible(check.args.text)}${clause}`;
  }
  return `${title}  ${showName(place)}`;
}

/** All that waits, each with what to type. */
export function describeWaiting(
  questions: readonly OpenQuestion[],
  blocked: number,
  look: QuestionLook,
): string {
  const zh = look.language === 'zh';
  const head = zh ? `等人确认的（${questions.length} 项）` : `Waiting for a person (${questions.length})`;
  const none = zh ? '没有等人确认的。' : 'Nothing waits for a person.';
  const blocks = questions.map((question, index) => {
    const number = `${index + 1}.`;
    return `${describeQuestion(question, number, look)}\n${' '.repeat(number.length + 1)}${confirmCommand(question.check)}`;
  });
  const rest = zh
    ? `另有 ${blocked} 项是别的问题连带的，先把那个问题解决：four-ones check`
    : `${blocked} more follow from other troubles, which come first: four-ones check`;
  const how = zh
    ? '看过以后记下：yes 合格，no 不合格，waive 豁免（须加 --note 写明理由）；加 --by 写明是谁。在终端里运行 four-ones confirm，可以一项一项地问。'
    : 'When looked at: yes (it holds), no, or waive (with --note, the reason); --by says who. At a terminal, four-ones confirm asks one by one.';
  return [
    ...(questions.length === 0
      ? [none]
      : [head, ...blocks, ...wrapText(how, Math.min(look.columns, WIDEST))]),
    ...(blocked > 0 ? [rest] : []),
    '',
  ].join('\n');
}

/** One thing that was recorded: what, where, whose word. */
export function describeRecorded(
  { check, place }: OpenQuestion,
  decided: Decided,
  language: Language,
): string {
  const about =
    check.code === 'attest' || check.code === 'manual'
      ? visible(check.args.text)
      : `${wordsOf(check, language).title} ${showName(place)}`;
  return language === 'zh'
    ? `已记下：${about}\n  ${decisionText(decided, language)}`
    : `recorded: ${about}\n  ${decisionText(decided, language)}`;
}

/** Where the record is, and how the materials stand with it. */
export function describeStanding(record: string, judgement: Judgement, language: Language): string {
  const verdict = verdictWords[language][judgement.verdict];
  return language === 'zh'
    ? `记在 ${showName(record)}；文件一改，对它的确认就作废。\n现在的结论：${verdict}（详见 four-ones check）\n`
    : `kept in ${showName(record)}; a decision dies as soon as its file changes.\nverdict now: ${verdict} (see four-ones check)\n`;
}

const verdictWords: Readonly<Record<Language, Readonly<Record<Verdict, string>>>> = {
  zh: { pass: '合格', fail: '不合格', unsettled: '待定' },
  en: { pass: 'pass', fail: 'fail', unsettled: 'unsettled' },
};
