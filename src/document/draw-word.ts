import type { IRunOptions } from 'docx';
import type { WordDocument, WordTable } from '../model/word-document.ts';
import { withFixedDates } from './fixed-dates.ts';
import { printable } from './printable.ts';

const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' };
const HEADING_FONT = { ...FONT, eastAsia: '方正小标宋简体' };
/** A4, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838 };

/** A page as a .docx. Equal content gives equal bytes. Every text is text, whatever it holds. */
export async function drawWord(page: WordDocument): Promise<Uint8Array> {
  const { title, heading, size, margin, landscape, blocks } = page;
  const docx = await import('docx');
  const { AlignmentType, Document, Packer, PageOrientation, Paragraph } = docx;
  const { Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const paper = { ...PAGE, ...(landscape && { orientation: PageOrientation.LANDSCAPE }) };
  const run = (value: string, strong = false) => {
    const options: IRunOptions = { text: printable(value), font: FONT, size, bold: strong };
    return new TextRun(options);
  };
  const cell = (content: string | readonly string[], width: number, strong: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: (typeof content === 'string' ? [content] : content).map(
        (paragraph) => new Paragraph({ children: [run(paragraph, strong)] }),
      ),
    });
  const row = ({ columns }: WordTable, cells: WordTable['rows'][number], strong: boolean) =>
    new TableRow({
      tableHeader: strong,
      cantSplit: true,
      children: cells.map((content, column) => cell(content, columns[column] ?? 1000, strong)),
    });
  const table = (content: WordTable) =>
    new Table({
      width: { size: content.columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...content.columns],
      rows: [row(content, content.head, true), ...content.rows.map((cells) => row(content, cells, false))],
    });
  const document = new Document({
    creator: 'four-ones',
    lastModifiedBy: 'four-ones',
    title: printable(title),
    sections: [
      {
        properties: {
          page: { size: paper, ...(margin !== undefined && { margin: { left: margin, right: margin } }) },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: printable(heading), font: HEADING_FONT, size: 44 })],
          }),
          ...blocks.map((block) =>
            block.kind === 'table'
              ? table(block)
              : new Paragraph({
                  children: [run(block.text, block.strong)],
                  spacing: { line: 360 },
                  ...(block.close && { keepNext: true }),
                }),
          ),
        ],
      },
    ],
  });
  return withFixedDates(await Packer.toBuffer(document));
}
