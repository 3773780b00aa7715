import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import { deckOf, NARROW } from '../../../fixtures/make/deck.mjs';
import { home } from '../../run-cli.ts';
import { makeOle } from '../../materials/make-ole.ts';
import { buildPdf, HELVETICA, pagesOf, stream } from '../../probe/pdf/build-pdf.ts';
import { QPDF_PDFS } from '../../probe/pdf/qpdf-pdfs.ts';
import { drawPicture, makeBmp, makeHeic, makePsd, withSecondPicture } from '../../probe/photo/make-images.ts';
import { bookOf } from '../../forms/build-sheet.ts';
import { makeXls, record } from '../../probe/sheet/make-xls.ts';
import { makePpt } from '../../probe/slides/make-ppt.ts';
import { makeDocx, makeZip, pngHead } from '../../probe/word/make-zip.ts';
import { c, formOf, p, span, table, underlined } from '../../forms/build-form.ts';
import type { Target } from './targets.ts';

/** Small real files of every format that the program reads, at least two of each, so that they can be spliced. */
export const SEEDS: Readonly<Record<Target, () => Promise<readonly Buffer[]>>> = {
  mp4: () =>
    films(
      ['-movflags', '+faststart', 'a.mp4'],
      ['b.mp4'],
      ['-movflags', '+frag_keyframe+empty_moov', 'c.mp4'],
      ['-movflags', '+dash+frag_keyframe+empty_moov+global_sidx', 'd.mp4'],
    ),
  mov: () => films(['a.mov'], ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le', 'b.mov']),
  mkv: () => films(['a.mkv'], ['-c:v', 'mpeg4', '-c:a', 'mp3', 'b.mkv']),
  webm: () =>
    films(
      ['-c:v', 'libvpx', '-c:a', 'libvorbis', 'a.webm'],
      ['-live', '1', '-c:v', 'libvpx', '-c:a', 'libvorbis', 'b.webm'],
    ),
  avi: () =>
    films(['-c:v', 'mpeg4', '-c:a', 'mp3', 'a.avi'], ['-c:v', 'mjpeg', '-c:a', 'pcm_s16le', 'b.avi']),
  flv: () => films(['a.flv'], ['-flvflags', 'no_duration_filesize', 'b.flv']),
  wmv: () => films(['-c:v', 'wmv2', '-c:a', 'wmav2', 'a.wmv'], ['-c:v', 'msmpeg4', '-c:a', 'wmav1', 'b.wmv']),
  ts: () => films(['a.ts'], ['-c:v', 'mpeg2video', '-c:a', 'mp2', 'b.ts']),
  mpg: async () => {
    const [a = Buffer.alloc(0), b = a] = await films(
      ['-c:v', 'mpeg2video', '-c:a', 'mp2', 'a.mpg'],
      ['-c:v', 'mpeg1video', '-c:a', 'mp2', 'b.mpg'],
    );
    // The end code, which not every encoder writes.
    return [Buffer.concat([a, Buffer.from([0, 0, 1, 0xb9])]), b];
  },
  mp3: () => sounds(['a.mp3'], ['-write_xing', '0', 'b.mp3']),
  wav: () => sounds(['a.wav'], ['-c:a', 'pcm_u8', 'b.wav']),
  m4a: () => sounds(['-c:a', 'aac', 'a.m4a'], ['-c:a', 'aac', '-movflags', '+faststart', 'b.m4a']),
  ogg: () => sounds(['-c:a', 'libvorbis', 'a.ogg'], ['-c:a', 'libopus', 'b.ogg']),
  wma: () => sounds(['-c:a', 'wmav2', 'a.wma'], ['-c:a', 'wmav1', 'b.wma']),
  jpg: async () => {
    const [a, b] = [
      await drawPicture(96, 64).jpeg().toBuffer(),
      await drawPicture(64, 64)
        .jpeg({ progressive: true })
        .withExif({ IFD0: { Make: 'Camera' } })
        .toBuffer(),
    ];
    return [a, b, withSecondPicture(a, b)];
  },
  png: () =>
    Promise.all([
      drawPicture(64, 48).png().toBuffer(),
      drawPicture(48, 64).png({ progressive: true, palette: true }).toBuffer(),
    ]),
  gif: () =>
    Promise.all([
      drawPicture(64, 48).gif({ effort: 1 }).toBuffer(),
      drawPicture(32, 32, 1).gif({ effort: 1 }).toBuffer(),
    ]),
  webp: () =>
    Promise.all([
      drawPicture(64, 48).webp().toBuffer(),
      drawPicture(48, 64).webp({ lossless: true }).toBuffer(),
    ]),
  tiff: () =>
    Promise.all([
      drawPicture(64, 48).tiff({ compression: 'lzw' }).toBuffer(),
      drawPicture(48, 64).tiff({ compression: 'none' }).toBuffer(),
    ]),
  avif: () =>
    Promise.all([
      drawPicture(64, 48).avif({ effort: 0 }).toBuffer(),
      drawPicture(48, 64).avif({ effort: 0, lossless: true }).toBuffer(),
    ]),
  bmp: () => Promise.resolve([makeBmp(63, 48), makeBmp(16, 16)]),
  heic: () => Promise.resolve([makeHeic(3, Buffer.alloc(900, 0x5a)), makeHeic(0, Buffer.alloc(90, 0x11))]),
  psd: () => Promise.resolve([makePsd(60, 40), makePsd(16, 16)]),
  pdf: () => Promise.resolve(pdfs()),
  docx: () => Promise.resolve([form(), article()]),
  pptx: () => Promise.resolve(decks()),
  form: () => Promise.resolve([form(), article()]),
  doc: () =>
    Promise.resolve([
      readFileSync(path.join(home, 'test/probe/word/data/story.doc')),
      makeOle(['WordDocument', '1Table']),
    ]),
  ppt: () =>
    Promise.resolve([
      makePpt({
        slides: [
          { listed: '第一讲', text: '青年' },
          { text: '二', hidden: true },
        ],
        notes: '问好',
      }),
      makePpt({ slides: [{ plays: [7] }], films: { 7: 'C:\\film.avi' }, saved: { text: '新' } }),
    ]),
  xlsx: () =>
    Promise.resolve([
      bookOf({
        sheets: [
          { name: '表', rows: [['汇总表'], ['单位：'], ['序号', '名称'], [{ number: 1 }, {}], ['注']] },
        ],
      }),
      bookOf({ sheets: [{ name: '藏', hidden: true, rows: [] }], more: { 'xl/media/a.png': pngHead(9, 9) } }),
    ]),
  xls: () =>
    Promise.resolve([
      makeXls({ sheets: [{ name: '表' }, { name: '藏', hidden: true }] }),
      makeXls({ rows: record(0x0204, Buffer.alloc(1_000, 7)) }),
    ]),
  word2003xml: () =>
    Promise.resolve([
      word2003('<w:p><w:r><w:t>联系电话13800000000</w:t></w:r></w:p>'),
      word2003('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'),
    ]),
  text: () =>
    Promise.resolve([Buffer.from('战疫故事\r\n联系人：某某\r\n'), Buffer.from('\ufeff战疫故事', 'utf16le')]),
  zip: () =>
    Promise.resolve([
      makeZip([
        { name: '说明.txt', data: '内容' },
        { name: '图/一.jpg', data: Buffer.alloc(500, 7), stored: true },
      ]),
      form(),
    ]),
  bundle: () => Promise.resolve([bundle(), bundle('另一份')]),
  srt: () =>
    Promise.resolve([
      Buffer.from(
        '1\r\n00:00:01,000 --> 00:00:03,500\r\n同志们好\r\n\r\n2\r\n00:00:04,000 --> 00:00:06,000\r\n今天讲\r\n',
      ),
      Buffer.from('1\n00:00:00,5 --> 0:0:1,0\n{\\an8}x\n'),
    ]),
  ass: () =>
    Promise.resolve([
      Buffer.from(
        '[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Default,你好\n',
      ),
      Buffer.from('[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,{\\pos(1,2)}x\n'),
    ]),
  vtt: () =>
    Promise.resolve([
      Buffer.from('WEBVTT\n\nSTYLE\n::cue {}\n\n1\n00:01.000 --> 00:02.000 line:0\n你好\n'),
      Buffer.from('WEBVTT - x\n\n00:00:01.000 --> 00:00:02.000\na\n'),
    ]),
};

const PICTURE = ['-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=25:d=0.6'];
const TONE = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=0.6'];

function films(...kinds: readonly (readonly string[])[]): Promise<readonly Buffer[]> {
  return encode(
    [...PICTURE, ...TONE, '-pix_fmt', 'yuv420p', '-g', '5', '-shortest', '-preset', 'ultrafast'],
    kinds,
  );
}

function sounds(...kinds: readonly (readonly string[])[]): Promise<readonly Buffer[]> {
  return encode(TONE, kinds);
}

function encode(input: readonly string[], kinds: readonly (readonly string[])[]): Promise<readonly Buffer[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'four-ones-seeds-'));
  try {
    return Promise.resolve(
      kinds.map((kind) => {
        execFileSync(ffmpegInstaller.path, ['-v', 'error', '-nostdin', '-y', ...input, ...kind], {
          cwd: folder,
          timeout: 60_000,
        });
        return readFileSync(path.join(folder, kind.at(-1) ?? ''));
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function pdfs(): readonly Buffer[] {
  const page = { content: 'BT /F 12 Tf 72 700 Td (A story) Tj ET', resources: HELVETICA };
  const image = stream(
    '/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8',
    Buffer.alloc(64, 0x5a),
  );
  const scan = { content: 'q 595 0 0 842 0 0 cm /I Do Q', resources: '/XObject<</I 1000 0 R>>' };
  return [
    Buffer.from(buildPdf(pagesOf([page, scan], { 1000: image }))),
    Buffer.from(QPDF_PDFS.linearized, 'base64'),
    Buffer.from(QPDF_PDFS.restrictedAes256, 'base64'),
    Buffer.from(QPDF_PDFS.passwordRc4, 'base64'),
  ];
}

function form(): Buffer {
  const rows = table(
    [c('推荐单位'), c('', span(3))],
    [c('作品名称'), c(''), c('联系电话'), c('')],
    [c('作品类别'), c('☐微视频 ☐微党课', span(3))],
    [c('内容简介（300字以内）'), c(['', '（盖章）', '年 月 日'], span(3))],
    [c('姓名'), c('单位'), c('职务'), c('电话')],
    [c(''), c(''), c(''), c('')],
  );
  return Buffer.from(formOf(p('推荐表') + rows + p('负责人：', underlined('      ')) + p('{{org}}')));
}

function article(): Buffer {
  const media = { name: 'word/media/image1.png', data: pngHead(100, 100), stored: true };
  return makeDocx('<w:p><w:r><w:t>战疫故事，联系人：某某 13800000000</w:t></w:r></w:p>', media);
}

function decks(): readonly Buffer[] {
  const link = 'file:///C:/film.mp4';
  const slides = [{ texts: ['第一讲', '联系 13800000000'], notes: '问好', picture: pngHead(64, 48) }];
  return [
    deckOf({ slides: [...slides, { texts: ['二'], hidden: true, film: Buffer.alloc(400, 9) }] }),
    deckOf({ slides: [{ film: link, sound: Buffer.alloc(90, 3) }], size: NARROW, restricted: true }),
  ];
}

function word2003(body: string): Buffer {
  const names = 'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"';
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><w:wordDocument ${names}><w:body>${body}</w:body></w:wordDocument>`,
  );
}

function bundle(text = '故事'): Buffer {
  const folder = mkdtempSync(path.join(tmpdir(), 'four-ones-seeds-'));
  try {
    writeFileSync(path.join(folder, 'x'), text);
    const [sum = ''] = execFileSync('sha256sum', ['x'], { cwd: folder, encoding: 'utf8' }).split(' ');
    return makeZip([
      { name: '包/故事.txt', data: text },
      { name: '包/manifest-sha256.txt', data: `${sum}  故事.txt\n` },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
