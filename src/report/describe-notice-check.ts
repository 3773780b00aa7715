import type { DraftMark } from '../model/draft-mark.ts';
import type { Language } from '../model/report.ts';
import { turnedOutAsSaid, type TriedExample } from '../model/tried-example.ts';
import { layOutRows, type Row } from './describe-notice-rows.ts';
import { showName, visible } from './show-name.ts';

export interface NoticeCheckResult {
  readonly notice: { readonly id: string; readonly categories: readonly unknown[] };
  readonly draft?: readonly DraftMark[];
  readonly tried: readonly TriedExample[];
}

/** Well-formed or, of a draft, what is to be read; then the examples, those that did not turn out as said in detail. */
export function describeNoticeCheck({ notice, draft, tried }: NoticeCheckResult, language: Language): string {
  const zh = language === 'zh';
  const count = notice.categories.length;
  const id = visible(notice.id);
  if (draft) return describeDraft(id, count, draft, language);
  const head = zh
    ? `通知没有写错：${id}（${count} 个类别）。用 four-ones notice show 看它的全部要求。\n`
    : `The notice is well-formed: ${id} (${count} categories).\n`;
  return tried.length === 0 ? head : head + describeTried(tried, language);
}

function describeTried(tried: readonly TriedExample[], language: Language): string {
  const zh = language === 'zh';
  const wrong = tried.filter((example) => !turnedOutAsSaid(example));
  const rows = tried.flatMap((example) => rowsOf(example, language));
  const sum =
    wrong.length === 0
      ? zh
        ? `例子 ${tried.length} 个，都和写的一样。`
        : `Examples: ${tried.length}, all as said.`
      : zh
        ? `例子 ${tried.length} 个，${wrong.length} 个和写的不一样；改通知，或改例子。`
        : `Examples: ${tried.length}, of which ${wrong.length} not as said; change the notice, or the example.`;
  return `${layOutRows([{ indent: 0, text: sum }, ...rows], 0)}\n`;
}

function rowsOf(example: TriedExample, language: Language): readonly Row[] {
  const zh = language === 'zh';
  const { folder, expects, surprising, missing } = example;
  const comma = zh ? '、' : ', ';
  const mark = turnedOutAsSaid(example) ? '✓' : '✗';
  const said = { pass: zh ? '应当合格' : 'is to pass', fail: zh ? '应当不合格' : 'is to fail' }[expects];
  const row = (text: string): Row => ({ indent: 6, text });
  return [
    { indent: 2, text: `${mark} ${showName(folder)}${zh ? `（${said}）` : ` (${said})`}` },
    ...(surprising.length > 0
      ? [row(`${zh ? '没有写到，却没有通过：' : 'did not pass, unannounced: '}${surprising.join(comma)}`)]
      : []),
    ...(missing.includes('any') ? [row(zh ? '实际上没有不合格' : 'nothing fails')] : []),
    ...(missing.some((code) => code !== 'any')
      ? [row(`${zh ? '写了不合格，实际没有：' : 'said to fail, does not: '}${missing.join(comma)}`)]
      : []),
  ];
}

/** A page or two; whoever has more to do finds it in the file. */
const MOST_MARKS = 200;

function describeDraft(
  id: string,
  categories: number,
  marks: readonly DraftMark[],
  language: Language,
): string {
  const zh = language === 'zh';
  const kinds = ['unsure', 'unread', 'source'] as const;
  const titles = {
    unsure: zh ? '拿不准，要您选定' : 'Unsure: for you to choose',
    unread: zh ? '没有读懂，看要不要写成要求' : 'Not understood: see whether they are requirements',
    source: zh ? '已写成要求，和原句对一对' : 'Made into rules: compare with the sentence',
  };
  const rows = kinds.flatMap((kind): readonly Row[] => {
    const own = marks.filter((mark) => mark.kind === kind);
    if (own.length === 0) return [];
    const more = own.length - MOST_MARKS;
    return [
      { indent: 0, text: `${titles[kind]}${zh ? `（${own.length}）` : ` (${own.length})`}` },
      ...own.slice(0, MOST_MARKS).map(({ line, text }): Row => {
        return { indent: 2, label: zh ? `第 ${line} 行` : `line ${line}`, text: visible(text) };
      }),
      ...(more > 0 ? [{ indent: 2, text: zh ? `……还有 ${more} 处` : `… and ${more} more` }] : []),
    ];
  });
  const head = zh
    ? `草稿的写法没有错：${id}（${categories} 个类别），还没有生效。核对下面各处，再删去 draft 一行。`
    : `The draft is well-formed: ${id} (${categories} categories), and not in force. Read what follows, then remove the draft line.`;
  return `${layOutRows([{ indent: 0, text: head }, ...rows], 12)}\n`;
}
