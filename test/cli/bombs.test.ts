import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { toJsonReport } from '../../src/report/json-report.ts';
import { home } from '../run-cli.ts';
import { buildPdf, stream } from '../probe/pdf/build-pdf.ts';
import { documentXml, makeDocx, PACKAGE_RELATIONSHIPS } from '../probe/word/make-zip.ts';
import { measureRun, type Measured } from './measure-run.ts';
import { DATE, openProject, PHOTO, resultsOf, SMALL_FILM, understand } from './project.ts';
import { realSystem } from './real-system.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** So many copies of one part, packed, without ever having them all: deflate restarts after a full flush. RFC 1951 */
function packCopies(part: Buffer, copies: number): Buffer {
  const one = deflateRawSync(part, { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat(Array.from({ length: copies }, () => one));
}
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** Raw deflate in the frame of zlib, whose checksum is wrong: it stands behind all that is to be unpacked. RFC 1950 */
function zlibFrame(deflated: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x78, 0x01]), deflated, LAST_BLOCK, Buffer.alloc(4)]);
}

/** A docx whose text unpacks to that many bytes and a little; `declared`: what its directory says of that. */
function docxBomb(bytes: number, declared?: number): Buffer {
  const [head = '', tail = ''] = documentXml('<w:p><w:r><w:t>@</w:t></w:r></w:p>').split('@');
  const filling = Buffer.alloc(Math.min(bytes, MEGABYTE), 'a');
  const copies = bytes / filling.length;
  const packed = Buffer.concat([
    packCopies(Buffer.from(head), 1),
    packCopies(filling, copies),
    packCopies(Buffer.from(tail), 1),
    LAST_BLOCK,
  ]);
  const size = head.length + bytes + tail.length;
  // Of gigabytes nobody will have come far enough to compare it.
  const sum = copies > 1 ? 0 : crc32(Buffer.concat([Buffer.from(head), filling, Buffer.from(tail)]));
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
  const central = Buffer.concat([
    directory,
    Buffer.from('PK\u0001\u0002\u0014\0', 'latin1'),
    fields,
    tail,
    Buffer.from(name),
  ]);
  const local = Buffer.concat([
    Buffer.from('PK\u0003\u0004', 'latin1'),
    fields,
    Buffer.from(name),
    entry.packed,
  ]);
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

/** A bitmap that is one colour, and has a square of that side. PNG (Third Edition) 5 */
function pngBomb(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = zlibFrame(packCopies(Buffer.alloc((side * 3 + 1) * 10), side / 10));
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(body.length + 8);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc32(body), frame.length - 4);
    return frame;
  };
  const magic = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]';
function drawingBomb(megabytes: number): Uint8Array {
  const part = Buffer.from('0 0 m 9 9 l S '.repeat(74_898));
  return buildPdf({
    1: '<</Type/Catalog/Pages 2 0 R>>',
    2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    3: `${page}/Contents 4 0 R>>`,
    4: stream('/Filter/FlateDecode', zlibFrame(packCopies(part, megabytes))),
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
  5: stream(
    '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>',
    '/X Do '.repeat(1000),
  ),
});

const laughs = [
  'a0: &a0 [哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈, 哈]',
  ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`),
  '标题: *a12',
].join('\n');
const deep = `标题: ${'['.repeat(4000)}`;
const deeper = `标题: ${'['.repeat(200_000)}`;
const manyKeys = Array.from({ length: 28_000 }, (_, n) => `k${n}:`).join('\n');

/** Beyond it, nobody who waits for a report is served. Seconds; generous, for machines that are busy. */
const LONGEST = 20;
const MOST_MEGABYTES = 500;

function expectModest(run: Measured): void {
  expect(run.seconds).toBeLessThan(LONGEST);
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
}

describe('a bomb costs its own time, not the machine', () => {
  const S = '战疫故事汇/弹';
  const bombs: readonly (readonly [
    what: string,
    file: string,
    make: () => Promise<Uint8Array> | Uint8Array,
    result: string,
  ])[] = [
    ['a photo of 65535 × 65535', `${S}/大.jpg`, () => claimedSize(65_535, 65_535), 'unknown'],
    ['a photo that claims more rows than it has', `${S}/长.jpg`, () => claimedSize(640, 65_535), 'fail'],
    ['a bitmap of 20000 × 20000', `${S}/方.png`, () => pngBomb(20_000), 'unknown'],
    ['a docx that unpacks to 3 GiB', `${S}/大.docx`, () => docxBomb(3072 * MEGABYTE), 'unknown'],
    [
      'a docx that hides how much it unpacks to',
      `${S}/瞒.docx`,
      () => docxBomb(3072 * MEGABYTE, 1000),
      'fail',
    ],
    ['a PDF whose pages lead back to themselves', `${S}/圈.pdf`, () => pageLoop, 'fail'],
    ['a PDF page that unpacks to 2 GiB', `${S}/页.pdf`, () => drawingBomb(2048), 'unknown'],
  ];

  it.each(bombs)('%s', async (_, file, make, result) => {
    const project = await openProject();
    await project.put(`materials/${file}`, await make());
    await project.copy('cases/story-complete/materials', 'materials');
    const run = await measureRun(project, ['check', '--format', 'json', ...DATE]);
    const { report, stderr } = understand(run);
    expect(resultsOf(report, 'file.readable', file)).toEqual([result]);
    expect(resultsOf(report, 'file.readable', '战疫故事汇/逆行者/故事.docx')).toEqual(['pass']);
    expect(stderr).toBe('');
    expectModest(run);
  });

  it('a PDF whose drawing contains itself is stopped when its time is over', async () => {
    const project = await openProject();
    await project.put('materials/战疫故事汇/套/套.pdf', selfNested);
    await project.copy('cases/story-complete/materials', 'materials');
    const real = realSystem();
    const system = { ...real, environment: { ...real.environment, workingFolder: project.folder } };
    const judgement = await check({ date: '2020-07-10', limits: { pdf: 2 } }, system);
    const { checks } = toJsonReport(judgement, 'zh');
    const readable = checks
      .filter(({ code }) => code === 'file.readable')
      .map(({ path: file, result }) => [file, result]);
    expect(readable).toContainEqual(['战疫故事汇/套/套.pdf', 'unknown']);
    expect(readable.filter(([, result]) => result === 'pass')).toHaveLength(4);
  });

  it.each([
    ['aliases upon aliases', laughs],
    ['brackets within brackets', deep],
    ['very many brackets', deeper],
    ['a megabyte of text', `标题: ${'长'.repeat(400_000)}`],
    ['keys without number', manyKeys],
  ])('作品信息.yaml: %s', async (_, yaml) => {
    const project = await openProject();
    await project.copy(SMALL_FILM, 'materials/专题微党课/课/课.mp4');
    await project.put('materials/专题微党课/课/作品信息.yaml', yaml);
    const run = await measureRun(project, ['check', '--format', 'json', '--notice', 'moe-2020', ...DATE]);
    const { report } = understand(run);
    expect(resultsOf(report, 'item.info', '专题微党课/课/作品信息.yaml')).toContain('fail');
    expect(resultsOf(report, 'file.readable', '专题微党课/课/课.mp4')).toEqual(['pass']);
    expectModest(run);
  });

  it.each([
    ['aliases upon aliases', laughs],
    ['brackets within brackets', deep],
    ['very many brackets', deeper],
    ['keys without number', Array.from({ length: 4 }, () => manyKeys).join('\n')],
    ['a hundred unknown keys', Array.from({ length: 100 }, (_, n) => `k${n}: 1`).join('\n')],
  ])('a notice or a config: %s', async (_, yaml) => {
    const project = await openProject();
    await project.put('own.yaml', yaml);
    await project.put('empty.yaml', '');
    const ways = [
      ['check', '--config', 'own.yaml'],
      ['check', '--config', 'empty.yaml', '--notice', './own.yaml'],
    ];
    for (const run of await Promise.all(ways.map((args) => measureRun(project, args)))) {
      expect([run.exit, run.stdout]).toEqual([2, '']);
      expect(run.stderr).not.toMatch(/^ +at |call stack/m);
      expect(run.stderr.length).toBeLessThan(500);
      expectModest(run);
    }
  });
});

it('the bombs are live: a small one unpacks to what it says', async () => {
  const project = await openProject();
  await project.put('materials/战疫故事汇/小/小.docx', docxBomb(64 * KILOBYTE));
  const { report } = await project.check();
  expect(resultsOf(report, 'file.readable', '战疫故事汇/小/小.docx')).toEqual(['pass']);
});
