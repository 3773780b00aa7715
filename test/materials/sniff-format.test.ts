import { truncate } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { Document, Packer, Paragraph } from 'docx';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/format.ts';
import { makeOle } from './make-ole.ts';
import { makePackage, makeZip } from './make-zip.ts';
import { sniffer } from './sniffer.ts';

const { sniff, sniffPath, put } = sniffer();

function box(type: string, payload: string | Buffer = ''): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + Buffer.byteLength(payload));
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, Buffer.from(payload)]);
}
const ftyp = (brands: string) => box('ftyp', brands.slice(0, 4) + '\0\0\x02\0' + brands.slice(4));
const xml = '<?xml version="1.0" encoding="UTF-8"?>\n';
const OOXML = 'application/vnd.openxmlformats-officedocument.';
const handler = (type: string) => box('trak', box('mdia', box('hdlr', `\0\0\0\0\0\0\0\0${type}`)));

describe('a renamed film or picture is called by what its bytes are', () => {
  const cases: readonly [string, Buffer, Format][] = [
    ['mp4 of the general brand', ftyp('isomisomavc1'), 'mp4'],
    ['a .mov renamed .mp4', ftyp('qt  qt  '), 'mov'],
    ['a film from before ftyp', Buffer.concat([box('wide'), box('mdat', 'xx'), box('moov')]), 'mov'],
    ['padding before ftyp', Buffer.concat([box('free', 'pad'), ftyp('isom')]), 'mp4'],
    ['a saved stream fragment', box('styp', 'msdh'), 'mp4'],
    ['a half-copied film with its data in front', box('mdat').fill(0xf0, 0, 1), 'mov'],
    ['M4V', ftyp('M4V '), 'm4v'],
    ['M4A', ftyp('M4A '), 'm4a'],
    ['3GP', ftyp('3gp4'), '3gp'],
    ['HEIC', ftyp('heic'), 'heic'],
    ['HEIC by the general brand', ftyp('mif1heic'), 'heic'],
    ['AVIF by the general brand', ftyp('mif1avif'), 'avif'],
    ['camera raw in boxes', ftyp('crx '), 'raw'],
    ['FLV', Buffer.from('FLV\x01\x05\0\0\0\x09'), 'flv'],
    ['RealMedia', Buffer.from('.RMF\0\0\0\x12'), 'rmvb'],
    ['AMR', Buffer.from('#!AMR\n'), 'amr'],
    ['MPEG program stream', Buffer.from([0, 0, 1, 0xba, 0x44, 0, 4]), 'mpg'],
    ['M2TS', Buffer.concat(Array.from({ length: 4 }, () => Buffer.alloc(192).fill(0x47, 4, 5))), 'ts'],
    ['Theora film in Ogg', Buffer.from('OggS\0\x02......\x80theora', 'latin1'), 'unknown'],
    ['half a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'jpg'],
    ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(12), Buffer.from([40, 0, 0, 0])]), 'bmp'],
    ['Photoshop', Buffer.from('8BPS\0\x01'), 'psd'],
    ['nothing but zeros', Buffer.alloc(70_000), 'unknown'],
  ];
  test.each(cases)('%s', async (_, bytes, format) => {
    expect(await sniff(bytes, '课.mp4')).toBe(format);
  });

  test('a voice memo under a general brand is sound, a film of the same brand is not', async () => {
    const memo = Buffer.concat([ftyp('mp42isom'), box('mdat', 'x'), box('moov', handler('soun'))]);
    const film = Buffer.concat([
      ftyp('mp42isom'),
      box('moov', Buffer.concat([handler('soun'), handler('vide')])),
    ]);
    expect(await sniff(memo, '录音.m4a')).toBe('m4a');
    expect(await sniff(film, '录音.m4a')).toBe('mp4');
  });

  test('what sharp encodes is recognised under any name', async () => {
    const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } });
    for (const [format, bytes] of [
      ['jpg', await image.jpeg().toBuffer()],
      ['png', await image.png().toBuffer()],
      ['webp', await image.webp().toBuffer()],
      ['gif', await image.gif().toBuffer()],
      ['tiff', await image.tiff().toBuffer()],
      ['avif', await image.avif().toBuffer()],
    ] as const) {
      expect(await sniff(bytes, '合影.jpg')).toBe(format);
    }
  });
});

describe('a document is called by what it is inside', () => {
  const cases: readonly [string, string, string | Buffer, Format][] = [
    [
      'Word template',
      'a.docx',
      makePackage('word/document.xml', `${OOXML}wordprocessingml.template.main+xml`),
      'dotx',
    ],
    [
      'Word with macros',
      'a.docx',
      makePackage('word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'),
      'docm',
    ],
    [
      'slides under a Word name',
      'a.docx',
      makePackage('ppt/presentation.xml', `${OOXML}presentationml.presentation.main+xml`),
      'pptx',
    ],
    [
      'slide show',
      'a.ppsx',
      makePackage('ppt/presentation.xml', `${OOXML}presentationml.slideshow.main+xml`),
      'pptx',
    ],
    ['a sheet', 'a.xlsx', makePackage('xl/workbook.xml', `${OOXML}spreadsheetml.sheet.main+xml`), 'xlsx'],
    ['a renamed zip', 'a.docx', makeZip({ '照片/1.jpg': 'x' }), 'zip'],
    ['an empty zip', 'a.zip', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)]), 'zip'],
    ['OpenDocument', 'a.odt', makeZip({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'odt'],
    ['OFD, which no one can unpack usefully', 'a.ofd', makeZip({ 'OFD.xml': '<x/>' }), 'unknown'],
    [
      'half a docx',
      '故事.docx',
      makeZip({ '[Content_Types].xml': '<x/>', 'word/a.xml': '' }).subarray(0, 90),
      'docx',
    ],
    [
      'half a docx of another order',
      '故事.docx',
      makeZip({ 'word/document.xml': '<x/>' }).subarray(0, 60),
      'docx',
    ],
    ['half a zip that calls itself docx', '故事.docx', makeZip({ '照片/1.jpg': 'x' }).subarray(0, 50), 'zip'],
    ['old Word', 'a.doc', makeOle(['1Table', 'WordDocument']), 'doc'],
    ['old Word with a sheet embedded', 'a.doc', makeOle(['WordDocument'], ['Workbook']), 'doc'],
    ['old Word with much in it', 'a.doc', makeOle(['a', 'b', 'c', 'd', 'e', 'WordDocument']), 'doc'],
    ['WPS text', 'a.wps', makeOle(['WordDocument']), 'wps'],
    ['Microsoft Works', 'a.doc', makeOle(['MatOST', 'CONTENTS']), 'wps'],
    ['old slides', 'a.doc', makeOle(['PowerPoint Document']), 'ppt'],
    ['old sheet', 'a.doc', makeOle(['Workbook']), 'xls'],
    [
      'password-protected Office',
      'a.docx',
      makeOle(['EncryptionInfo', 'EncryptedPackage']),
      'encrypted-office',
    ],
    ['some other compound file', 'a.doc', makeOle(['VisioDocument']), 'unknown'],
    ['half an old Word file', '故事.doc', makeOle(['WordDocument']).subarray(0, 1000), 'doc'],
    ['half a WPS file', '故事.wps', makeOle(['WordDocument']).subarray(0, 1000), 'wps'],
    ['RTF', 'a.doc', '{\\rtf1\\ansi}', 'rtf'],
    [
      'Word 2003 XML',
      'a.doc',
      `${xml}<?mso-application progid="Word.Document"?>\n<w:wordDocument/>`,
      'word2003xml',
    ],
    [
      'Word 2003 XML without its mark',
      'a.xml',
      `${xml}<!-- x --><w:wordDocument xmlns:w="x">`,
      'word2003xml',
    ],
    ['a web page saved as Word', 'a.doc', '\r\n<html xmlns:o="x"><head>', 'html'],
    ['HTML 5', 'a.htm', '<!DOCTYPE html><title>x', 'html'],
    ['a web page in one file', 'a.doc', 'MIME-Version: 1.0\r\nContent-Type: multipart/related; x', 'html'],
    ['other XML', 'a.xml', `${xml}<data/>`, 'xml'],
    ['PDF with something in front', 'a.pdf', `${'\n'.repeat(1000)}%PDF-1.4\n`, 'pdf'],
    ['a text that speaks of PDF far inside', 'a.txt', `${'说明 '.repeat(400)}%PDF-`, 'text'],
  ];
  test.each(cases)('%s', async (_, name, bytes, format) => {
    expect(await sniff(bytes, name)).toBe(format);
  });

  test('real Word and PDF files, whole and cut in half', async () => {
    const paragraphs = Array.from({ length: 50 }, (_, i) => new Paragraph(`第 ${i} 段`));
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: paragraphs }] }));
    const pdf = await PDFDocument.create();
    pdf.addPage();
    expect(await sniff(docx, '课.mp4')).toBe('docx');
    expect(await sniff(docx.subarray(0, docx.length / 2), '故事.docx')).toBe('docx');
    expect(await sniff(await pdf.save(), '课.mp4')).toBe('pdf');
  });

  test('a damaged compound file whose directory runs in a ring ends', async () => {
    const ring = makeOle(['WordDocument', 'x']);
    ring.writeUInt32LE(2, 512 + 8);
    ring.writeUInt32LE(0, 512 * 3 + 128 + 72);
    expect(await sniff(ring, 'a.doc')).toBe('doc');
  });
});

describe('what must not be opened is called by its name', () => {
  const lnk = Buffer.from('4c0000000114020000000000c000000000000046', 'hex');
  const cases: readonly [string, Buffer, Format][] = [
    ['Windows shortcut', lnk, 'shortcut'],
    ['Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)]), 'executable'],
    ['Linux program', Buffer.from('\x7fELF\x02', 'latin1'), 'executable'],
    ['RAR', Buffer.from('Rar!\x1a\x07\x01\0'), 'rar'],
    ['7z', Buffer.from('377abcaf271c', 'hex'), '7z'],
    ['gzip', gzipSync('x'), 'gz'],
  ];
  test.each(cases)('%s', async (_, bytes, format) => {
    expect(await sniff(bytes, '课.mp4')).toBe(format);
  });
});

test('a 3 GiB film costs no more than its head', async () => {
  const path = await put('large/课.mp4', Buffer.concat([ftyp('isom'), box('free')]));
  await truncate(path, 3 * 1024 ** 3);
  expect(await sniffPath(path, '课.mp4')).toBe('mp4');
});
