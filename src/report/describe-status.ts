import type {
  BundleStatus,
  CategoryMaterials,
  CategoryStatus,
  MaterialsStatus,
  Status,
  StatusStep,
} from '../model/status.ts';
import { daysEn } from './en/notice-words-en.ts';
import { dueText } from '../model/due-text.ts';
import type { SendLook } from './describe-send.ts';
import { sendWordsIn } from './send-words-in.ts';
import { showName } from './show-name.ts';
import { EMPTY_LINE, paragraph, toned, type Line, type Tone } from './terminal/line.ts';
import { paint } from './terminal/paint.ts';
import { padColumns } from './terminal/wrap-text.ts';
import { daysZh } from './zh/notice-words-zh.ts';

const SIGNS: Readonly<Record<BundleStatus['state'], readonly [string, Tone]>> = {
  none: ['→', 'strong'],
  planned: ['→', 'strong'],
  sending: ['→', 'strong'],
  failed: ['✗', 'fail'],
  'partly-sent': ['✗', 'fail'],
  'in-doubt': ['？', 'unknown'],
  sent: ['✓', 'pass'],
  done: ['✓', 'pass'],
};

/** A board by category: what is due when, and how far each bundle is. */
export function describeStatus(status: Status, look: SendLook): string {
  const { notice, categories, others, unreadable, unreadableLines, outbox, date, materials } = status;
  const zh = look.language === 'zh';
  const words = sendWordsIn(look.language);
  const whole = (text: string, tone?: Tone) =>
    paragraph(text, { indent: 0, columns: look.columns, ...(tone && { tone }) });
  const told = categories.filter(
    (category) =>
      category.deadlines.length > 0 ||
      category.allYear !== undefined ||
      category.steps.length > 0 ||
      category.bundles.length > 0 ||
      category.materials !== undefined,
  );
  return paint(
    [
      ...whole(`${zh ? '报送进度' : 'status'}：${notice.title} (${notice.id})`, 'strong'),
      ...whole(`${zh ? '今天' : 'today'}：${date}　${zh ? '发件文件夹' : 'outbox'}：${showName(outbox)}`),
      ...(materials ? describeMaterials(materials, look) : []),
      ...inOrder(status.steps.flatMap((step) => stepRow(step, [], look))),
      ...told.flatMap((category) => [EMPTY_LINE, ...describeCategory(category, look)]),
      ...(others.length > 0
        ? [EMPTY_LINE, ...whole(zh ? '别的通知或类别' : 'of other notices', 'strong')]
        : []),
      ...others.flatMap((bundle) => describeBundle(bundle, look)),
      ...unreadable.flatMap((name) => whole(words.unreadable(name), 'fail')),
      ...(unreadableLines.length > 0 ? whole(words.unreadableLines(unreadableLines), 'fail') : []),
    ],
    look.colors,
  );
}

function describeMaterials({ kind, files }: MaterialsStatus, look: SendLook): readonly Line[] {
  const zh = look.language === 'zh';
  const words = {
    none: zh ? '材料：还没有放材料' : 'materials: none yet',
    'not-checked': zh
      ? `材料：${files} 个文件，有的还没有检查过；先运行 four-ones check`
      : `materials: ${files} files, not all of them checked; run four-ones check`,
    judged: zh ? `材料：${files} 个文件，都检查过` : `materials: ${files} files, all of them checked`,
  }[kind];
  return paragraph(words, {
    indent: 0,
    columns: look.columns,
    ...(kind === 'not-checked' && { tone: 'remind' }),
  });
}

/** What is there, and what fails. */
function describeStock(
  { items, files, failed, unknown }: CategoryMaterials,
  look: SendLook,
): readonly Line[] {
  const zh = look.language === 'zh';
  const count = zh ? `材料 ${items} 件、${files} 个文件` : `${items} works, ${files} files`;
  const [comma, open] = zh ? ['，', '：'] : [', ', ': '];
  const wrong = [
    ...(failed > 0 ? [zh ? `不合格 ${failed} 项` : `${failed} failed`] : []),
    ...(unknown > 0 ? [zh ? `无法判定 ${unknown} 项` : `${unknown} could not be judged`] : []),
  ];
  const said = wrong.length === 0 ? (zh ? '合格' : 'passed') : wrong.join(comma);
  const tone = failed > 0 ? 'fail' : unknown > 0 ? 'unknown' : 'pass';
  return paragraph(`${count}${open}${said}`, { indent: 3, columns: look.columns, tone });
}

function describeCategory(category: CategoryStatus, look: SendLook): readonly Line[] {
  const { name, deadlines, bundles, materials, allYear } = category;
  const zh = look.language === 'zh';
  const days = zh ? daysZh : daysEn;
  const due = deadlines.map((deadline): DueRow => {
    const { daysLeft, label } = deadline;
    const text = `${dueText(deadline)} ${days(daysLeft)}${label === undefined ? '' : `（${label}）`}`;
    const lines = paragraph(text, {
      indent: 3,
      columns: look.columns,
      ...(!allYear && isPressing(daysLeft, bundles) && { tone: 'remind' }),
    });
    return { on: dueText(deadline), lines };
  });
  const steps = category.steps.flatMap((step) => stepRow(step, bundles, look));
  const none = zh ? '还没有打包' : 'nothing packed yet';
  return [
    [toned(showName(name), 'strong')],
    ...inOrder([...due, ...steps]),
    ...(allYear ? paragraph(allYearText(allYear, zh), { indent: 3, columns: look.columns }) : []),
    ...(materials ? describeStock(materials, look) : []),
    ...(bundles.length === 0
      ? paragraph(none, { indent: 3, columns: look.columns, tone: 'quiet' })
      : bundles.flatMap((bundle) => describeBundle(bundle, look))),
  ];
}

/** A due date, or a step with its day, and when it is. */
interface DueRow {
  readonly on: string;
  readonly lines: readonly Line[];
}

function inOrder(rows: readonly DueRow[]): readonly Line[] {
  return rows.toSorted((one, other) => (one.on < other.on ? -1 : 1)).flatMap(({ lines }) => lines);
}

/** `2020-05-10 还有 3 天：交报名表`; nothing where it is done. */
function stepRow(
  { text, due, daysLeft, done }: StatusStep,
  bundles: readonly BundleStatus[],
  look: SendLook,
): readonly DueRow[] {
  if (done) return [];
  const [days, colon] = look.language === 'zh' ? [daysZh(daysLeft), '：'] : [daysEn(daysLeft), ': '];
  const line = `${dueText(due)} ${days}${colon}${showName(text)}`;
  const tone = isPressing(daysLeft, bundles) ? ({ tone: 'remind' } as const) : {};
  return [{ on: dueText(due), lines: paragraph(line, { indent: 3, columns: look.columns, ...tone }) }];
}

function allYearText({ opensIn }: NonNullable<CategoryStatus['allYear']>, zh: boolean): string {
  if (opensIn !== undefined)
    return zh ? `常年收，${opensIn} 天后开始` : `taken all the year, opens in ${opensIn} days`;
  return zh ? '常年收，没有截止日期' : 'taken all the year, no due date';
}

const PRESSING_DAYS = 3;

function isPressing(daysLeft: number, bundles: readonly BundleStatus[]): boolean {
  const over = bundles.length > 0 && bundles.every(({ state }) => state === 'sent' || state === 'done');
  return daysLeft <= PRESSING_DAYS && !over;
}

function describeBundle(status: BundleStatus, look: SendLook): readonly Line[] {
  const words = sendWordsIn(look.language);
  const { bundle, to, routeName, state, mails, last } = status;
  const [sign, tone] = SIGNS[state];
  const way = to ?? routeName;
  const count = state === 'partly-sent' ? ` ${mails.sent}/${mails.all}` : '';
  const when = last === undefined ? '' : ` ${last.at.slice(0, 16).replace('T', ' ')}`;
  const by = last?.by === undefined ? '' : ` ${last.by}`;
  return [
    ...paragraph(showName(bundle), {
      indent: 3,
      mark: toned(padColumns(sign, 3), tone),
      hang: 3,
      columns: look.columns,
    }),
    ...paragraph(`${words.states[state]}${count}${when}${by}${way === undefined ? '' : `　→ ${way}`}`, {
      indent: 6,
      columns: look.columns,
      tone: 'quiet',
    }),
  ];
}
