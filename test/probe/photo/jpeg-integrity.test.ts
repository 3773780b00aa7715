import { beforeAll, describe, expect, test } from 'vitest';
import { cutPositions, drawPicture, isoBox, withSecondPicture, withSegment } from './make-images.ts';
import { probeBytes, unnoticedCuts, unnoticedZeros } from './probe-bytes.ts';

const pictures: Record<string, Buffer> = {};
function picture(kind: string): Buffer {
  const bytes = pictures[kind];
  if (!bytes) throw new Error(`no picture ${kind}`);
  return bytes;
}

const KINDS = [
  'baseline',
  'progressive',
  'grey',
  'cmyk',
  'with EXIF thumbnail',
  'with second picture',
  'motion photo',
];

beforeAll(async () => {
  const baseline = await drawPicture().jpeg({ quality: 90 }).toBuffer();
  const small = await drawPicture(40, 30).jpeg().toBuffer();
  const film = Buffer.concat([
    isoBox('ftyp', Buffer.from('isom\0\0\0\0')),
    isoBox('mdat', Buffer.alloc(3000, 7)),
  ]);
  Object.assign(pictures, {
    baseline,
    progressive: await drawPicture().jpeg({ quality: 90, progressive: true }).toBuffer(),
    grey: await drawPicture(320, 240, 1).toColourspace('b-w').jpeg().toBuffer(),
    cmyk: await drawPicture().toColourspace('cmyk').jpeg().toBuffer(),
    'with EXIF thumbnail': withSegment(baseline, 0xe1, Buffer.concat([Buffer.from('Exif\0\0'), small])),
    'with second picture': withSecondPicture(baseline, small),
    'motion photo': Buffer.concat([baseline, film]),
  });
});

describe.each(KINDS)('%s JPEG', (kind) => {
  test('a whole photo is not called broken', async () => {
    expect((await probeBytes(picture(kind))).integrity).toEqual({ state: 'whole' });
  });

  test('a photo cut off anywhere would be sent as if it were whole', async () => {
    const bytes = picture(kind);
    const { length: main } = picture('baseline');
    // A motion photo cut exactly between picture and film is a plain photo.
    const positions = cutPositions(bytes.length, 40).filter(
      (at) => kind !== 'motion photo' || at < main || at >= main + 8,
    );
    expect(await unnoticedCuts(bytes, 'jpg', positions)).toEqual([]);
  });

  test('a half-copied photo of full length would be sent with grey below', async () => {
    const { length } = picture(kind);
    const parts = kind === 'motion photo' ? [0.3, 0.6] : [0.3, 0.6, 0.9];
    const positions = [...parts.map((part) => Math.floor(length * part)), length - 1024];
    const last = kind === 'motion photo' ? positions.slice(0, -1) : positions;
    expect(await unnoticedZeros(picture(kind), 'jpg', last)).toEqual([]);
  });
});

test('zeros up to the end are told from a shorter file', async () => {
  const bytes = Buffer.from(picture('baseline'));
  const from = Math.floor(bytes.length / 2);
  expect((await probeBytes(bytes.fill(0, from))).integrity).toMatchObject({
    cause: { kind: 'hollow', checked: bytes.length },
  });
  expect((await probeBytes(bytes.subarray(0, from))).integrity).toMatchObject({
    cause: { kind: 'ends-early' },
  });
});

test.each(['baseline', 'progressive', 'grey'])(
  'a hole of one disk block in a %s photo goes unseen',
  async (kind) => {
    const bytes = Buffer.from(picture(kind)).fill(0, 8192, 12_288);
    expect((await probeBytes(bytes)).integrity.state).toBe('broken');
  },
);

test.each(['baseline', 'grey', 'cmyk'])(
  'a %s photo that lost data before its end mark passes',
  async (kind) => {
    const bytes = picture(kind);
    for (const lost of [100, 1000, 5000]) {
      const short = Buffer.concat([bytes.subarray(0, bytes.length - 2 - lost), bytes.subarray(-2)]);
      expect((await probeBytes(short)).integrity, `${lost} bytes lost`).toMatchObject({
        state: 'broken',
        cause: { kind: 'corrupt' },
      });
    }
  },
);

test('a photo whose data came out of step in the middle passes', async () => {
  const bytes = picture('baseline');
  const middle = Math.floor(bytes.length / 2);
  const doubled = Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle - 3000)]);
  expect((await probeBytes(doubled)).integrity).toMatchObject({
    state: 'broken',
    cause: { kind: 'corrupt' },
  });
  const missing = Buffer.concat([bytes.subarray(0, middle), bytes.subarray(middle + 3000)]);
  expect((await probeBytes(missing)).integrity).toMatchObject({
    state: 'broken',
    cause: { kind: 'corrupt' },
  });
});

test.each([
  [1, 1],
  [7, 300],
  [16, 16],
  [129, 65],
  [1001, 13],
  [640, 481],
  [2, 4099],
])('a whole photo of %i × %i is called broken', async (width, height) => {
  for (const chromaSubsampling of ['4:2:0', '4:4:4']) {
    const bytes = await drawPicture(width, height).jpeg({ chromaSubsampling }).toBuffer();
    expect((await probeBytes(bytes)).integrity).toEqual({ state: 'whole' });
  }
  const grey = await drawPicture(width, height, 1).toColourspace('b-w').jpeg().toBuffer();
  expect((await probeBytes(grey)).integrity).toEqual({ state: 'whole' });
});

test('a grey photo with the sampling of a colour one is called broken', async () => {
  const bytes = Buffer.from(picture('grey'));
  bytes.writeUInt8(0x22, bytes.indexOf(Buffer.from([0xff, 0xc0])) + 11);
  expect((await probeBytes(bytes)).integrity).toEqual({ state: 'whole' });
});

test('a whole photo that is plain grey at the bottom is called broken', async () => {
  const { default: sharp } = await import('sharp');
  const grey = await sharp({ create: { width: 500, height: 400, channels: 3, background: '#808080' } })
    .composite([{ input: await drawPicture(300, 100).png().toBuffer(), left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
  expect((await probeBytes(grey)).integrity).toEqual({ state: 'whole' });
});

test('a camera that leaves a few stray bytes before the end mark is refused', async () => {
  const bytes = picture('baseline');
  const padded = Buffer.concat([bytes.subarray(0, -2), Buffer.alloc(4), bytes.subarray(-2)]);
  expect((await probeBytes(padded)).integrity).toEqual({ state: 'whole' });
});

test('a photo with padding behind its end is refused', async () => {
  expect((await probeBytes(Buffer.concat([picture('baseline'), Buffer.alloc(5000)]))).integrity.state).toBe(
    'whole',
  );
});

test('a photo turned by a program that kept a stale index of dropped pictures is refused', async () => {
  const both = picture('with second picture');
  const main = both.subarray(0, both.length - (await drawPicture(40, 30).jpeg().toBuffer()).length);
  const rewritten = withSegment(main, 0xfe, Buffer.from('rewritten'));
  expect((await probeBytes(rewritten)).integrity).toEqual({ state: 'whole' });
  expect((await probeBytes(main)).integrity).toMatchObject({
    cause: { kind: 'cut-off', declared: both.length },
  });
});

test('a text file named .jpg is taken for a photo', async () => {
  expect((await probeBytes(Buffer.from('not a picture at all'))).integrity).toMatchObject({
    state: 'broken',
  });
  expect((await probeBytes(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).integrity).toMatchObject({
    cause: { kind: 'nothing-inside' },
  });
});
