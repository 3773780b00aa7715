import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture, makeBmp, makeHeic, makePsd, withSegment } from './make-images.ts';
import { probeBytes } from './probe-bytes.ts';

const EXIF = {
  IFD0: {
    Make: 'Canon',
    Model: 'Canon EOS 5D',
    Software: 'Meitu',
    XResolution: '300/1',
    ResolutionUnit: '2',
  },
  IFD2: { DateTimeOriginal: '2020:06:04 09:30:00', ColorSpace: '1' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '23/1 9/1 30/1' },
};

test('camera, time, place, program and resolution of a photo are lost', async () => {
  const jpeg = await drawPicture().withMetadata({ density: 300, exif: EXIF }).jpeg().toBuffer();
  expect((await probeBytes(jpeg)).photo).toEqual({
    stored: { width: 320, height: 240 },
    shown: { width: 320, height: 240 },
    frames: 1,
    orientation: 1,
    color: 'srgb',
    dpi: 300,
    jpegQuality: 80,
    progressive: false,
    camera: 'Canon EOS 5D',
    takenAt: '2020-06-04 09:30:00',
    software: 'Meitu',
    hasGps: true,
    recompression: { verdict: 'none', signs: [] },
  });
});

test.each([1, 3, 6, 8])(
  'a photo with EXIF orientation %i is judged by the wrong edges',
  async (orientation) => {
    const jpeg = await drawPicture().withMetadata({ orientation }).jpeg().toBuffer();
    const turned = orientation >= 5;
    expect((await probeBytes(jpeg)).photo).toMatchObject({
      orientation,
      stored: { width: 320, height: 240 },
      shown: turned ? { width: 240, height: 320 } : { width: 320, height: 240 },
    });
  },
);

test.each([10, 50, 75, 85, 95, 100])('JPEG quality %i is misjudged', async (quality) => {
  expect((await probeBytes(await drawPicture().jpeg({ quality }).toBuffer())).photo?.jpegQuality).toBe(
    quality,
  );
});

describe('colour space', () => {
  test.each([
    ['sRGB with profile', 'srgb', () => drawPicture().withIccProfile('srgb')],
    ['Display P3', 'other', () => drawPicture().withIccProfile('p3')],
    ['grey', 'gray', () => drawPicture(64, 64, 1).toColourspace('b-w')],
    ['CMYK for print', 'cmyk', () => drawPicture().toColourspace('cmyk').withIccProfile('cmyk')],
  ] as const)('%s is taken for another', async (_, color, make) => {
    expect((await probeBytes(await make().jpeg().toBuffer())).photo?.color).toBe(color);
    if (color !== 'cmyk')
      expect((await probeBytes(await make().png().toBuffer(), 'png')).photo?.color).toBe(color);
    expect((await probeBytes(await make().tiff().toBuffer(), 'tiff')).photo?.color).toBe(color);
  });
});

test.each(['png', 'webp', 'gif', 'tiff', 'avif'] as const)('the size of a %s is misread', async (format) => {
  const bytes = await drawPicture(123, 45).toFormat(format).toBuffer();
  expect((await probeBytes(bytes, format)).photo).toMatchObject({
    shown: { width: 123, height: 45 },
    frames: 1,
  });
});

test('the size of a BMP, a PSD or a turned HEIC is misread', async () => {
  expect((await probeBytes(makeBmp(123, 45), 'bmp')).photo).toMatchObject({
    shown: { width: 123, height: 45 },
    dpi: 300,
  });
  expect((await probeBytes(makePsd(60, 40), 'psd')).photo).toMatchObject({
    shown: { width: 60, height: 40 },
    color: 'cmyk',
  });
  expect((await probeBytes(makeHeic(3, Buffer.alloc(99, 1)), 'heic')).photo).toMatchObject({
    stored: { width: 4032, height: 3024 },
    shown: { width: 3024, height: 4032 },
    orientation: 6,
  });
});

test('resolution of PNG and TIFF is misread', async () => {
  for (const format of ['png', 'tiff'] as const) {
    const bytes = await drawPicture().withMetadata({ density: 300 }).toFormat(format).toBuffer();
    expect((await probeBytes(bytes, format)).photo?.dpi).toBe(300);
  }
});

test('a scan of several pages is counted as one', async () => {
  const pages = await Promise.all([1, 2, 3].map(() => drawPicture(50, 60).png().toBuffer()));
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
  expect(await probeBytes(tiff, 'tiff')).toMatchObject({
    photo: { frames: 3 },
    integrity: { state: 'whole' },
  });
});

test('a program’s name in Chinese, as UTF-8 or GBK, is shown garbled', async () => {
  const plain = await drawPicture(40, 30).jpeg().toBuffer();
  const gbk = Buffer.from([0xc3, 0xc0, 0xcd, 0xbc, 0xd0, 0xe3, 0xd0, 0xe3, 0]);
  for (const name of [Buffer.from('美图秀秀\0'), gbk]) {
    const entry = Buffer.from([0x01, 0x31, 0, 2, 0, 0, 0, name.length, 0, 0, 0, 26]);
    const head = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1');
    const jpeg = withSegment(plain, 0xe1, Buffer.concat([head, entry, Buffer.alloc(4), name]));
    expect((await probeBytes(jpeg)).photo?.software).toBe('美图秀秀');
  }
});

test('garbage in EXIF stops the check or disturbs the terminal', async () => {
  const plain = await drawPicture(40, 30).jpeg().toBuffer();
  const exif = (tiff: Buffer) => withSegment(plain, 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]));
  let seed = 3;
  for (let round = 0; round < 200; round++) {
    const noise = Buffer.alloc(120).map(() => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) >>> 24);
    const head = Buffer.from(round % 2 ? 'II*\0\x08\0\0\0\x09\0' : 'MM\0*\0\0\0\x08\0\x09', 'latin1');
    const { integrity } = await probeBytes(exif(Buffer.concat([head, noise])));
    expect(integrity.state).toBe('whole');
  }
  const escape = await drawPicture()
    .withExif({ IFD0: { Model: 'X\x1b[31mY\nZ' } })
    .jpeg()
    .toBuffer();
  expect((await probeBytes(escape)).photo?.camera).toBe('X [31mY Z');
  const impossible = await drawPicture()
    .withExif({ IFD2: { DateTimeOriginal: '2020:13:45 99:00:00' } })
    .jpeg()
    .toBuffer();
  expect((await probeBytes(impossible)).photo?.takenAt).toBeUndefined();
});
