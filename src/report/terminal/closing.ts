import type { Check } from '../../model/check.ts';
import { decides, type Verdict } from '../../model/verdict.ts';
import { kindOf } from './finding.ts';
import type { Layout } from './layout.ts';
import { EMPTY_LINE, paragraph, type Line, type Tone } from './line.ts';

export interface Tally {
  readonly fail: number;
  readonly unknown: number;
  /** Decisive confirmations that nobody has given yet. */
  readonly waiting: number;
  readonly pass: number;
  /** Of all checks: passed by a person's word, and let pass by it. */
  readonly confirmed: number;
  readonly waived: number;
  readonly remind: number;
}

const TONES: Readonly<Record<Verdict, Tone>> = { pass: 'pass', fail: 'fail', unsettled: 'unknown' };

/** The verdict, the figures it rests on, and the one next step, where there is one to take. */
export function closing(layout: Layout, packed?: true): readonly Line[] {
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
    ...(packed
      ? []
      : paragraph(words.next(judgement.verdict, tally, orgArgument(judgement.org)), { indent: 0, columns })),
  ];
}

export function count(checks: readonly Check[], strict: boolean): Tally {
  const decisive = checks.filter((check) => decides(check, strict));
  const of = (result: Check['result']) => decisive.filter((check) => check.result === result);
  const unknown = of('unknown');
  return {
    fail: of('fail').length,
    unknown: unknown.filter(({ code }) => code !== 'attest').length,
    waiting: unknown.filter(({ code }) => code === 'attest').length,
    pass: of('pass').filter(({ decision }) => !decision).length,
    confirmed: checks.filter(({ decision }) => decision?.answer === 'yes').length,
    waived: checks.filter(({ decision }) => decision?.answer === 'waive').length,
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
  verdict(verdict, { unknown, waiting, confirmed, waived }) {
    const words = [confirmed > 0 && `人工确认 ${confirmed} 项`, waived > 0 && `豁免 ${waived} 项`].filter(
      Boolean,
    );
    if (verdict === 'pass') return words.length === 0 ? '合格' : `合格（其中${words.join('，')}）`;
    if (verdict === 'fail') return '不合格';
    if (unknown > 0) return '待定（有项目无法判定）';
    return waiting > 0 ? '待定（有项目等人确认）' : '待定（什么也没有查到）';
  },
  figures({ fail, unknown, waiting, pass, confirmed, waived, remind }) {
    const others = [
      confirmed > 0 && `人工确认 ${confirmed} 项`,
      waived > 0 && `豁免 ${waived} 项`,
      waiting > 0 && `等人确认 ${waiting} 项`,
      remind > 0 && `提醒 ${remind} 项`,
    ].filter(Boolean);
    const rest = others.length === 0 ? '' : `；另有${others.join('，')}`;
    return `必须做到的：不合格 ${fail} 项，无法判定 ${unknown} 项，通过 ${pass} 项${rest}`;
  },
  next(verdict, { unknown }, org) {
    if (verdict === 'pass') return `下一步：four-ones pack --org ${org ?? '单位名称'}`;
    if (verdict === 'fail') return '下一步：按 → 后面写的改好，再运行 four-ones check';
    return unknown > 0
      ? '下一步：把标 ？ 的逐项弄清；要由人看的，运行 four-ones confirm 逐项看、逐项记'
      : '下一步：请负责的同志运行 four-ones confirm，逐项确认“需要人工的事”，再报送';
  },
};

const closingEn: ClosingWords = {
  verdict(verdict, { unknown, waiting, confirmed, waived }) {
    const words = [confirmed > 0 && `${confirmed} confirmed by a person`, waived > 0 && `${waived} waived`];
    const told = words.filter(Boolean).join(', ');
    if (verdict === 'pass') return told === '' ? verdict : `${verdict} (${told})`;
    if (verdict === 'fail') return verdict;
    if (unknown > 0) return 'unsettled (something could not be judged)';
    return waiting > 0 ? 'unsettled (a person has to confirm)' : 'unsettled (nothing was found to check)';
  },
  figures({ fail, unknown, waiting, pass, confirmed, waived, remind }) {
    const others = [
      confirmed > 0 && `${confirmed} confirmed by a person`,
      waived > 0 && `${waived} waived`,
      waiting > 0 && `${waiting} to be confirmed`,
      remind > 0 && `reminders: ${remind}`,
    ].filter(Boolean);
    const rest = others.length === 0 ? '' : `; besides ${others.join(', ')}`;
    return `Required: ${fail} failed, ${unknown} undecided, ${pass} passed${rest}`;
  },
  next(verdict, { unknown }, org) {
    if (verdict === 'pass') return `Next: four-ones pack --org ${org ?? 'NAME'}`;
    if (verdict === 'fail') return 'Next: do what each → says, then run four-ones check again';
    return unknown > 0
      ? 'Next: settle each point marked ？; what needs an eye is looked at and recorded with four-ones confirm'
      : 'Next: have the person responsible run four-ones confirm, then pack and send';
  },
};
