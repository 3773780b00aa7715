import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { drawSheet } from '../../src/document/draw-sheet.ts';
import { sniffFormat } from '../../src/materials/sniff-format.ts';
import type { SummaryTable } from '../../src/model/summary.ts';

function table(...rows: readonly (readonly string[])[]): SummaryTable {
  const head = Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, (_, i) => `栏${i + 1}`);
  return { heading: '汇总表', above: ['填报单位：马院'], head, rows };
}

async function sheetOf(drawn: SummaryTable, part = 'xl/worksheets/sheet1.xml'): Promise<string> {
  return new TextDecoder().decode(unzipSync(await drawSheet(drawn))[part]);
}

/** All texts of the sheet. */
const textsOf = (drawn: SummaryTable) => sheetOf(drawn, 'xl/sharedStrings.xml');

describe('a table as an Excel file', () => {
  it('holds every value as text: no formula, no lost nought, no markup', async () => {
    const drawn = table(['=HYPERLINK("http://x.cn")', '0201', '<b>&"', '一行\r\n二行', '  空格']);
    const xml = await sheetOf(drawn);
    expect(xml).not.toContain('<f>');
    // Each cell says that it is text, and will take what is typed into it later for text too.
    const cells = [...xml.matchAll(/<c [^>]*s="(\d+)"[^>]*t="([^"]+)"/g)];
    expect(new Set(cells.map(([, , type]) => type))).toEqual(new Set(['s']));
    const styles = await sheetOf(drawn, 'xl/styles.xml');
    const formats = [...styles.matchAll(/<xf [^>]*>/g)].map(([format]) => format);
    const [, textFormat = ''] = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles) ?? [];
    for (const [, style] of cells) expect(formats[Number(style)]).toContain(`numFmtId="${textFormat}"`);
    const texts = await textsOf(drawn);
    expect(texts).toContain('=HYPERLINK("http://x.cn")</t>');
    expect(texts).toContain('>0201</t>');
    expect(texts).toContain('&lt;b&gt;&amp;"</t>');
    expect(texts).toContain('一行\n二行</t>');
    expect(texts).toContain('<t xml:space="preserve">  空格</t>');
  });

  it('keeps what Excel would read as an escape, shows where XML cannot hold a character, and spares rare ones', async () => {
    const texts = await textsOf(table(['a_x000D_b', 'c\u0000\u0008d\ufffe𠮷']));
    expect(texts).toContain('a_x005F_x000D_b');
    expect(texts).toContain('c□□d□𠮷');
  });

  it('goes beyond column Z', async () => {
    const xml = await sheetOf(table(Array.from({ length: 28 }, (_, i) => String(i))));
    expect(xml).toContain('r="Z4"');
    expect(xml).toContain('r="AA4"');
    expect(xml).toContain('r="AB4"');
  });

  it('is printed across one page, with its head on each', async () => {
    const drawn = { ...table(['甲', '13800138000'], ['乙', '']), heading: "张'三" };
    const xml = await sheetOf(drawn);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
    expect(xml).toMatch(/<pageSetup [^>]*fitToWidth="1"[^>]*fitToHeight="0"/);
    expect(xml).toMatch(/<pane ySplit="3"[^>]*state="frozen"/);
    expect(xml).toContain('<mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/>');
    expect(xml).toContain('<col min="2" max="2" width="13" customWidth="1"/>');
    expect(xml).toMatch(/sqref="A1:B5" numberStoredAsText="1"\/><\/ignoredErrors><\/worksheet>$/);
    const order = [
      'sheetPr',
      'sheetViews',
      'sheetFormatPr',
      'cols',
      'sheetData',
      'mergeCells',
      'printOptions',
    ];
    const places = [...order, 'pageMargins', 'pageSetup', 'ignoredErrors'].map((tag) =>
      xml.indexOf(`<${tag}`),
    );
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(await sheetOf(drawn, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'张''三'!$1:$3</definedName>`,
    );
  });

  it.each(['a/b\\c?d*e[f]g:h', "'引号'", 'History', '　', '长'.repeat(60), "'".repeat(31)])(
    'has a sheet name that Excel takes: %s',
    async (heading) => {
      const xml = await sheetOf({ ...table(['1']), heading }, 'xl/workbook.xml');
      const [, name = ''] = /<sheet [^>]*name="([^"]*)"/.exec(xml) ?? [];
      expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/);
      expect(name.toLowerCase()).not.toBe('history');
    },
  );

  it('is known for an Excel file by its bytes, and has the same ones each time', async () => {
    vi.useFakeTimers({ now: new Date(2021, 3, 1), toFake: ['Date'] });
    const bytes = await drawSheet(table(['1', '甲']));
    vi.useRealTimers();
    expect(Buffer.from(await drawSheet(table(['1', '甲']))).equals(bytes)).toBe(true);
    expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml');
    const source = {
      bytes: bytes.length,
      read: (from: number, count: number) => Promise.resolve(bytes.subarray(from, from + count)),
    };
    expect(await sniffFormat({ ...source, close: () => Promise.resolve() }, '汇总表.xlsx')).toBe('xlsx');
  });
});
