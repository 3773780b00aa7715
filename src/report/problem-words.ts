import type { CalendarDate } from '../model/calendar-date.ts';
import type { Deadline } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import { dueText } from '../model/due-text.ts';
import type { ProblemRow } from './problem-rows.ts';

/** The words of 问题清单. */
export interface ProblemWords {
  readonly title: string;
  readonly notice: (title: string) => string;
  readonly org: (name: string) => string;
  readonly date: (date: CalendarDate) => string;
  readonly counts: (fail: number, waiting: number, advised: number) => string;
  readonly columns: readonly [string, string, string, string];
  readonly kinds: Readonly<Record<ProblemRow['kind'], string>>;
  readonly required: (text: string) => string;
  readonly actual: (text: string) => string;
  readonly path: (path: string) => string;
  readonly wholeWork: string;
  readonly wholeFolder: string;
  readonly unsorted: string;
  readonly due: (due: Pick<Deadline, 'on' | 'at'>, days: number) => string;
  readonly noDue: string;
  readonly allYear: string;
  readonly decisions: string;
  readonly nothing: string;
  readonly ending: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
}

const zh: ProblemWords = {
  title: '问题清单',
  notice: (title) => `通知：${title}`,
  org: (name) => `报送单位：${name}`,
  date: (date) => `检查日期：${longDate(date)}`,
  counts: (fail, waiting, advised) =>
    `共 ${fail + waiting + advised} 处：必须改 ${fail} 处，待确认 ${waiting} 处，建议改 ${advised} 处。`,
  columns: ['文件', '问题', '怎么改', '期限'],
  kinds: { fail: '【必须改】', unknown: '【待确认】', remind: '【建议】' },
  required: (text) => `要求：${text}`,
  actual: (text) => `实际：${text}`,
  path: (path) => `（${path}）`,
  wholeWork: '整件作品',
  wholeFolder: '整个文件夹',
  unsorted: '未归类',
  due: ({ on, at }, days) => {
    const end = `${shortDate(on)}${at === undefined ? '' : ` ${at} `}`;
    return days >= 0 ? `${end}前` : `${end.trimEnd()}（已过期）`;
  },
  noDue: '通知未写',
  allYear: '常年收',
  decisions: '程序看不出来、由人确认或豁免的：',
  nothing: '检查过的各项都符合通知要求，没有需要改的问题。',
  ending: '请按“怎么改”一栏改好，在期限前交回；有疑问请联系报送单位的联系人。',
  colon: '：',
  comma: '，',
  semicolon: '；',
};

const en: ProblemWords = {
  title: 'List of problems',
  notice: (title) => `Notice: ${title}`,
  org: (name) => `Unit: ${name}`,
  date: (date) => `Checked for: ${date}`,
  counts: (fail, waiting, advised) =>
    `${fail + waiting + advised} in all: ${fail} must be mended, ${waiting} to be confirmed, ${advised} advised.`,
  columns: ['File', 'Problem', 'What to do', 'Due'],
  kinds: { fail: '[must] ', unknown: '[to confirm] ', remind: '[advised] ' },
  required: (text) => `asked: ${text}`,
  actual: (text) => `found: ${text}`,
  path: (path) => ` (${path})`,
  wholeWork: 'the whole work',
  wholeFolder: 'The whole folder',
  unsorted: 'No category',
  due: (due, days) => (days >= 0 ? dueText(due) : `${dueText(due)} (past)`),
  noDue: 'not stated',
  allYear: 'all the year',
  decisions: 'Confirmed or waived by a person, where this program cannot know:',
  nothing: 'All that was checked is as the notice asks: there is nothing to mend.',
  ending: 'Please mend what is listed and hand it back before it is due.',
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
};

export function problemWords(language: Language): ProblemWords {
  return language === 'zh' ? zh : en;
}

function longDate(date: CalendarDate): string {
  return `${date.slice(0, 4)}年${shortDate(date)}`;
}

function shortDate(date: CalendarDate): string {
  const [, month = '', day = ''] = date.split('-');
  return `${Number(month)}月${Number(day)}日`;
}
