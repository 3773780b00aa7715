import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { probePdf, type PdfProbe } from '../../../src/probe/pdf/probe-pdf.ts';
import { FileError } from '../../../src/system/system.ts';
import { buildPdf, bytes, pagesOf, stream } from './build-pdf.ts';
import { memoryFiles } from './memory-files.ts';

const probe = async (pdf: Uint8Array): Promise<PdfProbe> => probePdf('/x.pdf', memoryFiles(pdf));
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const TOO_LARGE = { state: 'unknown', cause: { kind: 'too-large', what: 'unpacked' } };
const bomb = (bytesInside: number): Uint8Array => deflateSync(Buffer.alloc(bytesInside, ' '), { level: 9 });

describe('a page tree that never ends', () => {
  test('because it holds itself', async () => {
    const loop = buildPdf({ 1: CATALOG, 2: '<</Type/Pages/Kids[2 0 R]/Count 1>>' });
    expect((await probe(loop)).integrity.state).toBe('broken');
  });

  test('because a branch leads back to the trunk, twice', async () => {
    const loop = buildPdf({
      1: CATALOG,
      2: '<</Type/Pages/Kids[3 0 R]/Count 2000000000>>',
      3: '<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 2000000000>>',
    });
    expect((await probe(loop)).integrity.state).toBe('broken');
  });

  test('because it boasts a thousand million pages', async () => {
    const objects = { ...pagesOf([{}]), 2: '<</Type/Pages/Kids[10 0 R]/Count 1000000000>>' };
    expect((await probe(buildPdf(objects))).pdf?.pages).toBe(1);
  });

  test('a negative number of pages is no pass', async () => {
    const objects = { ...pagesOf([{}]), 2: '<</Type/Pages/Kids[10 0 R]/Count -1>>' };
    expect((await probe(buildPdf(objects))).integrity.state).toBe('broken');
  });
});

describe('a bomb', () => {
  test('in the text of a page is not unpacked', async () => {
    const content = stream('/Filter/FlateDecode', bomb(80 * 1024 * 1024));
    expect(await probe(buildPdf(pagesOf([{ stream: content }])))).toMatchObject({ integrity: TOO_LARGE });
  });

  test('packed twice is not unpacked', async () => {
    const twice = deflateSync(noise(500_000));
    const content = stream('/Filter[/FlateDecode/FlateDecode]', twice);
    expect(await probe(buildPdf(pagesOf([{ stream: content }])))).toMatchObject({ integrity: TOO_LARGE });
  });

  test('as a picture is never held in memory', async () => {
    const picture =
      '/Type/XObject/Subtype/Image/Width 16000/Height 16000/ColorSpace/DeviceGray/BitsPerComponent 8';
    const objects = pagesOf([{ content: 'q 9 0 0 9 0 0 cm /I Do Q', resources: '/XObject<</I 1000 0 R>>' }], {
      1000: stream(`${picture}/Filter/FlateDecode`, bomb(256_000_000)),
    });
    const before = process.memoryUsage().rss;
    const { pdf, integrity } = await probe(buildPdf(objects));
    expect(integrity).toEqual({ state: 'whole' });
    expect(pdf).toMatchObject({ imagePages: 1 });
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });
});

describe('an index that lies', () => {
  const text = Buffer.from(buildPdf(pagesOf([{}]))).toString('latin1');

  test.each([
    ['leads back to itself', text.replace(/\/Root/, `/Prev ${text.lastIndexOf('xref\n0')}/Root`)],
    ['claims a thousand million objects', text.replace(/xref\n0 \d+/, 'xref\n0 999999999')],
    ['claims nothing', text.replace(/xref\n0 \d+/, 'xref\n0 0')],
  ])('%s: is judged at once', async (_, pdf) => {
    const { integrity } = await probe(bytes(pdf));
    expect(['whole', 'broken', 'unknown']).toContain(integrity.state);
  });

  test('brackets nested a hundred thousand deep overflow nothing', async () => {
    const deep = '['.repeat(100_000);
    expect((await probe(buildPdf({ ...pagesOf([{}]), 1000: deep }))).integrity.state).toBe('broken');
  });
});

test('a file of more than 512 MiB is not read', async () => {
  const files = memoryFiles(new Uint8Array());
  const huge = {
    ...files,
    open: async () => ({ ...(await files.open('/x.pdf')), bytes: 600 * 1024 * 1024 }),
  };
  const { integrity } = await probePdf('/x.pdf', huge);
  expect(integrity).toMatchObject({ state: 'unknown', cause: { kind: 'too-large', what: 'file' } });
});

test('a file that another program locks is unknown, not broken', async () => {
  const files = memoryFiles(new Uint8Array());
  const busy = { ...files, open: () => Promise.reject(new FileError('busy', '/x.pdf')) };
  const { integrity } = await probePdf('/x.pdf', busy);
  expect(integrity).toEqual({ state: 'unknown', cause: { kind: 'unreadable', detail: 'busy' } });
});

function noise(length: number): Uint8Array {
  let seed = 7;
  return Uint8Array.from({ length }, () => (seed = (seed * 16_807) % 2_147_483_647) & 0xff);
}
