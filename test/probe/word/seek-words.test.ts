import { DeletedTextRun, Document, Footer, Header, Packer, Paragraph, TextRun } from 'docx';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { seekWords } from '../../../src/probe/word/seek-words.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'four-ones-seek-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function seek(bytes: Uint8Array, format: Format, ...words: readonly string[]) {
  const file = path.join(folder, `file.${format}`);
  await writeFile(file, bytes);
  const { hits, cause } = await seekWords(file, format, words, nodeFiles);
  return { places: Object.fromEntries(hits.map(({ word, places }) => [word, places])), cause };
}

describe('a name that would give a work away is found wherever it hides', () => {
  it('in text, header, footer, comment, deleted words and properties of a .docx', async () => {
    const mark = { id: 1, author: '丁某某', date: '2020-01-01T00:00:00Z' };
    const document = new Document({
      creator: '甲某某',
      lastModifiedBy: '乙某某',
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('某某大学')] }) },
          footers: { default: new Footer({ children: [new Paragraph('页脚单位')] }) },
          children: [
            new Paragraph({
              children: [new TextRun('作者：丙'), new TextRun(' 某　某')],
            }),
            new Paragraph({
              children: [new DeletedTextRun({ text: '删去的人', ...mark }), new TextRun('尾')],
            }),
          ],
        },
      ],
    });
    const names = ['甲某某', '乙某某', '丙某某', '丁某某', '某某大学', '页脚单位', '删去的人', '没有的人'];
    expect(await seek(await Packer.toBuffer(document), 'docx', ...names)).toEqual({
      places: {
        甲某某: ['properties'],
        乙某某: ['properties'],
        丙某某: ['text', 'ending'],
        丁某某: ['comments'],
        某某大学: ['margins'],
        页脚单位: ['margins'],
        删去的人: ['text', 'ending'],
      },
      cause: undefined,
    });
  });

  it('in an old .doc', async () => {
    const bytes = await readFile(new URL('data/story.doc', import.meta.url));
    const found = await seek(bytes, 'doc', '甲乙丙', '页眉', '隐藏删除', '无此人');
    expect(found.places).toEqual({
      甲乙丙: ['text', 'ending'],
      页眉: ['margins'],
      隐藏删除: ['text', 'ending'],
    });
  });

  it('in the text and the properties of a PDF', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage();
    page.drawText('by Zhang San', { font: await pdf.embedFont(StandardFonts.Helvetica) });
    pdf.setAuthor('Li Si');
    const found = await seek(await pdf.save(), 'pdf', 'Zhang San', 'Li Si', 'Wang Wu');
    expect(found).toEqual({
      places: { 'Zhang San': ['text', 'ending'], 'Li Si': ['properties'] },
      cause: undefined,
    });
  });

  it('in a text file, and not across lines', async () => {
    const found = await seek(Buffer.from('作者张三\n老张\n三点到'), 'text', '张三', '老张三点');
    expect(found.places).toEqual({ 张三: ['text', 'ending'] });
  });
});

describe('what cannot be looked through is said, never taken for clean', () => {
  it.each(['rtf', 'odt', 'html'] as const)('%s', async (format) => {
    expect((await seek(Buffer.from('x'), format, '甲')).cause).toEqual({ kind: 'no-prober' });
  });
  it('a page that is a picture', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    expect((await seek(await pdf.save(), 'pdf', '甲')).cause).toEqual({ kind: 'no-prober' });
  });
  it('a damaged .docx', async () => {
    expect((await seek(Buffer.from('PK\u0003\u0004'), 'docx', '甲')).cause).toEqual({ kind: 'no-index' });
  });
});
