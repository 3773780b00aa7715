import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fillSheet, type SheetFilling } from '../../../src/forms/sheet/fill-sheet.ts';
import { bookOf, LOOK, type MadeBook, type MadeCell, type MadeSheet } from '../build-sheet.ts';
import { readSheet } from './read-sheet.ts';

const TITLES = ['序号', '作品名称', '联系电话'];
const head = (titles: readonly string[]): MadeCell[] => titles.map((text) => ({ text, look: LOOK.head }));
const line = (count?: number): MadeCell[] => [
  { ...(count !== undefined && { number: count }), look: LOOK.count },
  { look: LOOK.line },
  { look: LOOK.line },
];
const merge = (...ranges: readonly string[]): string =>
  `<mergeCells count="${ranges.length}">${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const SHEET: MadeSheet = {
  name: '汇总表',
  before: '<cols><col min="1" max="4" width="30" customWidth="1"/></cols>',
  rows: [
    [{ text: '某大学作品汇总表', look: LOOK.title }],
    ['填报单位：', undefined, '联系人：          联系电话：'],
    head(TITLES),
    line(1),
    line(2),
    ['填表人：', undefined, '填报日期：   年   月   日'],
    [],
    ['注：一式两份'],
  ],
  rowLooks: { 4: ' ht="30" customHeight="1"', 5: ' ht="30" customHeight="1"' },
  after: merge('A1:C1', 'A8:C8'),
};
const VALUES = { unit: '甲学院', contact: '王老师', phone: '020-9', fillDate: '2020-07-15' };
const ROWS = [
  ['1', '甲', '13800000000'],
  ['2', '乙 & <丙>', '011010199001011234'],
  ['3', '=1+1', '_x0041_'],
];

const fill = (book: MadeBook, rows: readonly (readonly string[])[] = ROWS, values = VALUES) =>
  fillSheet(bookOf(book), { head: TITLES, rows }, values);

function filled(outcome: SheetFilling) {
  if (outcome.kind !== 'filled') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const one = (sheet: Partial<MadeSheet>): MadeBook => ({ sheets: [{ ...SHEET, ...sheet }] });

describe('a blank table of works in Excel', () => {
  it('gets a line a work, set as its own, and what stands below moves down with it', async () => {
    const sheet = readSheet(filled(await fill(one({}))).bytes);
    const { C2, C7, ...cells } = sheet.cells;
    expect(C2).toMatch(/^联系人：王老师 +联系电话：020-9$/);
    expect(C7).toMatch(/^填报日期：\s*2020\s*年\s*7\s*月\s*15\s*日$/);
    expect(cells).toEqual({
      A1: '某大学作品汇总表',
      A2: '填报单位：甲学院',
      ...{ A3: '序号', B3: '作品名称', C3: '联系电话' },
      ...{ A4: '1', B4: '甲', C4: '13800000000' },
      ...{ A5: '2', B5: '乙 & <丙>', C5: '011010199001011234' },
      ...{ A6: '3', B6: '=1+1', C6: '_x005F_x0041_' },
      A7: '填表人：',
      A9: '注：一式两份',
    });
    expect(sheet.merges).toEqual(['A1:C1', 'A9:C9']);
    expect(sheet.xml.match(/<row r="[456]" ht="30" customHeight="1"/g)).toHaveLength(3);
  });

  it('keeps numbers as text, in the look of the line, so that an identity card keeps its digits', async () => {
    const { bytes } = filled(await fill(one({})));
    const { kinds } = readSheet(bytes);
    expect(['A5', 'B5', 'C5'].map((place) => kinds[place]?.kind)).toEqual([
      'inlineStr',
      'inlineStr',
      'inlineStr',
    ]);
    const styles = new TextDecoder().decode(unzipSync(bytes)['xl/styles.xml']);
    const looks = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf .*?(?:\/>|<\/xf>)/gs)];
    expect(looks).toHaveLength(7);
    expect(looks[kinds['C6']?.look ?? 0]?.[0]).toMatch(
      /numFmtId="49" fontId="2" .*borderId="1".*wrapText="1"/,
    );
    expect(kinds['C4']?.look).toBe(kinds['C6']?.look);
  });

  it('grows where a text would be cut off in print, broken into lines', async () => {
    const rows = [
      ['1', '短', '1'],
      ['2', '长'.repeat(60), '1'],
    ];
    const plain = SHEET.rows.map((cells) =>
      cells.map((cell) =>
        typeof cell === 'object' && cell.look === LOOK.line ? { ...cell, look: LOOK.count } : cell,
      ),
    );
    const { bytes } = filled(await fill(one({ rows: plain }), rows));
    const { xml, kinds } = readSheet(bytes);
    const heights = [...xml.matchAll(/<row r="[45]" ht="(\d+)"/g)].map(([, height]) => Number(height));
    expect(heights[0]).toBe(30);
    // Five lines of 仿宋 小四, 12 pt.
    expect(heights[1]).toBeGreaterThanOrEqual(5 * 12 * 1.3);
    expect(kinds['B5']?.look).not.toBe(kinds['B4']?.look);
    const styles = new TextDecoder().decode(unzipSync(bytes)['xl/styles.xml']);
    expect(styles.match(/numFmtId="49"[^>]*><alignment horizontal="center" wrapText="1"/g)).toHaveLength(1);
  });

  it('gives its spare lines up, and what stands below moves up', async () => {
    const spare = one({ rows: [...SHEET.rows.slice(0, 4), ...[2, 3, 4].map(line), ...SHEET.rows.slice(5)] });
    const sheet = readSheet(filled(await fill(spare, ROWS.slice(0, 1))).bytes);
    expect(sheet.cells['A4']).toBe('1');
    expect(sheet.cells['A5']).toBe('填表人：');
    expect(Object.keys(sheet.cells).filter((place) => Number(place.slice(1)) > 7)).toEqual([]);
  });

  it('leaves every other part of the file as it was, and gives equal bytes for equal works', async () => {
    const more = { 'xl/media/image1.png': Buffer.alloc(2_000, 5), 'xl/theme/theme1.xml': '<t/>' };
    const book = { sheets: [{ ...SHEET }, { name: '说明', rows: [['看这里']] }], more };
    const blank = unzipSync(bookOf(book));
    const { bytes } = filled(await fill(book));
    expect(Buffer.compare(bytes, filled(await fill(book)).bytes)).toBe(0);
    const after = unzipSync(bytes);
    expect(Object.keys(after)).toEqual(Object.keys(blank));
    const changed = Object.keys(blank).filter(
      (name) => Buffer.compare(Buffer.from(blank[name] ?? []), Buffer.from(after[name] ?? [])) !== 0,
    );
    expect(changed).toEqual(['xl/worksheets/sheet1.xml', 'xl/styles.xml']);
  });

  it('has its columns found in another order, with hints and spaces, on the sheet that has them', async () => {
    const rows = [head(['联系电话（手机）', '序 号', '作品名称']), line()];
    const book: MadeBook = {
      sheets: [
        { ...SHEET, hidden: true, name: '旧' },
        { name: '说明', rows: [['填写说明']] },
        { name: '表', rows },
      ],
    };
    const { bytes } = filled(await fill(book));
    expect(readSheet(bytes, 3).cells).toMatchObject({ A2: '13800000000', B2: '1', C2: '甲' });
    expect(readSheet(bytes, 1).cells['B4']).toBeUndefined();
  });

  it('needs no line of its own: those of its head, neither bold nor shaded, will do', async () => {
    const { bytes } = filled(await fill(one({ rows: [head(TITLES), [], ['注']], after: '' })));
    const { cells, kinds } = readSheet(bytes);
    expect(cells).toMatchObject({ A2: '1', A4: '3', A6: '注' });
    const styles = new TextDecoder().decode(unzipSync(bytes)['xl/styles.xml']);
    const looks = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf .*?(?:\/>|<\/xf>)/gs)];
    expect(looks[kinds['B3']?.look ?? 0]?.[0]).toMatch(/numFmtId="49" fontId="3" fillId="0" borderId="1"/);
    expect(/<fonts.*<\/fonts>/s.exec(styles)?.[0].match(/<b\/>/g)).toHaveLength(1);
  });

  it('has titles and lines over several columns', async () => {
    const wide = (cells: readonly (MadeCell | undefined)[]) => [
      cells[0],
      cells[1],
      { look: LOOK.line },
      cells[2],
    ];
    const rows = [wide(head(TITLES)), wide(line()), wide(line()), ['注']];
    const { bytes } = filled(await fill(one({ rows, after: merge('B1:C1', 'B2:C2', 'B3:C3', 'A4:D4') })));
    const sheet = readSheet(bytes);
    expect(sheet.merges).toEqual(['B1:C1', 'A5:D5', 'B2:C2', 'B3:C3', 'B4:C4']);
    expect(sheet.cells).toMatchObject({ B4: '=1+1', D4: '_x005F_x0041_', A5: '注' });
  });

  it('prints, checks and colours all of its lines, and links where it did', async () => {
    const after =
      merge('A1:C1', 'A8:C8') +
      '<conditionalFormatting sqref="A4:C5"><cfRule type="expression" priority="1"><formula>$B4&lt;&gt;""</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="2"><dataValidation type="list" sqref="B4:B5"><formula1>"甲,乙"</formula1></dataValidation>' +
      '<dataValidation type="list" sqref="C5"><formula1>说明!$A$1:$A$9</formula1></dataValidation></dataValidations>' +
      '<hyperlinks><hyperlink ref="A8" location="A1"/></hyperlinks>' +
      '<rowBreaks count="1" manualBreakCount="1"><brk id="7" max="9" man="1"/></rowBreaks>';
    const names =
      '<definedName name="_xlnm.Print_Area" localSheetId="0">汇总表!$A$1:$C$8</definedName>' +
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">汇总表!$1:$3</definedName>' +
      '<definedName name="选项">说明!$A$1:$A$9</definedName>';
    const { bytes } = filled(await fill({ ...one({ after }), names }));
    const { xml } = readSheet(bytes);
    for (const part of ['sqref="A4:C6"', 'sqref="B4:B6"', 'sqref="C5"', 'ref="A9"', 'brk id="8"'])
      expect(xml).toContain(part);
    const workbook = new TextDecoder().decode(unzipSync(bytes)['xl/workbook.xml']);
    expect(workbook).toContain('>汇总表!$A$1:$C$9<');
    expect(workbook).toContain('>汇总表!$1:$3<');
    const few = filled(await fill({ ...one({ after }), names }, ROWS.slice(0, 1)));
    const less = readSheet(few.bytes).xml;
    expect(less).toContain('<dataValidations count="1">');
    expect(less).toContain('sqref="A4:C4"');
  });

  it('has ruled cells beside their labels filled, and underlined room within a text, in its own look', async () => {
    const rows = [
      [
        { text: '填报单位', look: LOOK.line },
        { look: LOOK.line },
        { text: '所在校区', look: LOOK.line },
        { look: LOOK.line },
      ],
      [
        {
          rich: '<r><t>联系人：</t></r><r><rPr><u/><sz val="12"/></rPr><t xml:space="preserve">        </t></r>',
        },
      ],
      head(TITLES),
      line(),
    ];
    const outcome = filled(await fill(one({ rows, after: '' })));
    const { cells, xml } = readSheet(outcome.bytes);
    expect(cells['B1']).toBe('甲学院');
    expect(cells['A2']).toMatch(/^联系人：\s*王老师\s*$/);
    expect(xml).toMatch(/<r><rPr><u\/><sz val="12"\/><\/rPr><t xml:space="preserve">\s*王老师/);
    expect(outcome.unknown.map(({ label }) => label)).toEqual(['所在校区']);
  });
});

describe('a blank that cannot be filled safely is refused, with the reason', () => {
  const below = (cells: readonly (MadeCell | string | undefined)[]) => one({ rows: [...SHEET.rows, cells] });
  const drawing = (row: number) => ({
    ...one({
      after: `${SHEET.after ?? ''}<drawing r:id="rId1"/>`,
      relations: [['drawing', '../drawings/drawing1.xml']],
    }),
    more: {
      'xl/drawings/drawing1.xml': `<xdr:wsDr xmlns:xdr="x"><xdr:twoCellAnchor><xdr:from><xdr:row>0</xdr:row></xdr:from><xdr:to><xdr:row>${row}</xdr:row></xdr:to></xdr:twoCellAnchor></xdr:wsDr>`,
    },
  });
  it.each<[string, MadeBook, unknown]>([
    [
      'other columns',
      one({ rows: [head(['序号', '作品名称', '职称'])] }),
      { kind: 'unlike', missing: ['联系电话'], extra: ['职称'] },
    ],
    ['two heads', one({ rows: [head(TITLES), line(), head(TITLES), line()] }), { kind: 'several' }],
    [
      'a head of two rows',
      one({ rows: [head(TITLES), [undefined, undefined, '手机'], line()], after: merge('A1:A2', 'B1:B2') }),
      { kind: 'two-rows' },
    ],
    [
      'an example',
      one({
        rows: [head(TITLES), ['1', '某作品', ''].map((text) => ({ text, look: LOOK.line })), line()],
        after: '',
      }),
      { kind: 'printed', text: '某作品' },
    ],
    ['a sum below', below([{ formula: 'SUM(A4:A5)' }]), { kind: 'formula', place: 'A9' }],
    [
      'a sum on another sheet',
      { sheets: [SHEET, { name: '合计', rows: [[{ formula: 'COUNTA(汇总表!B4:B5)' }]] }] },
      { kind: 'formula', place: '合计' },
    ],
    [
      'a check that counts in the lines',
      one({
        after:
          '<dataValidations><dataValidation type="custom" sqref="B4:B5"><formula1>COUNTIF(B$4:B$5,B4)=1</formula1></dataValidation></dataValidations>',
      }),
      { kind: 'formula', place: 'B5' },
    ],
    [
      'a colour that looks at the sheet by its name',
      one({
        after:
          '<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>汇总表!$B$4:$B$5=""</formula></cfRule></conditionalFormatting>',
      }),
      { kind: 'formula', place: '汇总表!$B$4:$B$5=""' },
    ],
    [
      'a name for some of the lines',
      { ...one({}), names: '<definedName name="作品">汇总表!$B$4:$B$5</definedName>' },
      { kind: 'formula', place: '作品' },
    ],
    ['a picture below', drawing(9), { kind: 'object' }],
    [
      'words beside the lines',
      one({ rows: [head(TITLES), [...line(), '请填全']], after: '' }),
      { kind: 'beside', text: '请填全' },
    ],
    [
      'cells merged from head to line',
      one({ rows: [head(TITLES), line()], after: merge('E1:E2') }),
      { kind: 'merged', place: 'E1' },
    ],
  ])('%s', async (_, book, why) => {
    expect(await fill(book)).toEqual({ kind: 'unfit', why });
  });

  it('but a sheet whose name ends alike may reckon and be named as it likes', async () => {
    const other = { name: '旧汇总表', rows: [[{ formula: 'SUM(旧汇总表!B1:B9)' }]] };
    const names = '<definedName name="旧作品">旧汇总表!$B$4:$B$5</definedName>';
    expect((await fill({ sheets: [SHEET, other], names })).kind).toBe('filled');
  });

  it('but a picture above the table is no matter', async () => {
    expect((await fill(drawing(2))).kind).toBe('filled');
  });

  it.each<[string, Uint8Array, string]>([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-doc'],
    ['no zip', Buffer.from('abc'), 'not-docx'],
    ['half a file', bookOf(one({})).subarray(0, 900), 'broken'],
    ['nothing', new Uint8Array(), 'empty'],
  ])('%s', async (_, bytes, cause) => {
    expect(await fillSheet(bytes, { head: TITLES, rows: ROWS }, VALUES)).toMatchObject({
      kind: 'unreadable',
      cause,
    });
  });
});
