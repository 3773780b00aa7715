import type { Check } from '../../model/check.ts';
import { decides, type Verdict } from '../../model/verdict.ts';
import { kindOf } from './finding.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line, type Tone } from './line.ts';

interface Tally {
  readonly fail: number;
  readonly unknown: number;
  /** Decisive confirmations that nobody has given yet. */
  readonly waiting: number;
  readonly pass: number;
  readonly remind: number;
}

const TONES: Readonly<Record<Verdict, Tone>> = { pass: 'pass', fail: 'fail', unsettled: 'unknown' };

/** The verdict, the figures it rests on, and the one next step. */
export function closing(layout: Layout): readonly Line[] {
  const { judgement, language, labels, columns } = layout;
  const tally = count(judgement.checks, judgement.strict);
  const words = language === 'zh' ? closingZh : closingEn;
  const strict = judgement.strict ? labels.strict : '';
  const verdict = words.verdict(judgement.verdict, tally);
  return [
    EMPTY_LINE,
    [{ text: '='.repeat(columns), tone: 'quiet' }],
    ...paragraph(`${labels.conclusion}${labels.colon}${verdict}${strict}`, {
      indent: 0,
      tone: TONES[judgement.verdict],
      columns,
    }),
    ...paragraph(words.figures(tally), { indent: 0, columns }),
    ...paragraph(words.next(judgement.verdict, tally, orgArgument(judgement.org)), { indent: 0, columns }),
  ];
}

function count(checks: readonly Check[], strict: boolean): Tally {
  const decisive = checks.filter((check) => decides(check, strict));
  const of = (result: Check['result']) => decisive.filter((check) => check.result === result);
  const unknown = of('unknown');
  return {
    fail: of('fail').length,
    unknown: unknown.filter(({ code }) => code !== 'attest').length,
    waiting: unknown.filter(({ code }) => code === 'attest').length,
    pass: of('pass').length,
    remind: checks.filter((check) => !isHandWork(check) && kindOf(check, strict) === 'remind').length,
  };
}

function isHandWork({ code }: Check): boolean {
  return code === 'manual' || code === 'attest';
}

/** A name that a shell could take amiss is left for the user to type. */
function orgArgument(org: string | undefined): string | undefined {
  return org !== undefined && /^[\p{Script=Han}\w]+$/u.test(org) ? org : undefined;
}

interface ClosingWords {
  verdict(verdict: Verdict, tally: Tally): string;
  figures(tally: Tally): string;
  next(verdict: Verdict, tally: Tally, org: string | undefined): string;
}

const closingZh: ClosingWords = {
  verdict(verdict, { unknown, waiting }) {
    if (verdict !== 'unsettled') return verdict === 'pass' ? '合格' : '不合格';
    if (unknown > 0) return '待定（有项目无法判定）';
    return waiting > 0 ? '待定（有项目等人确认）' : '待定（什么也没有查到）';
  },
  figures({ fail, unknown, waiting, pass, remind }) {
    const others = [waiting > 0 && `等人确认 ${waiting} 项`, remind > 0 && `提醒 ${remind} 项`].filter(
      Boolean,
    );
    const rest = others.length === 0 ? '' : `；另有${others.join('，')}`;
    return `必须做到的：不合格 ${fail} 项，无法判定 ${unknown} 项，通过 ${pass} 项${rest}`;
  },
  next(verdict, { unknown }, org) {
    if (verdict === 'pass') return `下一步：four-ones pack --org ${org ?? '单位名称'}`;
    if (verdict === 'fail') return '下一步：按 → 后面写的改好，再运行 four-ones check';
    return unknown > 0
      ? '下一步：把标 ？ 的逐项弄清，再运行 four-ones check'
      : '下一步：请负责的同志逐项确认“需要人工的事”，再报送';
  },
};

const closingEn: ClosingWords = {
  verdict(verdict, { unknown, waiting }) {
    if (verdict !== 'unsettled') return verdict;
    if (unknown > 0) return 'unsettled (something could not be judged)';
    return waiting > 0 ? 'unsettled (a person has to confirm)' : 'unsettled (nothing was found to check)';
  },
  figures({ fail, unknown, waiting, pass, remind }) {
    const others = [waiting > 0 && `${waiting} to be confirmed`, remind > 0 && `reminders: ${remind}`].filter(
      Boolean,
    );
    const rest = others.length === 0 ? '' : `; besides ${others.join(', ')}`;
    return `Required: ${fail} failed, ${unknown} undecided, ${pass} passed${rest}`;
  },
  next(verdict, { unknown }, org) {
    if (verdict === 'pass') return `Next: four-ones pack --org ${org ?? 'NAME'}`;
    if (verdict === 'fail') return 'Next: do what each → says, then run four-ones check again';
    return unknown > 0
      ? 'Next: settle each point marked ？ and run four-ones check again'
      : 'Next: have the person responsible confirm what is left for a person to do, then send';
  },
};
