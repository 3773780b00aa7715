import type { CellObject, Row } from 'write-excel-file/node';
import type { SummaryTable } from '../model/summary.ts';
import { columnWidths } from '../model/column-widths.ts';
import { escapeSheetText } from '../model/sheet-text.ts';
import { withFixedDates } from './fixed-dates.ts';
import { printable } from './printable.ts';
import { sheetLook } from './sheet-look.ts';

/** Widths of a column, in half-width characters: Excel counts so. */
const NARROWEST = 6;
const WIDEST = 42;

/** What is typed into a cell of this format (ECMA-376-1, 18.8.30) stays as typed: no number, no date, no formula. */
const TEXT = { type: String, format: '@', alignVertical: 'center' } as const;
const HEADING = { ...TEXT, fontFamily: '方正小标宋简体', fontSize: 18, align: 'center', height: 36 } as const;
const ABOVE = { ...TEXT, fontFamily: '仿宋_GB2312', fontSize: 12, align: 'left', height: 22 } as const;
const BORDERED = { ...TEXT, fontSize: 12, wrap: true, borderStyle: 'thin', borderColor: '#000000' } as const;
const HEAD = { ...BORDERED, fontFamily: '黑体', align: 'center' } as const;
const CELL = { ...BORDERED, fontFamily: '仿宋_GB2312', align: 'left' } as const;

/**
 * A table as an .xlsx of one sheet: heading, lines above it, the table with borders, printed on A4 across its width
 * with its head on every page. Every cell is text, whatever it holds. Equal content gives equal bytes.
 */
export async function drawSheet(table: SummaryTable): Promise<Uint8Array> {
  const { heading, above, head, rows } = table;
  const [{ default: writeExcelFile }, utility] = await Promise.all([
    import('write-excel-file/node'),
    import('write-excel-file/utility'),
  ]);
  const top = 2 + above.length;
  const sheet = sheetName(heading);
  const shown = { sheet, top, rows: top + rows.length, columns: head.length };
  const lines = [
    across(heading, head.length, HEADING),
    ...above.map((text) => across(text, head.length, ABOVE)),
    ...[head, ...rows].map((cells, index) => cells.map((text) => cell(text, index === 0 ? HEAD : CELL))),
  ];
  const drawn = writeExcelFile(
    lines,
    {
      sheet,
      orientation: 'landscape',
      stickyRowsCount: top,
      columns: columnWidths([head, ...rows]).map((width) => ({
        width: Math.min(WIDEST, Math.max(NARROWEST, width + 2)),
      })),
    },
    { fontFamily: '宋体', fontSize: 11, features: [sheetLook(shown, utility)] },
  );
  return withFixedDates(await drawn.toBuffer());
}

function across(text: string, columns: number, style: CellObject): Row {
  const rest = Array.from({ length: columns - 1 }, () => null);
  return [{ ...cell(text, style), ...(columns > 1 && { columnSpan: columns }) }, ...rest];
}

function cell(text: string, style: CellObject): CellObject {
  return { ...style, value: escapeSheetText(legible(text)).replace(/\r\n?/g, '\n') };
}

/** A sheet's name has at most 31 characters, and none of these. */
function sheetName(heading: string): string {
  const name = legible(heading)
    .replace(/[\\/?*[\]:\p{Cc}]/gu, ' ')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim();
  return name === '' || /^history$/i.test(name) ? '汇总表' : name;
}

/** The library leaves the replacement character out, and nobody would see that something is lost. */
function legible(text: string): string {
  return printable(text).replaceAll('\ufffd', '□');
}
