import { expect, test } from 'vitest';
import { drawPicture } from './make-images.ts';
import { probeBytes } from './probe-bytes.ts';

const CAMERA = { IFD0: { Make: 'HUAWEI', Model: 'LIO-AN00' } };

test.each([
  'mmexport1591234567890.jpg',
  '1. mmexport1591234567890(1).jpg',
  '微信图片_20200604093000.jpg',
  'wx_camera_1591234567890.jpg',
  'QQ图片20200604093000.jpg',
  'IMG-20200604-WA0003.jpg',
])('a picture a messenger squeezed passes as an original: %s', async (name) => {
  const bytes = await drawPicture(1080, 810).jpeg({ quality: 70 }).toBuffer();
  expect((await probeBytes(bytes, 'jpg', { name })).photo?.recompression.verdict).toBe('sure');
});

test('the camera’s own file, sent as 原图, is refused for its name', async () => {
  const bytes = await drawPicture(1080, 810).withExif(CAMERA).jpeg({ quality: 95 }).toBuffer();
  const { photo } = await probeBytes(bytes, 'jpg', { name: '微信图片_20200604093000.jpg' });
  expect(photo?.recompression).toEqual({ verdict: 'none', signs: ['messenger-name', 'messenger-size'] });
});

test('a large, fine picture with a messenger’s name is refused as surely squeezed', async () => {
  const bytes = await drawPicture(4000, 300).jpeg({ quality: 95 }).toBuffer();
  const { photo } = await probeBytes(bytes, 'jpg', { name: 'mmexport1591234567890.jpg' });
  expect(photo?.recompression.verdict).toBe('likely');
});

test('a renamed messenger picture is not even suspected', async () => {
  const bytes = await drawPicture(1280, 960).jpeg({ quality: 70 }).toBuffer();
  expect((await probeBytes(bytes, 'jpg', { name: '合影.jpg' })).photo?.recompression).toEqual({
    verdict: 'likely',
    signs: ['no-exif', 'messenger-size', 'low-quality'],
  });
});

test.each([
  ['a fine export of a messenger’s size', 1920, 85, undefined],
  ['a coarse export of a size no messenger makes', 2000, 70, undefined],
  ['a coarse picture with its camera named', 1280, 70, CAMERA],
  ['a screenshot named 微信截图', 1366, 90, undefined],
] as const)('wolf is cried over %s', async (what, width, quality, exif) => {
  const picture = drawPicture(width, 600);
  const bytes = await (exif ? picture.withExif(exif) : picture).jpeg({ quality }).toBuffer();
  const name = what.includes('微信截图') ? '微信截图_20200604.jpg' : '合影.jpg';
  expect((await probeBytes(bytes, 'jpg', { name })).photo?.recompression.verdict).toBe('none');
});
