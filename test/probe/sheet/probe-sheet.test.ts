import { describe, expect, it } from 'vitest';
import { drawSheet } from '../../../src/document/draw-sheet.ts';
import type { SheetProbe } from '../../../src/probe/sheet/sheet-probe.ts';
import { probeSheet } from '../../../src/probe/sheet/probe-sheet.ts';
import { seekWords } from '../../../src/probe/word/seek-words.ts';
import { bookOf, bookParts, type MadeBook, type MadeSheet } from '../../forms/build-sheet.ts';
import { memoryFiles } from '../pdf/memory-files.ts';
import { makeCompound } from '../slides/make-ppt.ts';
import { makeZip, type ZipPart } from '../word/make-zip.ts';
import { makeXls, record, workbookStream } from './make-xls.ts';

const probe = (bytes: Uint8Array, format: 'xlsx' | 'xls' = 'xlsx') =>
  probeSheet('表', format, memoryFiles(new Uint8Array(bytes)));
const seek = (bytes: Uint8Array, words: readonly string[], format: 'xlsx' | 'xls' = 'xlsx') =>
  seekWords('表', format, words, memoryFiles(new Uint8Array(bytes)));

const SHEET: MadeSheet = { name: '作品', rows: [['附件2'], ['作品登记表'], ['1', '甲 作品']] };
const BOOK: MadeBook = {
  sheets: [{ name: '底稿', hidden: true, rows: [['藏着的话']] }, SHEET],
};

/** A workbook of which some parts are others, or not there. */
function changed(parts: Readonly<Record<string, string | undefined>>, book = BOOK): Buffer {
  const all: Record<string, Uint8Array | string | undefined> = { ...bookParts(book), ...parts };
  return makeZip(
    Object.entries(all).flatMap(([name, data]): ZipPart[] => (data === undefined ? [] : [{ name, data }])),
  );
}

function causeOf({ integrity }: SheetProbe): string {
  return integrity.state === 'whole' ? 'whole' : `${integrity.state} ${integrity.cause.kind}`;
}

describe('an Excel file', () => {
  it('tells its sheets, how much they say, and what the first that is shown begins with', async () => {
    expect(await probe(bookOf(BOOK))).toEqual({
      sheet: {
        sheets: [{ name: '底稿', hidden: true }, { name: '作品' }],
        words: 16,
        opening: '附件2 作品登记表 1 甲 作品',
      },
      integrity: { state: 'whole' },
    });
  });

  it('is read as another program writes it', async () => {
    const table = {
      heading: '某学院作品汇总表',
      above: [],
      head: ['序号', '名称'],
      rows: [['1', '_x0041_']],
    };
    const drawn = await probe(await drawSheet(table));
    expect(drawn.integrity).toEqual({ state: 'whole' });
    expect(drawn.sheet?.opening).toBe('某学院作品汇总表 序号 名称 1 _x0041_');
  });

  it('is whole to its last byte, or said to be damaged', async () => {
    const bytes = bookOf(BOOK);
    const cut = bytes.subarray(0, bytes.length - 40);
    expect(causeOf(await probe(cut))).toBe('broken no-index');
    const parts = bookParts(BOOK);
    const flipped = makeZip(
      Object.entries(parts).map(([name, data]) => ({ name, data, stored: name === 'xl/styles.xml' })),
    );
    // Within a part that nobody reads for its words.
    flipped[flipped.indexOf('styleSheet') + 3] = 0x21;
    expect(causeOf(await probe(flipped))).toBe('broken corrupt');
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['without a workbook', { 'xl/workbook.xml': undefined }, 'broken nothing-inside'],
    ['without sheets', { 'xl/workbook.xml': '<workbook/>' }, 'broken nothing-inside'],
    ['whose sheet is missing', { 'xl/worksheets/sheet2.xml': undefined }, 'broken corrupt'],
    ['whose sheet is none', { 'xl/worksheets/sheet2.xml': '<x/>' }, 'broken corrupt'],
    ['whose texts are missing', { 'xl/sharedStrings.xml': '<sst/>' }, 'broken corrupt'],
    [
      'that is cut within a sheet',
      { 'xl/worksheets/sheet2.xml': '<worksheet><sheetData>' },
      'broken corrupt',
    ],
  ])('%s is told', async (_, parts, cause) => {
    expect(causeOf(await probe(changed(parts)))).toBe(cause);
  });

  it('of zeros by the gigabyte is not unpacked', async () => {
    const bomb = changed({ 'xl/media/image1.bmp': '\0'.repeat(40_000_000) });
    expect(causeOf(await probe(bomb))).toBe('unknown too-large');
  });

  it('does not cost more where a long text is shown in many cells', async () => {
    const long = '长'.repeat(200_000);
    const cells = '<c t="s"><v>0</v></c>'.repeat(50_000);
    const sheet = bookParts(BOOK)['xl/worksheets/sheet1.xml'];
    const xml = String(sheet).replace(
      /<sheetData>.*<\/sheetData>/,
      `<sheetData><row>${cells}</row></sheetData>`,
    );
    const bytes = changed({
      'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si>${'<si><t>短</t></si>'.repeat(4)}</sst>`,
      'xl/worksheets/sheet1.xml': xml,
    });
    expect((await probe(bytes)).sheet?.words).toBe(200_000 * 50_000 + 4);
  });

  it('in binary parts is not taken for read', async () => {
    const rels = String(bookParts(BOOK)['_rels/.rels']).replace('workbook.xml', 'workbook.bin');
    const binary = changed({ '_rels/.rels': rels, 'xl/workbook.bin': 'x' });
    expect(causeOf(await probe(binary))).toBe('unknown no-prober');
    expect((await seek(binary, ['甲'])).cause).toEqual({ kind: 'no-prober' });
  });
});

describe('a name in an Excel file', () => {
  const found = async (bytes: Uint8Array, word: string) =>
    (await seek(bytes, [word])).hits.find((hit) => hit.word === word)?.places;

  it.each<[string, MadeBook, readonly string[]]>([
    ['in a cell', { sheets: [{ ...SHEET, rows: [['张三']] }] }, ['text']],
    [
      'in two looks within a cell',
      { sheets: [{ ...SHEET, rows: [[{ rich: '<r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r>' }]] }] },
      ['text'],
    ],
    ['in a hidden sheet', { sheets: [SHEET, { name: '藏', hidden: true, rows: [['张 三']] }] }, ['text']],
    ['as a sheet’s name', { sheets: [{ ...SHEET, name: '张三' }] }, ['text']],
    [
      'in a list to choose from',
      {
        sheets: [
          {
            ...SHEET,
            after:
              '<dataValidations><dataValidation type="list" sqref="A1"><formula1>"张三,李四"</formula1></dataValidation></dataValidations>',
          },
        ],
      },
      ['text'],
    ],
    [
      'in the foot of a page, in two looks',
      {
        sheets: [
          {
            ...SHEET,
            after: '<headerFooter><oddFooter>&amp;C张&amp;"黑体,常规"三</oddFooter></headerFooter>',
          },
        ],
      },
      ['margins'],
    ],
    [
      'of who comments',
      {
        sheets: [SHEET],
        more: { 'xl/comments1.xml': '<comments><authors><author>张三</author></authors></comments>' },
      },
      ['comments'],
    ],
    [
      'of who answers a comment',
      {
        sheets: [SHEET],
        more: { 'xl/persons/person.xml': '<personList><person displayName="张三"/></personList>' },
      },
      ['comments'],
    ],
    [
      'in a text box',
      { sheets: [SHEET], more: { 'xl/drawings/drawing1.xml': '<d><p><r><t>张三</t></r></p></d>' } },
      ['text'],
    ],
    [
      'in its properties',
      { sheets: [SHEET], more: { 'docProps/app.xml': '<Properties><Manager>张三</Manager></Properties>' } },
      ['properties'],
    ],
    ['of two cells is none', { sheets: [{ ...SHEET, rows: [['张', '三']] }] }, []],
  ])('%s', async (_, book, places) => {
    expect((await found(bookOf(book), '张三')) ?? []).toEqual(places);
  });
});

describe('an old Excel file', () => {
  it('is followed to its end, and tells its sheets and nothing of their cells', async () => {
    const sheets = [{ name: '汇总表' }, { name: '底稿', hidden: true }];
    expect(await probe(makeXls({ sheets }), 'xls')).toEqual({
      sheet: { sheets: [{ name: '汇总表' }, { name: '底稿', hidden: true }] },
      integrity: { state: 'whole' },
    });
    expect((await seek(makeXls(), ['张三'], 'xls')).cause).toEqual({ kind: 'no-prober' });
  });

  const rows = Buffer.concat(Array.from({ length: 40 }, () => record(0x0204, Buffer.alloc(400, 7))));
  const stream = workbookStream({ rows });
  it.each<[string, Buffer, string]>([
    ['cut off', makeXls({ rows }).subarray(0, -300), 'broken cut-off'],
    ['without its workbook', makeCompound({ Other: Buffer.alloc(5_000, 7) }), 'broken nothing-inside'],
    ['with a password for OOXML', makeCompound({ EncryptedPackage: Buffer.alloc(9) }), 'broken password'],
    ['locked', makeXls({ first: record(0x002f, Buffer.alloc(54)) }), 'unknown no-prober'],
    [
      'half of it zeros',
      makeCompound({ Workbook: Buffer.concat([stream.subarray(0, 8_192), Buffer.alloc(8_192)]) }),
      'broken hollow',
    ],
    ['whose last sheet has no end', makeCompound({ Workbook: stream.subarray(0, -4) }), 'unknown no-prober'],
    ['filled up with zeros', makeCompound({ Workbook: Buffer.concat([stream, Buffer.alloc(90)]) }), 'whole'],
  ])('%s is told', async (_, bytes, cause) => {
    expect(causeOf(await probe(bytes, 'xls'))).toBe(cause);
  });
});
