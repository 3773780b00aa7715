import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/model/format.ts';
import { makeZip } from './make-zip.ts';
import { sniffer } from './sniffer.ts';

const { sniff } = sniffer();

const pdf = (inside: string) => `%PDF-1.6\n1 0 obj<</Type/Catalog>>endobj\n${inside}\ntrailer<<>>\n%%EOF`;
const PRIVATE = '<</PieceInfo<</Illustrator 5 0 R>>>>\n5 0 obj<</Private<</AIPrivateData1 7 0 R>>>>endobj';
const eps = (creator: string) =>
  `%!PS-Adobe-3.0 EPSF-3.0\r%%Creator: ${creator}\r%%BoundingBox: 0 0 9 9\r%%EndComments\r`;

describe('a source file is sent under the name its author gave it', () => {
  const cases: readonly [string, string, string | Buffer, Format][] = [
    ['an Illustrator file', '海报.ai', pdf(PRIVATE), 'ai'],
    ['one without its own data', '海报.ai', pdf('<</Creator(Adobe Illustrator 26.0)>>'), 'ai'],
    ['one whose mark stands far inside', '海报.ai', pdf(`${'x'.repeat(3_000_000)}${PRIVATE}`), 'ai'],
    [
      'one whose mark lies across two reads',
      '海报.ai',
      `${'%PDF-1.6'.padEnd(1024 * 1024 - 5)}/AIPrivateData1 7 0 R`,
      'ai',
    ],
    ['an Illustrator template', '海报.AIT', pdf(PRIVATE), 'ai'],
    ['a PDF that Illustrator saved as PDF', '海报.pdf', pdf(PRIVATE), 'pdf'],
    ['a PDF renamed .ai', '海报.ai', pdf(''), 'pdf'],
    ['Illustrator 8', '海报.ai', eps('Adobe Illustrator(R) 8.0'), 'ai'],
    ['an EPS that Illustrator exported', '标志.eps', eps('Adobe Illustrator(R) 26.0'), 'eps'],
    ['another program’s EPS', '标志.eps', eps('CorelDRAW'), 'eps'],
    ['another program’s EPS called .ai', '标志.ai', eps('CorelDRAW'), 'eps'],
    ['PostScript for a printer', '标志.eps', '%!PS-Adobe-3.0\n%%Creator: x\n', 'unknown'],
    ['EPS with a preview', '标志.eps', Buffer.from('c5d0d3c61e000000', 'hex'), 'eps'],
    ['CorelDRAW up to X3', '标志.cdr', Buffer.from('RIFF\x10\0\0\0CDRDvrsn'), 'cdr'],
    ['CorelDRAW 8 for right-to-left scripts', '标志.cdr', Buffer.from('RIFF\x10\0\0\0cdr8vrsn'), 'cdr'],
    [
      'CorelDRAW X4',
      '标志.cdr',
      makeZip({ 'content/riffData.cdr': 'RIFF', 'metadata/metadata.xml': '<x/>' }),
      'cdr',
    ],
    [
      'CorelDRAW X7',
      '标志.cdr',
      makeZip({ mimetype: 'application/x-vnd.corel.zcf.draw.document+zip', 'content/root.dat': 'RIFF' }),
      'cdr',
    ],
    ['SVG', '标志.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'svg'],
    [
      'SVG of Illustrator, with entities',
      '标志.svg',
      '<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x" [\n<!ENTITY a "b">\n]>\n<svg:svg >',
      'svg',
    ],
    ['a web page with SVG in it', 'a.html', '<!DOCTYPE html><p><svg></svg>', 'html'],
  ];
  test.each(cases)('%s', async (_, name, bytes, format) => {
    expect(await sniff(bytes, name)).toBe(format);
  });

  test('a real PDF called .ai is not taken for Illustrator’s', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    expect(await sniff(await document.save(), '海报.ai')).toBe('pdf');
  });
});

/** Little or big endian TIFF of one directory, whose SubIFDs entry leads to a second one. */
function tiff(first: readonly Entry[], second: readonly Entry[] = [], little = true): Buffer {
  const sub: Entry = [330, 4, 8 + directoryBytes(first.length + 1)];
  const entries = second.length > 0 ? [...first, sub] : first;
  const header = Buffer.alloc(8);
  header.write(little ? 'II*\0' : 'MM\0*', 'latin1');
  if (little) header.writeUInt32LE(8, 4);
  else header.writeUInt32BE(8, 4);
  return Buffer.concat([header, directory(entries, little), directory(second, little)]);
}
type Entry = readonly [tag: number, type: number, value: number];
const directoryBytes = (count: number) => 2 + 12 * count + 4;

function directory(entries: readonly Entry[], little: boolean): Buffer {
  const bytes = Buffer.alloc(directoryBytes(entries.length));
  const u16 = (value: number, at: number) =>
    little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  u16(entries.length, 0);
  for (const [i, [tag, type, value]] of entries.entries()) {
    const at = 2 + 12 * i;
    u16(tag, at);
    u16(type, at + 2);
    u32(1, at + 4);
    if (type === 3) u16(value, at + 8);
    else u32(value, at + 8);
  }
  return bytes;
}

describe('what the camera’s sensor took is not measured by the thumbnail in it', () => {
  const thumbnail: Entry = [254, 4, 1];
  const cases: readonly [string, string, string | Buffer, Format][] = [
    ['Canon CR2', 'a.tif', Buffer.from('II*\0\x10\0\0\0CR\x02\0', 'latin1'), 'raw'],
    ['DNG', 'a.tif', tiff([thumbnail, [50706, 1, 0x401]]), 'raw'],
    ['Nikon NEF', 'a.tif', tiff([thumbnail], [[262, 3, 32803]], false), 'raw'],
    ['Sony ARW', 'a.tif', tiff([thumbnail], [[262, 3, 32803]]), 'raw'],
    ['a camera’s TIFF that does not show it', 'a.3fr', tiff([thumbnail]), 'raw'],
    ['Fujifilm RAF', 'a.raf', 'FUJIFILMCCD-RAW 0201', 'raw'],
    ['Panasonic RW2', 'a.rw2', Buffer.from('IIU\0\x18\0\0\0', 'latin1'), 'raw'],
    ['Olympus ORF', 'a.orf', 'IIRO\x08\0\0\0', 'raw'],
    ['an ordinary TIFF', 'a.tif', tiff([[262, 3, 2]]), 'tiff'],
    ['a JPEG under a camera’s extension', 'a.nef', Buffer.from('ffd8ffe00010', 'hex'), 'jpg'],
  ];
  test.each(cases)('%s', async (_, name, bytes, format) => {
    expect(await sniff(bytes, name)).toBe(format);
  });

  test('a TIFF whose directories run in a ring or out of the file ends', async () => {
    const ring = tiff([[330, 4, 8]]);
    expect(await sniff(ring, 'a.tif')).toBe('tiff');
    const beyond = tiff([[330, 4, 0xffff_fff0]]);
    beyond.writeUInt32LE(0xffff_ffff, 14);
    expect(await sniff(beyond, 'a.tif')).toBe('tiff');
    expect(await sniff(ring.subarray(0, 12), 'a.tif')).toBe('tiff');
  });

  test('a scanned TIFF of sharp’s stays one', async () => {
    const page = sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } });
    expect(await sniff(await page.tiff().toBuffer(), '推荐表.tif')).toBe('tiff');
  });
});
