import { beforeAll, describe, expect, test } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { cutPositions, drawPicture, makeBmp, makeHeic, makePsd } from './make-images.ts';
import { probeBytes, unnoticedCuts, unnoticedZeros } from './probe-bytes.ts';

const KINDS: readonly { kind: string; format: Format; state: string; make: () => Promise<Buffer> }[] = [
  { kind: 'PNG', format: 'png', state: 'whole', make: () => drawPicture().png().toBuffer() },
  {
    kind: 'interlaced PNG',
    format: 'png',
    state: 'whole',
    make: () => drawPicture().png({ progressive: true, palette: true }).toBuffer(),
  },
  { kind: 'lossy WebP', format: 'webp', state: 'whole', make: () => drawPicture().webp().toBuffer() },
  {
    kind: 'lossless WebP',
    format: 'webp',
    state: 'whole',
    make: () => drawPicture().webp({ lossless: true }).toBuffer(),
  },
  { kind: 'GIF', format: 'gif', state: 'whole', make: () => drawPicture().gif({ effort: 1 }).toBuffer() },
  {
    kind: 'LZW TIFF',
    format: 'tiff',
    state: 'whole',
    make: () => drawPicture().tiff({ compression: 'lzw' }).toBuffer(),
  },
  {
    kind: 'plain TIFF',
    format: 'tiff',
    state: 'whole',
    make: () => drawPicture().tiff({ compression: 'none' }).toBuffer(),
  },
  { kind: 'AVIF', format: 'avif', state: 'whole', make: () => drawPicture().avif({ effort: 0 }).toBuffer() },
  { kind: 'BMP', format: 'bmp', state: 'whole', make: () => Promise.resolve(makeBmp(123, 45)) },
  // What cannot be decoded here is never called whole.
  {
    kind: 'HEIC',
    format: 'heic',
    state: 'unknown',
    make: () => Promise.resolve(makeHeic(3, Buffer.alloc(9000, 0x5a))),
  },
  { kind: 'PSD', format: 'psd', state: 'unknown', make: () => Promise.resolve(makePsd(60, 40)) },
];

describe.each(KINDS)('$kind', ({ format, state, make }) => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await make();
  });

  test('a whole picture is not called broken', async () => {
    expect((await probeBytes(bytes, format)).integrity.state).toBe(state);
  });

  test('a picture cut off anywhere would be sent as if it were whole', async () => {
    expect(await unnoticedCuts(bytes, format, cutPositions(bytes.length, 30))).toEqual([]);
  });
});

describe.each(KINDS.filter(({ format }) => format !== 'bmp' && format !== 'psd'))(
  '$kind',
  ({ format, make }) => {
    test('a half-copied picture of full length would be sent', async () => {
      const bytes = await make();
      const positions = [0.3, 0.6, 0.9].map((part) => Math.floor(bytes.length * part));
      expect(await unnoticedZeros(bytes, format, positions)).toEqual([]);
    });
  },
);

test('one changed byte in a PNG goes unseen', async () => {
  const bytes = await drawPicture().png().toBuffer();
  bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
  expect((await probeBytes(bytes, 'png')).integrity).toMatchObject({ cause: { kind: 'corrupt' } });
});

test('a plain white WebP is taken for a half-copied one', async () => {
  for (const effort of [0, 4]) {
    const white = await drawPicture(900, 900).linear(0, 255).webp({ quality: 100, effort }).toBuffer();
    expect((await probeBytes(white, 'webp')).integrity).toEqual({ state: 'whole' });
  }
});

test('an animation whose last frame is broken passes', async () => {
  const frames = await Promise.all(
    [1, 2, 3].map((n) =>
      drawPicture(64, 64)
        .linear(1, n * 30)
        .png()
        .toBuffer(),
    ),
  );
  const { default: sharp } = await import('sharp');
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  expect(await probeBytes(gif, 'gif')).toMatchObject({ photo: { frames: 3 }, integrity: { state: 'whole' } });
  expect((await probeBytes(gif.subarray(0, -200), 'gif')).integrity.state).toBe('broken');
});
