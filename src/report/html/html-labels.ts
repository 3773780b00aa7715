import type { NoPicture } from '../../model/evidence.ts';
import type { Span } from '../../model/picture-facts.ts';
import type { Language } from '../../model/report.ts';
import type { Verdict } from '../../model/verdict.ts';
import { clockTime } from '../clock-time.ts';

/** What the filters tell apart; remarks go with the advice. */
export const GROUPS = ['fail', 'unknown', 'advice', 'pass'] as const;
export type Group = (typeof GROUPS)[number];

/** The page's own words, beside the catalogue's and the terminal report's. */
export interface HtmlLabels {
  readonly heading: string;
  readonly skip: string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly told: Readonly<Record<Verdict, string>>;
  readonly waiting: (count: number) => string;
  readonly notice: string;
  readonly group: Readonly<Record<Group, string>>;
  readonly note: string;
  readonly undecided: string;
  readonly figures: string;
  readonly tile: Readonly<Record<Group, string>>;
  readonly filters: string;
  readonly filterHint: string;
  readonly shown: string;
  readonly nothingShown: string;
  readonly openAll: string;
  readonly closeAll: string;
  readonly todo: string;
  readonly todoNone: string;
  readonly moreFiles: (count: number) => string;
  readonly mend: string;
  readonly command: string;
  readonly passed: (count: number) => string;
  readonly passedColumns: readonly [string, string, string, string];
  readonly skipped: string;
  readonly detailed: string;
  readonly ofWork: string;
  readonly ofCategory: string;
  readonly decided: string;
  readonly frameAt: (time: string) => string;
  readonly photo: (name: string) => string;
  readonly strip: string;
  readonly band: string;
  readonly bandAt: (time: string) => string;
  readonly page: (number: number) => string;
  readonly pages: (shown: number, all: number) => string;
  readonly seal: Readonly<Record<'present' | 'absent' | 'unclear', string>>;
  readonly blank: string;
  readonly sideways: string;
  readonly noPicture: Readonly<Record<NoPicture, string>>;
  readonly leftOut: (count: number) => string;
  readonly timeline: string;
  readonly sound: string;
  readonly soundStates: Readonly<Record<'heard' | 'silent' | 'no-track' | 'unknown', string>>;
  /** Some places were listened to. */
  readonly heardHere: string;
  readonly silentAt: (spans: readonly Span[]) => string;
  readonly subtitles: string;
  readonly subtitleStates: Readonly<Record<'present' | 'absent' | 'unclear', string>>;
  readonly black: string;
  readonly frozen: string;
  readonly pictureStates: Readonly<Record<'none' | 'unknown', string>>;
  readonly lasting: (spans: readonly Span[]) => string;
  readonly length: string;
  readonly footer: (version: string) => string;
}

const zh: HtmlLabels = {
  heading: '材料检查报告',
  skip: '跳到检查结果',
  verdict: { pass: '合格', fail: '不合格', unsettled: '待定' },
  told: {
    pass: '必须做到的都做到了，可以报送。',
    fail: '有必须改的地方，改好以后再查一遍，再报送。',
    unsettled: '没有查出必须改的，但有的项目程序判断不了，要请人看一看。',
  },
  waiting: (count) => `另有 ${count} 项要请人确认。`,
  notice: '所依据的通知',
  group: { fail: '不合格', unknown: '无法判定', advice: '建议', pass: '合格' },
  note: '备注',
  undecided: '建议（没能判定）',
  figures: '各项数目',
  tile: { fail: '必须项不合格', unknown: '必须项无法判定', advice: '建议和提醒', pass: '必须项合格' },
  filters: '按结论筛选',
  filterHint: '按下的才显示；再按一次就隐藏。',
  shown: '现在显示：{count} 项',
  nothingShown: '按现在的筛选，这里没有要显示的内容。',
  openAll: '全部展开',
  closeAll: '全部收起',
  todo: '先看这里：要处理的问题',
  todoNone: '没有要处理的问题。',
  moreFiles: (count) => `其余 ${count} 个文件`,
  mend: '怎么办',
  command: '命令（在文件所在的文件夹里运行）',
  passed: (count) => `查过并且合格的 ${count} 项`,
  passedColumns: ['检查', '要求', '实际', '条款'],
  skipped: '不适用',
  detailed: '逐个文件的检查结果',
  ofWork: '关于整件作品',
  ofCategory: '关于整个类别',
  decided: '人工认定',
  frameAt: (time) => `画面，${time}`,
  photo: (name) => `照片：${name}`,
  strip: '全片截图',
  band: '字幕所在的位置（放大）',
  bandAt: (time) => `字幕位置，${time}`,
  page: (number) => `第 ${number} 页`,
  pages: (shown, all) => (shown < all ? `共 ${all} 页，这里是其中 ${shown} 页` : `共 ${all} 页`),
  seal: { present: '有红色印章', absent: '没有看到印章', unclear: '印章待人工看' },
  blank: '空白页',
  sideways: '这一页是横着的',
  noPicture: {
    undrawable: '这个文件画不出图来，请直接打开看。',
    'no-tool': '没有找到 ffmpeg，截不了图；安装方法见 four-ones doctor。',
    'left-out': '图太多，这个文件的图省略了，请直接打开看。',
  },
  leftOut: (count) => `为了让报告不至于太大、太慢，有 ${count} 个文件的图省略了；检查结论不受影响。`,
  timeline: '时间轴',
  sound: '声音',
  soundStates: {
    heard: '从头到尾都有声音',
    silent: '全程没有声音',
    'no-track': '没有声音轨',
    unknown: '没能听出',
  },
  heardHere: '抽听的地方有声音',
  silentAt: (spans) => `有声音，静音 ${spans.length} 处：${stretches(spans, '、')}`,
  subtitles: '字幕',
  subtitleStates: { present: '画面里有', absent: '画面里没有', unclear: '待人工看' },
  black: '黑屏',
  frozen: '画面卡住',
  pictureStates: { none: '没有看到', unknown: '没能看全' },
  lasting: (spans) => spans.map(({ from, to }) => `约 ${clockTime(from)}–${clockTime(to)}`).join('、'),
  length: '片长',
  footer: (version) => `由 four-ones ${version} 生成。只读检查，没有改动任何材料。`,
};

const en: HtmlLabels = {
  heading: 'Check of materials',
  skip: 'Skip to the results',
  verdict: { pass: 'Pass', fail: 'Fail', unsettled: 'Unsettled' },
  told: {
    pass: 'Everything required is met; it can be sent.',
    fail: 'Something required is not met: mend it, check again, then send.',
    unsettled: 'Nothing required has failed, but some points need a person to look.',
  },
  waiting: (count) => `${count} more to be confirmed by a person.`,
  notice: 'Notice',
  group: { fail: 'Failed', unknown: 'Undecided', advice: 'Advice', pass: 'Passed' },
  note: 'Note',
  undecided: 'Advice (undecided)',
  figures: 'Figures',
  tile: {
    fail: 'required, failed',
    unknown: 'required, undecided',
    advice: 'advice and reminders',
    pass: 'required, passed',
  },
  filters: 'Filter by result',
  filterHint: 'What is pressed is shown; press again to hide it.',
  shown: 'Shown now: {count}',
  nothingShown: 'With these filters there is nothing to show here.',
  openAll: 'Open all',
  closeAll: 'Close all',
  todo: 'Start here: what needs attention',
  todoNone: 'Nothing needs attention.',
  moreFiles: (count) => `${count} more ${count === 1 ? 'file' : 'files'}`,
  mend: 'What to do',
  command: 'Command (run it in the file’s folder)',
  passed: (count) => `${count} checked and passed`,
  passedColumns: ['Check', 'Asked', 'Found', 'Clause'],
  skipped: 'does not apply',
  detailed: 'Results file by file',
  ofWork: 'About the whole work',
  ofCategory: 'About the whole category',
  decided: 'By a person',
  frameAt: (time) => `Picture at ${time}`,
  photo: (name) => `Photo: ${name}`,
  strip: 'The film in pictures',
  band: 'Where subtitles stand (enlarged)',
  bandAt: (time) => `Where subtitles stand, at ${time}`,
  page: (number) => `Page ${number}`,
  pages: (shown, all) => (shown < all ? `${all} pages, ${shown} of them here` : `Pages: ${all}`),
  seal: { present: 'a red seal', absent: 'no seal seen', unclear: 'seal: a person has to look' },
  blank: 'blank page',
  sideways: 'this page lies on its side',
  noPicture: {
    undrawable: 'This file cannot be drawn; open it to look.',
    'no-tool': 'ffmpeg was not found, so there are no pictures; see four-ones doctor.',
    'left-out': 'The pictures of this file were left out; open it to look.',
  },
  leftOut: (count) =>
    `To keep the report small and quick, the pictures of ${count} ${count === 1 ? 'file' : 'files'} were left out; the results are the same.`,
  timeline: 'Timeline',
  sound: 'Sound',
  soundStates: {
    heard: 'sound from end to end',
    silent: 'silent throughout',
    'no-track': 'no sound track',
    unknown: 'could not be told',
  },
  heardHere: 'sound where it was listened to',
  silentAt: (spans) => `sound; silent ${stretches(spans, ', ')}`,
  subtitles: 'Subtitles',
  subtitleStates: {
    present: 'in the picture',
    absent: 'not in the picture',
    unclear: 'a person has to look',
  },
  black: 'Black',
  frozen: 'Frozen',
  pictureStates: { none: 'none seen', unknown: 'not all of it was seen' },
  lasting: (spans) => spans.map(({ from, to }) => `about ${clockTime(from)}–${clockTime(to)}`).join(', '),
  length: 'Length',
  footer: (version) => `Made by four-ones ${version}. It only reads: no material was changed.`,
};

const MOST_STRETCHES = 6;

function stretches(spans: readonly Span[], comma: string): string {
  const shown = spans.slice(0, MOST_STRETCHES).map(({ from, to }) => `${clockTime(from)}–${clockTime(to)}`);
  return [...shown, ...(spans.length > MOST_STRETCHES ? ['…'] : [])].join(comma);
}

const labels: Readonly<Record<Language, HtmlLabels>> = { zh, en };

export function htmlLabelsIn(language: Language): HtmlLabels {
  return labels[language];
}
