import type { Deadline } from '../model/notice.ts';
import type { Language } from '../model/report.ts';
import type { Status } from '../model/status.ts';
import { daysEn } from './en/notice-words-en.ts';
import { dueText } from '../model/due-text.ts';
import { showName, visible } from './show-name.ts';
import { EMPTY_LINE, command, paragraph, toned, type Line } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { daysZh } from './zh/notice-words-zh.ts';

export type GuideStep =
  'init' | 'fill' | 'check' | 'mend' | 'confirm' | 'pack' | 'send' | 'settle' | 'by-hand' | 'wait';

/** How far a project is, and the one next step. */
export interface StandingView {
  readonly next: GuideStep;
  readonly materials: string;
  readonly files: number;
  readonly org?: string;
  readonly status: Pick<Status, 'notice' | 'date'>;
  readonly deadline?: { readonly category: string; readonly daysLeft: number } & Pick<Deadline, 'on' | 'at'>;
  /** Every due date is past, and something has not been handed in. */
  readonly overdue: boolean;
}

export interface StandingLook {
  readonly language: Language;
  readonly columns: number;
  readonly colors: boolean;
}

interface StepWords {
  /** What to do. */
  readonly what: string;
  /** The same as a plain command. */
  readonly command?: string;
}

const STEPS: Readonly<Record<Language, Readonly<Record<GuideStep, StepWords>>>> = {
  zh: {
    init: { what: '建一个报送项目：配置和各类别的文件夹', command: 'four-ones init' },
    fill: { what: '把材料放进各类别的文件夹，里面的 说明.txt 写着要什么' },
    check: { what: '检查材料合不合乎通知要求', command: 'four-ones check' },
    mend: { what: '按上面 → 后面写的改好，再查一遍', command: 'four-ones check' },
    confirm: { what: '有的项目程序看不出来：由人看一眼、记一笔', command: 'four-ones confirm' },
    pack: { what: '改名、填推荐表、打包', command: 'four-ones pack' },
    send: { what: '看一遍要发的邮件，确认后发送', command: 'four-ones send' },
    settle: {
      what: '有的邮件不知道对方收到没有：问清楚，再记下来',
      command: 'four-ones send --settle 包名 sent 或 not-sent',
    },
    'by-hand': { what: '有的包不走邮件，要人工报送；送好后打勾', command: 'four-ones send --done 包名' },
    wait: { what: '今天没有要做的了' },
  },
  en: {
    init: { what: 'Set up a project: the config and a folder for each category', command: 'four-ones init' },
    fill: { what: 'Put the materials into the folders; 说明.txt in each says what is asked' },
    check: { what: 'See whether the materials are as the notice asks', command: 'four-ones check' },
    mend: { what: 'Mend what stands behind → above, then check again', command: 'four-ones check' },
    confirm: {
      what: 'Some things no program can see: look, and record what you saw',
      command: 'four-ones confirm',
    },
    pack: { what: 'Rename, fill the forms, pack', command: 'four-ones pack' },
    send: { what: 'Look at the mails that would go, then send them', command: 'four-ones send' },
    settle: {
      what: 'Nobody knows whether some mails arrived: ask, then record it',
      command: 'four-ones send --settle BUNDLE sent (or not-sent)',
    },
    'by-hand': {
      what: 'Some bundles go by hand, not by mail; tick them when done',
      command: 'four-ones send --done BUNDLE',
    },
    wait: { what: 'Nothing is left to do today' },
  },
};

const STAGES: Readonly<Record<Language, readonly (readonly [string, readonly GuideStep[]])[]>> = {
  zh: [
    ['建项目', ['init']],
    ['放材料', ['fill']],
    ['检查', ['check', 'mend', 'confirm']],
    ['打包', ['pack']],
    ['报送', ['send', 'settle', 'by-hand']],
  ],
  en: [
    ['set up', ['init']],
    ['collect', ['fill']],
    ['check', ['check', 'mend', 'confirm']],
    ['pack', ['pack']],
    ['hand in', ['send', 'settle', 'by-hand']],
  ],
};

/** Where one stands, as a line of stages, and the next step with its plain command. */
export function describeStanding(standing: StandingView, look: StandingLook): string {
  const { language, columns, colors } = look;
  const zh = language === 'zh';
  const whole = (text: string) => paragraph(text, { indent: 0, columns });
  const { next, org, status, materials, files } = standing;
  const unit = org === undefined ? '' : zh ? `${visible(org)}　` : `${visible(org)}  `;
  const step = STEPS[language][next];
  return paint(
    [
      EMPTY_LINE,
      stages(next, language),
      ...(next === 'init' ? [] : whole(`${unit}${visible(status.notice.title)} (${status.notice.id})`)),
      ...(next === 'init'
        ? []
        : whole(
            `${zh ? '材料' : 'materials'}${zh ? '：' : ': '}${showName(materials)}${zh ? `（${files} 个文件）` : ` (${files} files)`}`,
          )),
      ...deadlineLine(standing, look),
      EMPTY_LINE,
      ...paragraph(`${zh && next !== 'wait' ? '下一步：' : ''}${step.what}`, {
        indent: 0,
        columns,
        tone: next === 'wait' ? 'pass' : 'strong',
      }),
      ...(step.command === undefined ? [] : [command(step.command, 2)]),
    ],
    colors,
  );
}

/** `✓ 建项目 ─ ✓ 放材料 ─ → 检查 ─ · 打包 ─ · 报送`. */
function stages(next: GuideStep, language: Language): Line {
  const all = STAGES[language];
  const at = next === 'wait' ? all.length : all.findIndex(([, steps]) => steps.includes(next));
  return all.flatMap(([name], index): Line => [
    ...(index === 0 ? [] : [{ text: '  ' }]),
    index < at
      ? toned(`✓ ${name}`, 'pass')
      : index === at
        ? toned(`→ ${name}`, 'strong')
        : toned(`· ${name}`, 'quiet'),
  ]);
}

const OVER: Readonly<Record<Language, string>> = {
  zh: '截止日期都过了；还要报送的，先问问收件单位还收不收',
  en: 'All due dates are past; ask first whether what is left is still taken',
};

function deadlineLine(
  { deadline, overdue, next }: StandingView,
  { language, columns }: StandingLook,
): readonly Line[] {
  if (next === 'init') return [];
  if (!deadline) return overdue ? paragraph(OVER[language], { indent: 0, columns, tone: 'remind' }) : [];
  const { category, daysLeft } = deadline;
  const due = dueText(deadline);
  const text =
    language === 'zh'
      ? `下一个截止：${due} ${visible(category)}（${daysZh(daysLeft)}）`
      : `Next due date: ${due} ${visible(category)} (${daysEn(daysLeft)})`;
  return paragraph(text, { indent: 0, columns, ...(daysLeft <= 3 && { tone: 'remind' }) });
}
