import type { Code } from '../model/check.ts';
import type { Notice } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import { catalogueIn } from './catalogue-in.ts';
import { CODES } from './codes.ts';
import { findClauses, isHouseRule } from './find-clauses.ts';
import { visible } from './show-name.ts';
import { displayWidth, padColumns, wrapText } from './terminal/wrap-text.ts';

const LABELS: Readonly<
  Record<Language, Readonly<Record<'asks' | 'clause' | 'why' | 'mend' | 'house' | 'notAsked', string>>>
> = {
  zh: {
    asks: '要求',
    clause: '出处',
    why: '原因',
    mend: '做法',
    house: '不用通知写：收件方打不开、认不出的文件，等于没有交',
    notAsked: '这份通知没有提出这项要求：',
  },
  en: {
    asks: 'Asks',
    clause: 'Where it stands',
    why: 'Why',
    mend: 'How to mend',
    house: 'needs no notice: what nobody can open or tell apart is as good as not sent',
    notAsked: 'this notice does not ask for it: ',
  },
};
const NARROWEST = 24;

/** `explain <code>`: what it asks, why, and how to mend it. Plain text without colour. */
export function renderExplanation(code: Code, notice: Notice, language: Language, columns: number): string {
  const { title, explain } = catalogueIn(language)[code];
  const labels = LABELS[language];
  const width = Math.max(NARROWEST, columns);
  const lines = [
    `${title} (${code})`,
    '',
    ...section(labels.asks, [explain.asks], width),
    ...section(labels.clause, clauseLines(code, notice, language), width),
    ...section(labels.why, [explain.why], width),
    ...section(
      labels.mend,
      explain.mend.map((way, at) => (explain.mend.length > 1 ? `${at + 1}. ${way}` : way)),
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

const MOST_CLAUSES = 8;

function clauseLines(code: Code, notice: Notice, language: Language): readonly string[] {
  const labels = LABELS[language];
  if (isHouseRule(code)) return [labels.house];
  const found = findClauses(code, notice, language);
  if (found.length === 0) return [`${labels.notAsked}${visible(notice.id)}`];
  return found.length > MOST_CLAUSES ? [...found.slice(0, MOST_CLAUSES), '…'] : found;
}

/** Every code with its title. */
export function renderCodeList(language: Language, columns: number): string {
  const catalogue = catalogueIn(language);
  const widest = Math.max(...CODES.map((code) => code.length)) + 2;
  const lines = CODES.flatMap((code) => {
    const line = `${code.padEnd(widest)}${catalogue[code].title}`;
    return displayWidth(line) <= columns ? [line] : [code, `  ${catalogue[code].title}`];
  });
  return `${lines.join('\n')}\n`;
}

/** Two columns in, a command on a line of its own and left whole, so that it can be copied. */
function section(label: string, paragraphs: readonly string[], columns: number): readonly string[] {
  const body = paragraphs.flatMap((text) => {
    const at = text.search(/ffmpeg -(?:i|ss)/);
    if (at < 0) return hang(text, columns);
    const before = text.slice(0, at).trim();
    if (/^(\d+\.)?$/.test(before)) return [`  ${text}`];
    return [...hang(before, columns), `     ${text.slice(at)}`];
  });
  return [label, ...body];
}

function hang(text: string, columns: number): readonly string[] {
  const mark = /^\d+\. /.exec(text)?.[0] ?? '';
  const lines = wrapText(text.slice(mark.length), columns - 2 - mark.length);
  return lines.map((line, at) => `  ${at === 0 ? mark : padColumns('', mark.length)}${line}`);
}
