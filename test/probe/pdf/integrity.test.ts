import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Integrity } from '../../../src/model/facts.ts';
import { probePdf } from '../../../src/probe/pdf/probe-pdf.ts';
import { appendRevision, buildPdf, bytes, HELVETICA, pagesOf, stream } from './build-pdf.ts';
import { memoryFiles } from './memory-files.ts';
import { QPDF_PDFS } from './qpdf-pdfs.ts';

const integrityOf = async (pdf: Uint8Array): Promise<Integrity> =>
  (await probePdf('/x.pdf', memoryFiles(pdf))).integrity;
const kindOf = (found: Integrity): string => (found.state === 'whole' ? 'whole' : found.cause.kind);
const text = 'BT /F 12 Tf 9 700 Td (Form) Tj ET';
const simple = (): Uint8Array => buildPdf(pagesOf([{ content: text, resources: HELVETICA }]));
const noise = (length: number): Uint8Array => {
  let seed = 7;
  return Uint8Array.from({ length }, () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff);
};

async function wholeCuts(pdf: Uint8Array, cuts: Iterable<number>): Promise<readonly number[]> {
  const whole: number[] = [];
  for (const cut of cuts) if ((await integrityOf(pdf.slice(0, cut))).state === 'whole') whole.push(cut);
  return whole;
}
const everyCut = (pdf: Uint8Array): Iterable<number> =>
  Array.from({ length: pdf.length }, (_, cut) => cut).keys();

describe('a file that was cut off', () => {
  test('is found at every byte; without the last line end it is complete', async () => {
    const pdf = simple();
    expect(await wholeCuts(pdf, everyCut(pdf))).toEqual([pdf.length - 1]);
    expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
  });

  test('is found where the index is a stream', async () => {
    const document = await PDFDocument.create();
    document.addPage().drawText('Form');
    const pdf = await document.save();
    expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
    expect(await wholeCuts(pdf, everyCut(pdf))).toEqual([]);
  });

  // Exactly behind an earlier end mark lies an earlier, complete document: nothing tells of the later one.
  test('is found within a later revision', async () => {
    const first = simple();
    const second = appendRevision(first, 50, '<</Note(second)>>');
    const pdf = appendRevision(second, 51, '<</Note(third)>>');
    const ends = [first.length, second.length, pdf.length].flatMap((end) => [end - 1, end]);
    expect(await wholeCuts(pdf, everyCut(pdf))).toEqual(ends.slice(0, -1));
    expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
  });

  test('is found behind the first end mark of a linearized file, with the size it should have', async () => {
    const pdf = Buffer.from(QPDF_PDFS.linearized, 'base64');
    expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
    expect(await wholeCuts(pdf, everyCut(pdf))).toEqual([]);
    const cut = await integrityOf(pdf.subarray(0, -1));
    expect(cut).toMatchObject({ cause: { kind: 'cut-off', declared: pdf.length, actual: pdf.length - 1 } });
  });

  test('is found where it is encrypted', async () => {
    const pdf = Buffer.from(QPDF_PDFS.restrictedAes256, 'base64');
    expect(await wholeCuts(pdf, everyCut(pdf))).toEqual([pdf.length - 1]);
  });

  test('is found where its size was reserved and the rest is zeros', async () => {
    const pdf = buildPdf(
      pagesOf([{ content: text, resources: HELVETICA }], { 1000: stream('', noise(5_000)) }),
    );
    expect(kindOf(await integrityOf(pdf.map((byte, at) => (at > pdf.length / 2 ? 0 : byte))))).toBe(
      'ends-early',
    );
    expect(kindOf(await integrityOf(Uint8Array.from([...pdf, ...new Uint8Array(4_096)])))).toBe('ends-early');
  });
});

describe('a complete file', () => {
  test.each([
    ['a web server’s leftovers', '0\r\n\r\n'],
    ['a mail footer', '\r\n-- \r\n' + 'sent with a virus scanner '.repeat(40)],
    ['padding to a sector', '\0'.repeat(500)],
  ])('may carry %s behind its end', async (_, junk) => {
    expect(await integrityOf(Uint8Array.from([...simple(), ...bytes(junk)]))).toEqual({ state: 'whole' });
  });

  test('may carry something before its header, whichever way offsets are counted', async () => {
    expect(await integrityOf(Uint8Array.from([...bytes('\r\n\r\n'), ...simple()]))).toEqual({
      state: 'whole',
    });
  });

  test('may hold a font that is full of zeros', async () => {
    const pdf = buildPdf(pagesOf([{}], { 1000: stream('/Length1 100000', new Uint8Array(100_000)) }));
    expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
  });

  test('may state the length of a stream wrongly, as some writers do', async () => {
    const wrong = `<</Length 3>>\nstream\n${text}\nendstream`;
    expect(await integrityOf(buildPdf(pagesOf([{ stream: wrong, resources: HELVETICA }])))).toEqual({
      state: 'whole',
    });
  });
});

describe('a damaged file', () => {
  const scan = (data: Uint8Array, filter: string): Uint8Array =>
    buildPdf(
      pagesOf([{ content: 'q 9 0 0 9 0 0 cm /I Do Q', resources: '/XObject<</I 1000 0 R>>' }], {
        1000: stream(`/Type/XObject/Subtype/Image/Width 200/Height 200/Filter/${filter}`, data),
      }),
    );
  const withHole = (pdf: Uint8Array, from: number, length: number): Uint8Array =>
    pdf.map((byte, at) => (at >= from && at < from + length ? 0 : byte));

  test.each(['DCTDecode', 'FlateDecode'])(
    'has a hole in its picture (%s), which no reader reports',
    async (filter) => {
      const data = filter === 'FlateDecode' ? deflateSync(noise(40_000)) : noise(40_000);
      const pdf = scan(data, filter);
      expect(await integrityOf(pdf)).toEqual({ state: 'whole' });
      expect(['hollow', 'corrupt']).toContain(kindOf(await integrityOf(withHole(pdf, 10_000, 8_192))));
    },
  );

  test('has lost objects that its index names', async () => {
    const pdf = simple();
    const at = Buffer.from(pdf).indexOf('10 0 obj');
    expect(kindOf(await integrityOf(withHole(pdf, at, 80)))).toBe('hollow');
    const renamed = Buffer.from(pdf).toString('latin1').replace('10 0 obj', '77 0 obj');
    expect(kindOf(await integrityOf(bytes(renamed)))).toBe('corrupt');
  });

  test('has no index, or one that points nowhere', async () => {
    const pdf = Buffer.from(simple()).toString('latin1');
    expect(kindOf(await integrityOf(bytes(pdf.replace(/startxref\n\d+/, 'startxref\n7'))))).toBe('no-index');
    expect(kindOf(await integrityOf(bytes(pdf.replace(/startxref\n\d+/, 'startxref\n99999999'))))).toBe(
      'no-index',
    );
    expect(kindOf(await integrityOf(bytes(pdf.replace(/xref\n0[^]*$/, '%%EOF'))))).toBe('no-index');
  });

  test('is no PDF at all', async () => {
    expect(kindOf(await integrityOf(bytes('<html>not found</html>')))).toBe('corrupt');
    expect(kindOf(await integrityOf(new Uint8Array()))).toBe('corrupt');
  });

  test('names a page that does not exist', async () => {
    const objects = { ...pagesOf([{}]), 2: '<</Type/Pages/Kids[10 0 R 99 0 R]/Count 2>>' };
    expect(await integrityOf(buildPdf(objects))).toMatchObject({ cause: { kind: 'corrupt' } });
  });

  test('has no page', async () => {
    const empty = buildPdf({ 1: '<</Type/Catalog/Pages 2 0 R>>', 2: '<</Type/Pages/Kids[]/Count 0>>' });
    expect((await integrityOf(empty)).state).toBe('broken');
  });
});
