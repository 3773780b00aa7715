import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test, vi } from 'vitest';
import { probePdf } from '../../../src/probe/pdf/probe-pdf.ts';
import { buildPdf, HELVETICA, pagesOf, stream } from './build-pdf.ts';
import { memoryFiles } from './memory-files.ts';
import { QPDF_PDFS } from './qpdf-pdfs.ts';

const probe = async (pdf: Uint8Array) => probePdf('/x.pdf', memoryFiles(pdf));
const WHOLE = { state: 'whole' };

describe('what is on the pages', () => {
  test('a scan is not taken for text, nor an empty back side for a scan', async () => {
    const image = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const picture = '/Type/XObject/Subtype/Image/Width 40/Height 30/ColorSpace/DeviceRGB/BitsPerComponent 8';
    const pdf = buildPdf(
      pagesOf(
        [
          { content: 'q 595 0 0 842 0 0 cm /I Do Q', resources: '/XObject<</I 1000 0 R>>' },
          { content: 'BT /F 12 Tf 9 9 Td (text) Tj ET', resources: HELVETICA },
          { content: '' },
          { content: 'q 500 0 0 500 0 0 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q' },
        ],
        { 1000: stream(`${picture}/Filter/DCTDecode`, image) },
      ),
    );
    const { pdf: facts, integrity } = await probe(pdf);
    expect(integrity).toEqual(WHOLE);
    expect(facts).toMatchObject({ pages: 4, looked: 4, textPages: 1, imagePages: 2, blankPages: [3] });
  });

  test.each([
    ['nothing', ''],
    ['white paper, RGB', '1 1 1 rg 0 0 595 842 re f'],
    ['white paper, CMYK', '0 0 0 0 k 0 0 595 842 re f'],
    ['white paper, gray', '1 g 0 0 595 842 re f'],
    ['a path that only clips', '0 0 9 9 re W n'],
    ['spaces', 'BT /F 12 Tf 9 9 Td (   ) Tj ET'],
  ])('a page with %s is called blank', async (_, content) => {
    const { pdf } = await probe(buildPdf(pagesOf([{ content, resources: HELVETICA }])));
    expect(pdf?.blankPages).toEqual([1]);
  });

  test.each([
    ['a line', '1 0 0 RG 0 0 m 9 9 l S'],
    ['a black box', '9 9 9 9 re f'],
    ['a box on white paper', 'q 1 g 0 0 595 842 re f Q 9 9 9 9 re f'],
  ])('a page with %s is not called blank', async (_, content) => {
    const { pdf } = await probe(buildPdf(pagesOf([{ content }])));
    expect(pdf).toMatchObject({ blankPages: [], imagePages: 1 });
  });

  test('Chinese set in a font that the file does not carry is read', async () => {
    const font = '/Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/GBK-EUC-H/DescendantFonts[1001 0 R]';
    const cid =
      '<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 1002 0 R>>';
    const content = 'BT /F 12 Tf 9 700 Td <cdc6bcf6b1ed> Tj ET';
    const pages = pagesOf([{ content, resources: '/Font<</F 1000 0 R>>' }], {
      1000: `<<${font}>>`,
      1001: cid,
      1002: '<</Type/FontDescriptor/FontName/FangSong/Flags 4/FontBBox[0 0 1000 1000]>>',
    });
    const { pdf } = await probe(buildPdf(pages));
    expect(pdf).toMatchObject({ opening: '推荐表', textPages: 1 });
  });
});

describe('the frame of the pages', () => {
  test('sizes are as shown: turned, cropped, in the page’s own unit, commonest first', async () => {
    const { pdf } = await probe(
      buildPdf(
        pagesOf([
          { more: '/Rotate 90' },
          { more: '/CropBox[10 10 110 210]' },
          { more: '/CropBox[0 0 100 200]' },
          { more: '/CropBox[0 0 100 200]/UserUnit 2' },
        ]),
      ),
    );
    expect(pdf?.pageSizes).toEqual([
      { width: 100, height: 200 },
      { width: 842, height: 595 },
      { width: 200, height: 400 },
    ]);
    expect(pdf?.rotatedPages).toEqual([1]);
  });

  test('a long document is counted whole and says how much of it was looked at', async () => {
    const document = await PDFDocument.create();
    for (let page = 0; page < 405; page++) document.addPage([100, 100]).setRotation(degrees(0));
    const { pdf, integrity } = await probe(await document.save());
    expect(pdf).toMatchObject({ pages: 405, looked: 400 });
    expect(integrity).toEqual(WHOLE);
  });

  test('a producer cannot send commands to the terminal', async () => {
    const objects = { ...pagesOf([{}]), 1000: '<</Producer(WPS\\007\\bred)>>' };
    const { pdf } = await probe(buildPdf(objects, '/Info 1000 0 R'));
    expect(pdf?.producer).toBe('WPS red');
  });

  test('when the time is over, what was seen is reported and nothing is called whole', async () => {
    const { integrity, pdf } = await probePdf('/x.pdf', memoryFiles(buildPdf(pagesOf([{}]))), {
      softSeconds: -1,
    });
    expect(integrity).toMatchObject({ state: 'unknown', cause: { kind: 'timed-out' } });
    expect(pdf).toBeUndefined();
  });
});

describe('locks', () => {
  test.each(['passwordAes256', 'passwordRc4'] as const)(
    '%s: nobody can open it, and that is said',
    async (name) => {
      const { pdf, integrity } = await probe(Buffer.from(QPDF_PDFS[name], 'base64'));
      expect(pdf).toMatchObject({ lock: 'password', pages: 0 });
      expect(integrity).toEqual({ state: 'broken', cause: { kind: 'password' } });
    },
  );

  test.each(['restrictedAes256', 'restrictedRc4'] as const)(
    '%s: opens, so it is not refused',
    async (name) => {
      const { pdf, integrity } = await probe(Buffer.from(QPDF_PDFS[name], 'base64'));
      expect(pdf).toMatchObject({
        lock: 'restricted',
        pages: 1,
        textPages: 1,
        opening: 'Recommendation form',
      });
      expect(integrity).toEqual(WHOLE);
    },
  );

  test('encryption that forbids nothing is no restriction', async () => {
    const { pdf } = await probe(Buffer.from(QPDF_PDFS.encryptedFreely, 'base64'));
    expect(pdf?.lock).toBe('none');
  });
});

test('a faulty font or content prints nothing into the report', async () => {
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const logged = vi.spyOn(console, 'warn').mockReturnValue(undefined);
  const font = '/Font<</F<</Type/Font/Subtype/TrueType/BaseFont/Nope/FontDescriptor 99 0 R>>>>';
  const content = deflateSync(Buffer.from('BT /F 12 Tf (a) Tj /G gs q Q Q Q 1 2 3 nonsense ET'));
  await probe(buildPdf(pagesOf([{ resources: font, stream: stream('/Filter/FlateDecode', content) }])));
  const calls = [written, warned, logged].map((spy) => spy.mock.calls.length);
  vi.restoreAllMocks();
  expect(calls).toEqual([0, 0, 0]);
});
