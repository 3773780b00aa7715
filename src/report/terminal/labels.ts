import type { Language } from '../../model/report.ts';
import type { Kind } from './finding.ts';

/** The report's own words, beside the catalogue's. */
export interface Labels {
  readonly colon: string;
  readonly listComma: string;
  readonly clause: (text: string) => string;
  readonly heading: string;
  readonly folder: string;
  readonly org: string;
  readonly date: string;
  readonly totals: (categories: number, items: number, files: number) => string;
  readonly categoryTotals: (items: number, files: number) => string;
  readonly unsorted: string;
  readonly wholeFolder: string;
  readonly kind: Readonly<Record<Kind, string>>;
  readonly remindUnknown: string;
  readonly required: string;
  readonly actual: string;
  readonly consequence: string;
  readonly unjudged: string;
  readonly alsoFailed: string;
  readonly files: (count: number) => string;
  readonly works: (count: number) => string;
  readonly more: (total: number) => string;
  readonly variousAdvice: string;
  readonly cleanFiles: (count: number) => string;
  readonly schedule: string;
  readonly scheduleColumns: readonly [string, string, string, string, string];
  readonly items: (count: number) => string;
  readonly atLeast: (count: number) => string;
  readonly atMost: (count: number) => string;
  readonly between: (min: number, max: number) => string;
  readonly about: (count: number) => string;
  readonly together: (categories: readonly string[]) => string;
  readonly phraseComma: string;
  readonly asked: (quota: string) => string;
  readonly due: (date: string) => string;
  readonly allYear: string;
  readonly opensIn: (days: number) => string;
  readonly strays: (count: number) => string;
  readonly byHand: string;
  readonly confirm: string;
  readonly howToConfirm: string;
  readonly decisions: string;
  readonly conclusion: string;
  readonly strict: string;
}

const zh: Labels = {
  colon: '：',
  listComma: '、',
  clause: (text) => `〔${text}〕`,
  heading: '材料检查',
  folder: '材料文件夹',
  org: '报送单位',
  date: '报送日期',
  totals: (categories, items, files) => `共 ${categories} 个类别，${items} 件作品，${files} 个文件`,
  categoryTotals: (items, files) => `${items} 件作品，${files} 个文件`,
  unsorted: '未归类',
  wholeFolder: '整个文件夹',
  kind: { fail: '', unknown: '无法判定 · ', remind: '提醒 · ', note: '备注 · ' },
  remindUnknown: '提醒 · 没能判定 · ',
  required: '要求',
  actual: '实际',
  consequence: '后果',
  unjudged: '因此无法判定',
  alsoFailed: '同一原因还影响',
  files: (count) => `（${count} 个文件）`,
  works: (count) => `（${count} 件作品）`,
  more: (total) => `等共 ${total} 个`,
  variousAdvice: '各个文件情况不同，做法见',
  cleanFiles: (count) => `查过的各项都通过的文件：${count} 个`,
  schedule: '件数与截止日期',
  scheduleColumns: ['类别', '现有', '要求', '截止日期', '还剩'],
  items: (count) => (count === 0 ? '还没有' : `${count} 件`),
  atLeast: (count) => `至少 ${count} 件`,
  atMost: (count) => `至多 ${count} 件`,
  between: (min, max) => (min === max ? `${min} 件` : `${min}–${max} 件`),
  about: (count) => `约 ${count} 件`,
  together: (categories) =>
    categories.length > 3 ? `${categories.length} 类合计` : `${categories.join('、')} 合计`,
  phraseComma: '，',
  asked: (quota) => `（要求${quota}）`,
  due: (date) => `${date} 截止`,
  allYear: '常年',
  opensIn: (days) => `${days} 天后才开始收`,
  strays: (count) => `没有当作材料的（${count} 个）`,
  byHand: '需要人工的事',
  confirm: '请确认：',
  howToConfirm: '逐项确认：four-ones confirm',
  decisions: '人工确认与豁免（不是程序查出来的）',
  conclusion: '结论',
  strict: '（按 --strict：提醒也算不合格）',
};

const en: Labels = {
  colon: ': ',
  listComma: ', ',
  clause: (text) => ` [${text}]`,
  heading: 'Check of materials',
  folder: 'Materials folder',
  org: 'Organisation',
  date: 'Date of sending',
  totals: (categories, items, files) =>
    `${categories} ${categories === 1 ? 'category' : 'categories'}, ${items} ${items === 1 ? 'work' : 'works'}, ${files} ${files === 1 ? 'file' : 'files'}`,
  categoryTotals: (items, files) => `works: ${items}, files: ${files}`,
  unsorted: 'No category',
  wholeFolder: 'The whole folder',
  kind: { fail: '', unknown: 'undecided · ', remind: 'reminder · ', note: 'note · ' },
  remindUnknown: 'reminder · undecided · ',
  required: 'asked',
  actual: 'found',
  consequence: 'result',
  unjudged: 'Could not be judged for that reason',
  alsoFailed: 'For the same reason also',
  files: (count) => ` (${count} files)`,
  works: (count) => ` (${count} works)`,
  more: (total) => `and so on, ${total} in all`,
  variousAdvice: 'these files differ; see',
  cleanFiles: (count) => `Files that passed everything they were checked for: ${count}`,
  schedule: 'Works and due dates',
  scheduleColumns: ['Category', 'There', 'Asked', 'Due', 'Left'],
  items: (count) => (count === 0 ? 'none yet' : String(count)),
  atLeast: (count) => `at least ${count}`,
  atMost: (count) => `at most ${count}`,
  between: (min, max) => (min === max ? String(min) : `${min}–${max}`),
  about: (count) => `about ${count}`,
  together: (categories) =>
    categories.length > 3 ? `${categories.length} categories together` : `${categories.join(', ')} together`,
  phraseComma: ', ',
  asked: (quota) => ` (${quota} asked)`,
  due: (date) => `due ${date}`,
  allYear: 'all the year',
  opensIn: (days) => `opens in ${days} ${days === 1 ? 'day' : 'days'}`,
  strays: (count) => `Not taken as material (${count})`,
  byHand: 'For a person to do',
  confirm: 'please confirm: ',
  howToConfirm: 'To confirm one by one: four-ones confirm',
  decisions: 'Confirmed or waived by a person (not found by this program)',
  conclusion: 'Verdict',
  strict: ' (--strict: reminders fail too)',
};

const labels: Readonly<Record<Language, Labels>> = { zh, en };

export function labelsIn(language: Language): Labels {
  return labels[language];
}
