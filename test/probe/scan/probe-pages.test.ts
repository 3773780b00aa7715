import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument, degrees } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesToLookAt, probePages } from '../../../src/probe/scan/probe-pages.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';
import { bodyText, photograph, randomFrom, seal } from './make-page.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'four-ones-pages-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const random = randomFrom(11);
const stamp = { x: 140, y: 215, diameter: 42, color: '#c8161d', opacity: 0.85 };
const scanned = { noise: 4 } as const;

async function put(name: string, bytes: Uint8Array): Promise<string> {
  await writeFile(path.join(folder, name), bytes);
  return path.join(folder, name);
}

async function pdfOf(jpegs: readonly Buffer[], turn = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const jpeg of jpegs) {
    const picture = await document.embedJpg(jpeg);
    const upright = picture.height >= picture.width;
    const page = document.addPage(upright ? [595, 842] : [842, 595]);
    page.setRotation(degrees(turn));
    page.drawImage(picture, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  }
  return document.save();
}

describe('the pages of a scan are seen for what they are', () => {
  it('sealed, written on, blank, sideways', { timeout: 60_000 }, async () => {
    const file = await put(
      'scan.pdf',
      await pdfOf([
        await photograph(random, bodyText(random), scanned),
        await photograph(random, bodyText(random, 60, 190) + seal(random, stamp), scanned),
        await photograph(random, '', scanned),
        await photograph(random, bodyText(random, 30, 280), { ...scanned, turned: 1 }),
      ]),
    );
    const { facts, pictures } = await probePages(file, 'pdf', nodeFiles);
    expect(facts.pages).toBe(4);
    expect(facts.cause).toBeUndefined();
    expect(facts.looked.map((page) => [page.seal.state, page.blank, page.sideways])).toEqual([
      ['absent', false, false],
      ['present', false, false],
      ['absent', true, false],
      ['absent', false, true],
    ]);
    expect(pictures.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
    expect(pictures.every(({ jpeg, width }) => jpeg[0] === 0xff && width <= 320)).toBe(true);
  });

  it('a page turned by the file itself is looked at as it is shown', { timeout: 60_000 }, async () => {
    const sealed = await photograph(random, bodyText(random, 60, 190) + seal(random, stamp), { turned: 3 });
    const { facts } = await probePages(await put('turned.pdf', await pdfOf([sealed], 90)), 'pdf', nodeFiles);
    expect(facts.looked.map((page) => [page.seal.state, page.sideways])).toEqual([['present', false]]);
  });

  it('a JPG from a scanner is one page', { timeout: 60_000 }, async () => {
    const jpeg = await photograph(random, bodyText(random, 60, 190) + seal(random, stamp), scanned);
    const { facts } = await probePages(await put('scan.jpg', jpeg), 'jpg', nodeFiles);
    expect(facts).toMatchObject({ pages: 1, looked: [{ page: 1, seal: { state: 'present' } }] });
  });
});

describe('what cannot be looked at is never said to bear no seal', () => {
  it.each([
    ['pdf', '%PDF-1.4 and then nothing'],
    ['jpg', 'no picture'],
  ] as const)('a broken %s', async (format, text) => {
    const { facts } = await probePages(await put(`broken.${format}`, Buffer.from(text)), format, nodeFiles);
    expect(facts.looked).toEqual([]);
    expect(facts.cause?.kind).toBe('crashed');
  });

  it('a file that is gone', async () => {
    const { facts } = await probePages(path.join(folder, 'gone.pdf'), 'pdf', nodeFiles);
    expect(facts.cause).toEqual({ kind: 'unreadable', detail: 'missing' });
  });

  it('of a long document the first and the last pages are looked at', () => {
    const looked = pagesToLookAt(100);
    expect(looked).toHaveLength(24);
    expect([looked[0], looked[15], looked[16], looked[23]]).toEqual([1, 16, 93, 100]);
    expect(pagesToLookAt(3)).toEqual([1, 2, 3]);
  });
});
