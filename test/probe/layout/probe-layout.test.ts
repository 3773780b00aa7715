import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import type { ParagraphFormat } from '../../../src/model/layout.ts';
import { font, layoutOf, makeWord, paragraph, run, sightOf } from './make-layout.ts';

const LONG = '疫情发生以来，学院党员教师主动到社区报到，为居民送菜送药，一个人一天要走两万多步。';

async function formatOf(bytes: Uint8Array): Promise<ParagraphFormat> {
  const { blocks } = await layoutOf(bytes);
  const format = blocks.find(({ role }) => role === 'body')?.format;
  if (!format) throw new Error('no running text was found', { cause: blocks });
  return format;
}

const body = (properties: string, inParagraph = ''): string => paragraph(run(LONG, properties), inParagraph);
const style = (id: string, inside: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}" ${more}><w:name w:val="${id}"/>${inside}</w:style>`;

describe('the look of characters', () => {
  it('comes from the run itself, as WPS writes it', async () => {
    const format = await formatOf(
      makeWord(body(`${font('仿宋_GB2312', 32)}<w:b/><w:w w:val="90"/><w:color w:val="ff0000"/>`)),
    );
    expect(format).toMatchObject({
      eastAsian: '仿宋_GB2312',
      size: 16,
      bold: true,
      scale: 90,
      color: 'FF0000',
    });
  });

  it('comes from the style, the style that is based on, and the defaults, each for what the nearer leaves open', async () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体" w:ascii="Calibri"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      style('Normal', '<w:rPr><w:sz w:val="28"/></w:rPr>', 'w:default="1"') +
      style('Text', '<w:basedOn w:val="Normal"/><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr>');
    expect(await formatOf(makeWord(body('', '<w:pStyle w:val="Text"/>'), { styles }))).toMatchObject({
      eastAsian: '楷体',
      ascii: 'Calibri',
      size: 14,
    });
    expect(await formatOf(makeWord(body(''), { styles }))).toMatchObject({ eastAsian: '宋体', size: 14 });
  });

  it('is read to an end where styles are based on one another in a circle', async () => {
    const styles =
      style('A', '<w:basedOn w:val="B"/><w:rPr><w:sz w:val="30"/></w:rPr>') +
      style('B', '<w:basedOn w:val="A"/>');
    expect(await formatOf(makeWord(body('', '<w:pStyle w:val="A"/>'), { styles }))).toMatchObject({
      size: 15,
    });
  });

  it('comes from the theme, by the language of the document where the theme lists scripts', async () => {
    const theme =
      '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="等线"/><a:font script="Hant" typeface="新細明體"/></a:minorFont>';
    const themed = body(
      '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi" w:eastAsia="黑体"/>',
    );
    const inLanguage = (language: string) => `<w:themeFontLang w:val="en-US" w:eastAsia="${language}"/>`;
    const read = (settings: string) => formatOf(makeWord(themed, { theme, settings }));
    expect(await read(inLanguage('zh-CN'))).toMatchObject({ eastAsian: '等线', ascii: 'Calibri' });
    expect(await read(inLanguage('zh-TW'))).toMatchObject({ eastAsian: '新細明體' });
    expect(await read('')).not.toHaveProperty('eastAsian');
  });

  it('is not taken from what a tracked change has replaced, nor from the paragraph mark', async () => {
    const changed = `${font('仿宋', 32)}<w:rPrChange><w:rPr>${font('宋体', 21)}</w:rPr></w:rPrChange>`;
    const mark = `<w:rPr>${font('黑体', 44)}</w:rPr><w:pPrChange><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>`;
    expect(await formatOf(makeWord(body(changed, mark)))).toMatchObject({
      eastAsian: '仿宋',
      size: 16,
      align: 'left',
    });
  });
});

describe('a paragraph', () => {
  const at16 = font('仿宋', 32);
  it.each([
    ['in characters', '<w:ind w:firstLineChars="200" w:firstLine="640"/>', 2],
    ['in a length that is two of its own characters', '<w:ind w:firstLine="640"/>', 2],
    ['in a length made for smaller text', '<w:ind w:firstLine="420"/>', 1.3],
    ['hanging', '<w:ind w:left="640" w:hanging="640"/>', -2],
    ['not at all', '', undefined],
  ])('is indented %s', async (_, indent, expected) => {
    expect((await formatOf(makeWord(body(at16, indent)))).indent).toBe(expected);
  });

  it('that begins with blanks is known to be indented with blanks', async () => {
    const { indent, blanks } = await formatOf(makeWord(paragraph(run(`　　${LONG}`, at16))));
    expect([indent, blanks]).toEqual([2, 2]);
  });

  it.each([
    ['w:line="560" w:lineRule="exact"', { kind: 'exact', points: 28 }],
    ['w:line="560" w:lineRule="atLeast"', { kind: 'at-least', points: 28 }],
    ['w:line="360" w:lineRule="auto"', { kind: 'multiple', lines: 1.5 }],
    ['w:line="360"', { kind: 'multiple', lines: 1.5 }],
  ])('has the line spacing %s', async (spacing, expected) => {
    expect((await formatOf(makeWord(body(at16, `<w:spacing ${spacing}/>`)))).spacing).toEqual(expected);
  });

  it('has the room before and after that is said last', async () => {
    const styles = style(
      'Text',
      '<w:pPr><w:spacing w:before="120" w:afterLines="50" w:after="156"/></w:pPr>',
    );
    const own = '<w:pStyle w:val="Text"/><w:spacing w:before="0" w:line="560" w:lineRule="exact"/>';
    const { before, after } = await formatOf(makeWord(body(at16, own), { styles }));
    expect(before).toEqual({ unit: 'points', value: 0 });
    expect(after).toEqual({ unit: 'lines', value: 0.5 });
  });

  it('is what most of its characters are; the others are told apart', async () => {
    const { blocks, strays } = await layoutOf(
      makeWord(paragraph(run(LONG, at16) + run('夹着几个大字', font('黑体', 44)))),
    );
    expect(blocks[0]?.format).toMatchObject({ eastAsian: '仿宋', size: 16 });
    expect(strays).toMatchObject([
      { role: 'body', look: { eastAsian: '黑体', size: 22 }, characters: 6, chinese: 6 },
    ]);
  });

  it('with an automatic number is indented by its list, unless it leaves the list', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="640" w:hanging="640"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>';
    const styles = style('List', '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>');
    const listed = (own: string) =>
      layoutOf(makeWord(body(at16, `<w:pStyle w:val="List"/>${own}`), { styles, numbering }));
    expect((await listed('')).blocks[0]).toMatchObject({
      by: 'numbered-text',
      mayBe: 'h3',
      listed: true,
      format: { indent: -2 },
    });
    const [left] = (await listed('<w:numPr><w:numId w:val="0"/></w:numPr>')).blocks;
    expect(left?.listed).toBeUndefined();
    expect(left?.format.indent).toBeUndefined();
  });
});

describe('pages', () => {
  const section = (inside: string): string => `<w:sectPr>${inside}</w:sectPr>`;
  const a4 =
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:bottom="1984" w:left="1587" w:right="1474" w:gutter="0"/><w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-842"/>';
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const pagesOf = async (inside: string, parts: Parameters<typeof makeWord>[1] = {}) =>
    (await layoutOf(makeWord(body('') + section(inside), parts))).sections;

  it('have their paper, margins and grid', async () => {
    expect(await pagesOf(a4)).toEqual([
      {
        paper: { width: 210, height: 297 },
        margins: { top: 37, bottom: 35, left: 28, right: 26 },
        linePitch: 28.95,
        characterSpace: -0.206,
        sections: 1,
      },
    ]);
  });

  it('have a number where a footer has the field, in the middle or outside', async () => {
    const footer = (jc: string) => paragraph(field, `<w:jc w:val="${jc}"/>`);
    const one = '<w:footerReference w:type="default" r:id="f1"/>';
    const both = `${one}<w:footerReference w:type="even" r:id="f2"/>`;
    const [centred] = await pagesOf(one, { margins: { f1: footer('center') } });
    expect(centred?.pageNumber).toMatchObject({ in: 'footer', place: 'center' });
    const settings = '<w:evenAndOddHeaders/>';
    const [outside] = await pagesOf(both, { settings, margins: { f1: footer('right'), f2: footer('left') } });
    expect(outside?.pageNumber?.place).toBe('outside');
    const [half] = await pagesOf(both, { settings, margins: { f1: footer('right'), f2: paragraph('') } });
    expect(half?.pageNumber).toBeUndefined();
  });

  it('have a number in a text box, where WPS puts it', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH><wp:positionV><wp:posOffset>0</wp:posOffset></wp:positionV><wps:txbx><w:txbxContent>${paragraph(field)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>`;
    const [page] = await pagesOf('<w:footerReference w:type="default" r:id="f1"/>', {
      margins: { f1: paragraph(box) },
    });
    expect(page?.pageNumber?.place).toBe('outside');
  });

  it('say nothing of what they leave to the program', async () => {
    expect(await pagesOf('')).toEqual([{ sections: 1 }]);
  });
});

it('a document of the docx package is read as it was meant', async () => {
  const spacing = { line: 560, lineRule: 'exact' } as const;
  const bytes = await Packer.toBuffer(
    new Document({
      sections: [
        {
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: [PageNumber.CURRENT] })],
                }),
              ],
            }),
          },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: '逆行者', font: '方正小标宋简体', size: 44 })],
            }),
            new Paragraph({
              spacing,
              indent: { firstLine: 640 },
              children: [new TextRun({ text: LONG, font: '仿宋', size: 32 })],
            }),
          ],
        },
      ],
    }),
  );
  const { blocks, sections } = await layoutOf(bytes);
  expect(blocks).toMatchObject([
    { role: 'title', by: 'place', format: { eastAsian: '方正小标宋简体', size: 22, align: 'center' } },
    {
      role: 'body',
      by: 'rest',
      format: { eastAsian: '仿宋', size: 16, indent: 2, spacing: { kind: 'exact', points: 28 } },
    },
  ]);
  expect(sections[0]?.pageNumber?.place).toBe('center');
});

describe('what cannot be read is said to be unread', () => {
  it.each(['doc', 'wps', 'pdf', 'text'] as const)('%s', async (format) => {
    expect(await sightOf(Buffer.from('a'), format)).toEqual({ state: 'other-format' });
  });
  it('a cut file', async () => {
    const whole = makeWord(body(''));
    expect(await sightOf(whole.subarray(0, whole.length / 2))).toMatchObject({ state: 'unread' });
  });
  it('text that comes from elsewhere', async () => {
    expect(await sightOf(makeWord(`${body('')}<w:altChunk/>`))).toMatchObject({ state: 'unread' });
  });
  it('a document longer than is looked at says so, and costs no more for it', async () => {
    const { paragraphs, looked, blocks } = await layoutOf(makeWord(paragraph(run('字。')).repeat(20_500)));
    expect([paragraphs, looked, blocks.length]).toEqual([20_500, 20_000, 1]);
  });
  it('tables and text boxes are counted apart', async () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph(run('格子'))}</w:tc></w:tr></w:tbl>`;
    const { paragraphs, inTables } = await layoutOf(makeWord(body('') + table));
    expect([paragraphs, inTables]).toEqual([1, 1]);
  });
});
