import { parseCalendarDate } from '../../model/calendar-date.ts';
import type { Finding, Target } from './finding.ts';

const DAY = String.raw`(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})[日号]|(底))`;
const WEEKDAY = String.raw`(?:\s?\((?:星期|周)[一二三四五六日天]\))?`;
const CLOCK = String.raw`(?:\s{0,2}(上午|中午|下午|晚上|晚)?\s{0,2}(\d{1,2})(?::([0-5]\d)|[时点](?:([0-5]?\d)分|整|半)?))?`;
const END = String.raw`\s{0,2}(?:下班)?(?:之前|以前|前|止|截止|截稿)`;
const SPAN = new RegExp(
  String.raw`(?:自|从)?(?:${DAY}|即日)${WEEKDAY}起?\s{0,2}[-至到]\s{0,2}${DAY}${WEEKDAY}${CLOCK}`,
  'u',
);
const BEFORE = new RegExp(`${DAY}${WEEKDAY}${CLOCK}${END}`, 'gu');
const UNTIL = new RegExp(
  String.raw`(?:截止|截至|截稿)(?:时间|日期)?\s{0,2}(?:为|是|:|到|至|于)?\s{0,2}${DAY}${WEEKDAY}${CLOCK}`,
  'gu',
);
const SINCE = new RegExp(String.raw`${DAY}\s{0,2}(?:以来|以后|之后|起|后)`, 'u');
const MADE = /创作|拍摄|发表|制作|刊发|完成的|取得的|播出|首发|形成的/;
const SENT =
  /报送|提交|上报|发送|发至|报至|投稿|征集(?:时间|阶段)|征稿|上交|交稿|收稿|逾期|申报|截止|截稿|报名|送达|寄|交至|交到|推荐|上传|反馈/;
/** What the office itself does by a day: 评审阶段, 公示时间. */
const OF_OFFICE =
  /^(?:第.{1,3}阶段[:,])?[^,:]{0,12}(?:评审|评选|初评|初选|复评|复选|复赛|终评|决赛|投票|公示|公布|颁奖|展播|展示|表彰|培训|宣传)[^,:]{0,8}(?:时间|阶段|日期|期)/;
/** 5月10日前提交报名表, 报名截止5月10日: of these alone, and of no work. */
const FORM = /报名|登记表|申报表|推荐表|申请表|汇总表|回执/;
const WORK = /作品|视频|材料|文稿|稿件|照片|案例|论文|投稿|征集/;
/** Beside an electronic version, due on a day of its own. */
const PAPER = /纸质|打印稿|打印件|书面/;
const ELECTRONIC = /电子|邮箱|邮件|网上|系统|平台/;

/** 全年 alone is a span of time like any other. */
const ALL_YEAR =
  /(?:常年|全年|长期|随时)(?:面向[^,;。]{1,12})?(?:征集|征稿|接收|接受|受理|收稿|投稿|有效|开放)|不设截止|无截止|没有截止/;

/**
 * Due dates, with their time of day; steps by hand that are due on a day; and the days in which a work was made. `year`:
 * for days without one; `shown`: the sentence as a step says it.
 */
export function readDates(sentence: string, year: number, shown: string): readonly Finding[] {
  if (OF_OFFICE.test(sentence)) return [];
  const made = MADE.test(sentence) && !SENT.test(sentence);
  const span = SPAN.exec(sentence);
  if (span) {
    const [, fromYear, fromMonth, fromDay, fromEnd, toYear, toMonth, toDay, toEnd, ...clock] = span;
    const to = dayOf([toYear ?? fromYear, toMonth, toDay, toEnd], year);
    const from = fromMonth === undefined ? undefined : dayOf([fromYear, fromMonth, fromDay, fromEnd], year);
    if (to !== undefined && !made && isByHand(sentence, sentence)) return [stepOn(shown, to, clockOf(clock))];
    if (to !== undefined)
      return [spanFinding({ from, to, clock: clockOf(clock) }, made, SENT.test(sentence))];
  }
  if (made) {
    const [, ...since] = SINCE.exec(sentence) ?? [];
    const from = since.length > 0 ? dayOf(since, year) : undefined;
    return from === undefined ? [] : [found({ kind: 'category', key: 'workDates' }, `{ from: ${from} }`)];
  }
  const ends = [...sentence.matchAll(BEFORE), ...sentence.matchAll(UNTIL)].flatMap((match) => {
    const [whole, y, month, day, end, ...clock] = match;
    const on = dayOf([y, month, day, end], year);
    if (on === undefined) return [];
    const isStep = isByHand(clauseAt(sentence, match.index, whole.length), sentence);
    return [
      isStep
        ? stepOn(shown, on, clockOf(clock))
        : found({ kind: 'category', key: 'deadlines' }, deadline(on, clockOf(clock))),
    ];
  });
  if (ends.length === 0 && ALL_YEAR.test(sentence))
    return [found({ kind: 'category', key: 'deadlines' }, '{ allYear: true }')];
  const own = withoutTwins(ends);
  return SENT.test(sentence)
    ? own
    : own.map((finding) => ({ ...finding, unsure: true, note: '没有说是不是报送的日期' }));
}

interface Span {
  readonly from: string | undefined;
  readonly to: string;
  readonly clock: string | undefined;
}

function spanFinding({ from, to, clock }: Span, made: boolean, sent: boolean): Finding {
  const start = from === undefined ? '' : `from: ${from}, `;
  const due = found({ kind: 'category', key: 'deadlines' }, deadline(to, clock, start));
  const window = found({ kind: 'category', key: 'workDates' }, `{ ${start}to: ${to} }`);
  if (made) return window;
  if (sent) return due;
  return { readings: [...due.readings, ...window.readings], note: '报送的起止，还是作品的时段' };
}

function found(target: Target, yaml: string): Finding {
  return { readings: [{ target, value: { kind: 'raw', yaml } }] };
}

function deadline(on: string, clock: string | undefined, start = ''): string {
  const at = clock === undefined ? '' : `, at: "${clock}"`;
  return `{ ${start}on: ${on}${at} }`;
}

function stepOn(shown: string, on: string, clock: string | undefined): Finding {
  return found(
    { kind: 'step', due: deadline(on, clock) },
    deadline(on, clock, `text: ${JSON.stringify(shown)}, `),
  );
}

/** What is said twice, 截止5月10日前, is found twice. */
function withoutTwins(findings: readonly Finding[]): readonly Finding[] {
  const byText = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...byText.values()];
}

/** Whether a form, a registration or paper alone is due, and the works are on another day. */
function isByHand(clause: string, sentence: string): boolean {
  if (PAPER.test(clause) && !ELECTRONIC.test(clause)) return ELECTRONIC.test(sentence);
  return FORM.test(clause) && !WORK.test(clause);
}

/** The words about a day: from the day on, or, without a word there, before it. */
function clauseAt(sentence: string, index: number, length: number): string {
  const behind = sentence.slice(index + length).split(/[,;。]/)[0] ?? '';
  const before =
    sentence
      .slice(0, index)
      .split(/[,;。]/)
      .at(-1) ?? '';
  return behind.trim() === '' ? before : behind;
}

/** As YAML: with its year where the sentence names one. Undefined: there is no such day. */
function dayOf(
  [written, month = '', day, end]: readonly (string | undefined)[],
  year: number,
): string | undefined {
  const own = Number(written ?? year);
  const last = new Date(Date.UTC(own, Number(month), 0)).getUTCDate();
  const of = (day ?? (end === undefined ? '' : String(last))).padStart(2, '0');
  const short = `${month.padStart(2, '0')}-${of}`;
  if (!parseCalendarDate(`${String(own).padStart(4, '0')}-${short}`)) return undefined;
  return written === undefined ? short : `${written}-${short}`;
}

function clockOf([part, hour, minute, minutes]: readonly (string | undefined)[]): string | undefined {
  if (hour === undefined) return undefined;
  const late = (part === '下午' || part === '晚上' || part === '晚') && Number(hour) < 12;
  const hours = Number(hour) + (late ? 12 : 0);
  return hours > 24
    ? undefined
    : `${String(hours).padStart(2, '0')}:${(minute ?? minutes ?? '0').padStart(2, '0')}`;
}
