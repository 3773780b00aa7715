import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { drawSheet } from '../../src/document/draw-sheet.ts';
import { sniffFormat } from '../../src/materials/sniff-format.ts';
import type { SummaryTable } from '../../src/model/summary.ts';

function table(...rows: readonly (readonly string[])[]): SummaryTable {
  const head = Array.from({ length: Math.max(1, ...rows.map((row) => row.length)) }, (_, i) => `栏${i + 1}`);
  return { heading: '汇总表', above: ['填报单位：马院'], head, rows };
}

function sheetOf(drawn: SummaryTable, part = 'xl/worksheets/sheet1.xml'): string {
  return new TextDecoder().decode(unzipSync(drawSheet(drawn))[part]);
}

describe('a table as an Excel file', () => {
  it('holds every value as text: no formula, no lost nought, no markup', () => {
    const xml = sheetOf(table(['=HYPERLINK("http://x.cn")', '0201', '<b>&"', '一行\n二行']));
    expect(xml).not.toContain('<f>');
    expect(xml).not.toContain('t="n"');
    expect(xml).toContain('=HYPERLINK(&quot;http://x.cn&quot;)</t>');
    expect(xml).toContain('>0201</t>');
    expect(xml).toContain('&lt;b&gt;&amp;&quot;</t>');
    expect(xml).toContain('一行\n二行</t>');
  });

  it('keeps what Excel would read as an escape, and nothing that XML cannot hold', () => {
    const xml = sheetOf(table(['a_x000D_b', 'c\u0000\u0008d\ufffe']));
    expect(xml).toContain('a_x005F_x000D_b');
    expect(xml).not.toMatch(/[\u0000-\u0008\ufffe]/);
  });

  it('goes beyond column Z', () => {
    const xml = sheetOf(table(Array.from({ length: 28 }, (_, i) => String(i))));
    expect(xml).toContain('r="Z4"');
    expect(xml).toContain('r="AA4"');
    expect(xml).toContain('r="AB4"');
  });

  it.each(['a/b\\c?d*e[f]g:h', "'引号'", 'History', '　', '长'.repeat(60), "'".repeat(31)])(
    'has a sheet name that Excel takes: %s',
    (heading) => {
      const xml = sheetOf({ ...table(['1']), heading }, 'xl/workbook.xml');
      const [, name = ''] = /<sheet name="([^"]*)"/.exec(xml) ?? [];
      expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}(?<!')$/);
      expect(name.toLowerCase()).not.toBe('history');
    },
  );

  it('is known for an Excel file by its bytes, and has the same ones each time', async () => {
    const bytes = drawSheet(table(['1', '甲']));
    expect(Buffer.from(drawSheet(table(['1', '甲']))).equals(bytes)).toBe(true);
    expect(Object.keys(unzipSync(bytes))[0]).toBe('[Content_Types].xml');
    const source = {
      bytes: bytes.length,
      read: (from: number, count: number) => Promise.resolve(bytes.subarray(from, from + count)),
    };
    expect(await sniffFormat({ ...source, close: () => Promise.resolve() }, '汇总表.xlsx')).toBe('xlsx');
  });
});
