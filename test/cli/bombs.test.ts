import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, crc32, createDeflate, createDeflateRaw } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { home } from '../run-cli.ts';
import { buildPdf, stream } from '../probe/pdf/build-pdf.ts';
import { CONTENT_TYPES, documentXml, makeDocx, PACKAGE_RELATIONSHIPS } from '../probe/word/make-zip.ts';
import { measureRun } from './measure-run.ts';
import { DATE, openProject, PHOTO, resultsOf, SMALL_FILM, understand } from './project.ts';

const MEGABYTE = 1024 * 1024;

/** `text` repeated to that many bytes, packed; never unpacked here. */
async function pack(deflate: ReturnType<typeof createDeflate>, parts: readonly [Buffer, number][]) {
  const chunks: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => chunks.push(chunk));
  let [size, sum] = [0, 0];
  for (const [part, times] of parts) {
    for (let count = 0; count < times; count++) {
      size += part.length;
      sum = crc32(part, sum);
      if (!deflate.write(part)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
  }
  deflate.end();
  await new Promise((resolve) => deflate.once('end', resolve));
  return { packed: Buffer.concat(chunks), size, sum };
}
const fast = { level: constants.Z_BEST_SPEED } as const;

/** A docx whose text unpacks to that many megabytes; `declared`: what its directory says of that. */
async function docxBomb(megabytes: number, declared?: number): Promise<Buffer> {
  const [head = '', tail = ''] = documentXml('<w:p><w:r><w:t>@</w:t></w:r></w:p>').split('@');
  const { packed, size, sum } = await pack(createDeflateRaw(fast), [
    [Buffer.from(head), 1],
    [Buffer.alloc(MEGABYTE, 'a'), megabytes],
    [Buffer.from(tail), 1],
  ]);
  return withPackedEntry('word/document.xml', { packed, size: declared ?? size, sum });
}

/** A docx without its text, and that entry, packed already, put before its directory. APPNOTE.TXT 4.3 */
function withPackedEntry(name: string, entry: { packed: Buffer; size: number; sum: number }): Buffer {
  const rest = makeDocx('');
  const kept = rest.indexOf('PK\u0003\u0004', rest.indexOf(PACKAGE_RELATIONSHIPS.name) + 1, 'latin1');
  const directoryAt = rest.readUInt32LE(rest.length - 6);
  const directory = rest.subarray(directoryAt, rest.lastIndexOf('PK\u0001\u0002', undefined, 'latin1'));
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(0x0800, 2);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(entry.sum, 10);
  fields.writeUInt32LE(entry.packed.length, 14);
  fields.writeUInt32LE(entry.size, 18);
  fields.writeUInt16LE(name.length, 22);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(kept, 10);
  const central = Buffer.concat([directory, Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'), fields, tail, Buffer.from(name)]);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, Buffer.from(name), entry.packed]);
  const end = Buffer.from(rest.subarray(rest.length - 22));
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(kept + local.length, 16);
  return Buffer.concat([rest.subarray(0, kept), local, central, end]);
}

/** A real photo whose frame header claims another size. ITU-T T.81 B.2.2 */
async function claimedSize(width: number, height: number): Promise<Buffer> {
  const jpeg = await readFile(path.join(home, 'fixtures', PHOTO));
  const at = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, at + 5);
  jpeg.writeUInt16BE(width, at + 7);
  return jpeg;
}

/** A bitmap that is one colour, and claims a square of that side; packed it is small. PNG (Third Edition) 5 */
async function pngBomb(side: number): Promise<Buffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const { packed } = await pack(createDeflate(fast), [[Buffer.alloc(side * 3 + 1), side]]);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), frame.length - 4);
    return frame;
  };
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]';
async function drawingBomb(megabytes: number): Promise<Uint8Array> {
  const { packed } = await pack(createDeflate(fast), [[Buffer.from('0 0 m 9 9 l S '.repeat(74_898)), megabytes]]);
  return buildPdf({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: `${page}/Contents 4 0 R>>`,
    4: stream('/Filter/FlateDecode', packed),
  });
}
const pageLoop = buildPdf({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R 2 0 R 4 0 R]/Count 1000000>>',
  3: '<</Type/Pages/Parent 2 0 R/Kids[2 0 R 3 0 R]/Count 1000000>>',
  4: `${page}>>`,
});
const selfNested = buildPdf({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: `${page}/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>`,
  4: stream('', '/X Do '.repeat(1000)),
  5: stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>', '/X Do '.repeat(1000)),
});

const laughs = [
  'a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]',
  ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`),
  '标题: *a12',
].join('\n');
const nested = `标题: ${'['.repeat(100_000)}`;

/** Beyond it, nobody who waits for a report is served. Seconds; generous, for machines that are busy. */
const LONGEST = 25;
const MOST_MEGABYTES = 500;

describe('a bomb costs its own time, not the machine', () => {
  const S = '战疫故事汇/弹';
  const bombs: readonly (readonly [what: string, file: string, make: () => Promise<Uint8Array>, result: string])[] = [
    ['a photo of 65535 × 65535', `${S}/大.jpg`, () => claimedSize(65_535, 65_535), 'unknown'],
    ['a photo that claims more rows than it has', `${S}/长.jpg`, () => claimedSize(640, 65_535), 'fail'],
    ['a bitmap of 20000 × 20000', `${S}/方.png`, () => pngBomb(20_000), 'unknown'],
    ['a docx that unpacks to 2 GiB', `${S}/大.docx`, () => docxBomb(2048), 'unknown'],
    ['a docx that hides how much it unpacks to', `${S}/瞒.docx`, () => docxBomb(1024, 1000), 'fail'],
    ['a PDF whose pages lead back to themselves', `${S}/圈.pdf`, () => Promise.resolve(pageLoop), 'fail'],
    ['a PDF whose drawing contains itself', `${S}/套.pdf`, () => Promise.resolve(selfNested), 'any'],
    ['a PDF page that unpacks to 1 GiB', `${S}/页.pdf`, () => drawingBomb(1024), 'unknown'],
  ];

  it.each(bombs)('%s', { timeout: 60_000 }, async (_, file, make, result) => {
    const project = await openProject();
    await project.put(`materials/${file}`, await make());
    await project.copy('cases/story-complete/materials', 'materials');
    const run = await measureRun(project, ['check', '--format', 'json', ...DATE]);
    const { report, stderr } = understand(run);
    const [told] = resultsOf(report, 'file.readable', file);
    if (result !== 'any') expect(told).toBe(result);
    expect(['fail', 'unsettled']).toContain(report.verdict);
    expect(resultsOf(report, 'file.readable', '战疫故事汇/逆行者/故事.docx')).toEqual(['pass']);
    expect(stderr).toBe('');
    expect(run.seconds).toBeLessThan(LONGEST);
    expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it.each([
    ['aliases upon aliases', laughs],
    ['brackets upon brackets', nested],
    ['a megabyte of text', `标题: ${'长'.repeat(400_000)}`],
    ['ten thousand keys', Array.from({ length: 10_000 }, (_, n) => `键${n}: 值`).join('\n')],
  ])('作品信息.yaml of %s', async (what, yaml) => {
    const project = await openProject();
    await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
    await project.put('materials/专题微党课/课/作品信息.yaml', yaml);
    const run = await measureRun(project, ['check', '--format', 'json', '--notice', 'moe-2020', ...DATE]);
    const { report } = understand(run);
    const file = '专题微党课/课/作品信息.yaml';
    if (what !== 'ten thousand keys') expect(resultsOf(report, 'item.info', file)).toContain('fail');
    expect(resultsOf(report, 'file.readable', '专题微党课/课/课.mp4')).toEqual(['pass']);
    expect(run.seconds).toBeLessThan(LONGEST);
    expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  });

  it.each([
    ['aliases', laughs],
    ['brackets', nested],
  ])('a notice or config of %s upon %s', async (_, yaml) => {
    const project = await openProject();
    await project.put('own.yaml', yaml);
    await project.put('empty.yaml', '');
    for (const args of [
      ['check', '--config', 'own.yaml'],
      ['check', '--config', 'empty.yaml', '--notice', './own.yaml'],
    ]) {
      const run = await measureRun(project, args);
      expect([run.exit, run.stdout]).toEqual([2, '']);
      expect(run.stderr).not.toMatch(/^ +at /m);
      expect(run.seconds).toBeLessThan(LONGEST);
      expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
    }
  });
});

it('the bombs are live: the docx is a docx, and unpacks to what it says', async () => {
  const project = await openProject();
  await project.put('materials/战疫故事汇/小/小.docx', await docxBomb(1));
  const { report } = await project.check();
  expect(resultsOf(report, 'file.readable', '战疫故事汇/小/小.docx')).toEqual(['pass']);
  expect(CONTENT_TYPES.name).toBe('[Content_Types].xml');
});
