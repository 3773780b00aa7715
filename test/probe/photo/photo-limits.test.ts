import { expect, test } from 'vitest';
import { probePhoto } from '../../../src/probe/photo/probe-photo.ts';
import { FileError } from '../../../src/system/system.ts';
import { nodeFiles } from '../../../src/system/node-files.ts';
import { drawPicture } from './make-images.ts';
import { probeBytes } from './probe-bytes.ts';

/** A small JPEG that claims other dimensions. */
async function claiming(width: number, height: number, options: { progressive: boolean }): Promise<Buffer> {
  const bytes = await drawPicture(16, 16).jpeg(options).toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, options.progressive ? 0xc2 : 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
}

test('a picture bomb of 65535 × 65535 eats the memory', async () => {
  for (const progressive of [false, true]) {
    const { photo, integrity } = await probeBytes(await claiming(65_535, 65_535, { progressive }));
    expect(photo?.stored).toEqual({ width: 65_535, height: 65_535 });
    expect(integrity).toMatchObject({ state: 'unknown', cause: { kind: 'too-large', what: 'pixels' } });
  }
});

test('a picture that claims more than it holds passes', async () => {
  const { integrity } = await probeBytes(await claiming(2000, 2000, { progressive: false }));
  expect(integrity).toMatchObject({ state: 'broken', cause: { kind: 'corrupt' } });
});

test('pixels exactly at the limit are refused', async () => {
  const bytes = await drawPicture(40, 30).jpeg().toBuffer();
  expect((await probeBytes(bytes, 'jpg', { pixels: 1200 })).integrity.state).toBe('whole');
  expect((await probeBytes(bytes, 'jpg', { pixels: 1199 })).integrity).toEqual({
    state: 'unknown',
    cause: { kind: 'too-large', what: 'pixels', limit: 1199 },
  });
});

test('a file too large to read is called broken or whole', async () => {
  expect(await probeBytes(Buffer.alloc(1001), 'jpg', { fileBytes: 1000 })).toEqual({
    integrity: { state: 'unknown', cause: { kind: 'too-large', what: 'file', limit: 1000 } },
  });
});

test('a file that vanished meanwhile stops the run', async () => {
  const { integrity } = await probePhoto('/no/such/file.jpg', 'file.jpg', 'jpg', nodeFiles, { seconds: 5 });
  expect(integrity).toEqual({ state: 'unknown', cause: { kind: 'unreadable', detail: 'missing' } });
});

test('a bug in reading files is hidden as a fact about one file', async () => {
  const failing = { ...nodeFiles, readWhole: () => Promise.reject(new TypeError('bug')) };
  await expect(probePhoto('/x', 'x', 'jpg', failing, { seconds: 5 })).rejects.toThrow(TypeError);
  const busy = { ...nodeFiles, readWhole: () => Promise.reject(new FileError('busy', '/x')) };
  expect((await probePhoto('/x', 'x', 'jpg', busy, { seconds: 5 })).integrity.state).toBe('unknown');
});

test('a picture of another kind than it is said to be throws', async () => {
  const bytes = await drawPicture(40, 30).jpeg().toBuffer();
  for (const format of ['png', 'gif', 'webp', 'heic', 'avif', 'tiff', 'bmp', 'psd'] as const) {
    expect((await probeBytes(bytes, format)).integrity.state, format).not.toBe('whole');
  }
});
