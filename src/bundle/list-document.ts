import type { PlannedBundle } from '../model/bundle.ts';
import type { WordBlock, WordDocument } from '../model/word-document.ts';

/** One line of the list: what a person who receives the bundle wants to know of each file. */
export interface ListRow {
  readonly name: string;
  readonly kind: string;
  readonly size: string;
  /** e.g. 16分20秒, 3 页, 1200 字. */
  readonly extent: string;
}

export interface ListContent {
  readonly bundle: PlannedBundle;
  readonly rows: readonly ListRow[];
  /** Label and value, e.g. 联系人. */
  readonly head: readonly (readonly [string, string])[];
  /** What rests on a person's word, a line each. */
  readonly decisions: readonly string[];
  readonly steps: readonly string[];
  /** Why it was packed although not everything is right. */
  readonly forced?: string;
}

const COLUMNS = [700, 4700, 1300, 1300, 1300] as const;

/** 报送清单.docx: a page that says what lies in the bundle. */
export function listDocument({ bundle, rows, head, decisions, steps, forced }: ListContent): WordDocument {
  return {
    title: bundle.name,
    heading: '报送清单',
    size: 24,
    blocks: [
      ...head.map(([label, value]) => line(`${label}：${value}`)),
      ...(forced === undefined ? [] : [line(`说明：检查未全部合格，仍然打包，理由：${forced}`)]),
      {
        kind: 'table',
        columns: COLUMNS,
        head: ['序号', '文件名', '种类', '大小', '篇幅'],
        rows: rows.map(({ name, kind, size, extent }, index) => [
          String(index + 1),
          name,
          kind,
          size,
          extent,
        ]),
      },
      ...numbered('程序看不出来、由人确认或豁免的：', decisions),
      ...numbered('还要人工做的：', steps),
      ...labelBlocks(bundle.label),
    ],
  };
}

/** To be cut out and glued on. */
function labelBlocks(label: string | undefined): readonly WordBlock[] {
  if (label === undefined) return [];
  return [
    line(''),
    { kind: 'table', columns: [9300], head: ['信封（档案袋）、U 盘标签，剪下贴好'], rows: [[label]] },
  ];
}

function numbered(title: string, texts: readonly string[]): readonly WordBlock[] {
  if (texts.length === 0) return [];
  return [line(''), line(title), ...texts.map((text, index) => line(`${index + 1}. ${text}`))];
}

function line(text: string): WordBlock {
  return { kind: 'line', text };
}
