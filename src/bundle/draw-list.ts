import type { IRunOptions } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import type { PlannedBundle } from '../model/bundle.ts';

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
  readonly steps: readonly string[];
  /** Why it was packed although not everything is right. */
  readonly forced?: string;
}

/** Twentieths of a point. */
const COLUMNS = [700, 4700, 1300, 1300, 1300] as const;
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };

/** 报送清单.docx: a page that says what lies in the bundle. Equal content gives equal bytes. */
export async function drawList(content: ListContent): Promise<Uint8Array> {
  const docx = await import('docx');
  const { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const text = (value: string, strong = false) => {
    const options: IRunOptions = { text: value, font: FONT, size: 24, bold: strong };
    return new TextRun(options);
  };
  const line = (value: string) => new Paragraph({ children: [text(value)], spacing: { line: 360 } });
  const row = (cells: readonly string[], heading = false) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: cells.map(
        (cell, column) =>
          new TableCell({
            width: { size: COLUMNS[column] ?? 1000, type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: [new Paragraph({ children: [text(cell, heading)] })],
          }),
      ),
    });
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 240 },
    children: [new TextRun({ text: '报送清单', font: { ...FONT, eastAsia: '方正小标宋简体' }, size: 44 })],
  });
  const { bundle, rows, head, steps, forced } = content;
  const document = new Document({
    creator: 'four-ones',
    lastModifiedBy: 'four-ones',
    title: bundle.name,
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        children: [
          title,
          ...head.map(([label, value]) => line(`${label}：${value}`)),
          ...(forced === undefined ? [] : [line(`说明：检查未全部合格，仍然打包，理由：${forced}`)]),
          new Table({
            width: { size: COLUMNS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
            columnWidths: [...COLUMNS],
            rows: [
              row(['序号', '文件名', '种类', '大小', '篇幅'], true),
              ...rows.map(({ name, kind, size, extent }, index) =>
                row([String(index + 1), name, kind, size, extent]),
              ),
            ],
          }),
          ...(steps.length > 0 ? [line(''), line('还要人工做的：')] : []),
          ...steps.map((step, index) => line(`${index + 1}. ${step}`)),
        ],
      },
    ],
  });
  return withFixedDates(await Packer.toBuffer(document));
}

/** The library writes the current time into the package and its properties: equal input would give unequal bytes. */
function withFixedDates(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  const fixed = parts.map(([name, part]) => {
    const dated = name === 'docProps/core.xml' ? undated(part) : part;
    return [name, [dated, { mtime: new Date(1980, 0, 1), level: 9, os: 0 }]] as const;
  });
  // The content types come first, where readers look for them.
  fixed.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(fixed.map(([name, [data, options]]) => [name, [data, { ...options }]])));
}

function undated(part: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(xml.replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '1980-01-01T00:00:00Z'));
}
