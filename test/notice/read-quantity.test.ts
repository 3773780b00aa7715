import { describe, expect, test } from 'vitest';
import { closestName } from '../../src/model/closest-name.ts';
import { parseBitRate, parseDuration, parsePixelSize, parseSize } from '../../src/notice/read-quantity.ts';

describe('a limit means what its writer means', () => {
  test.each([
    ['10M', 10 * 1024 ** 2],
    ['2G', 2 * 1024 ** 3],
    ['2GB', 2 * 1024 ** 3],
    ['500k', 500 * 1024],
    ['1.5 MiB', 1.5 * 1024 ** 2],
    ['4096', 4096],
    ['10 MM', undefined],
    ['-1M', undefined],
    ['', undefined],
  ])('size %s', (written, bytes) => {
    expect(parseSize(written)).toBe(bytes);
  });

  test.each([
    ['30min', 1800],
    ['90s', 90],
    ['1h30min', 5400],
    ['15分钟', 900],
    ['1小时5分30秒', 3930],
    ['30', undefined],
    ['30min1h', undefined],
    ['5min5min', undefined],
    ['30mins later', undefined],
  ])('duration %s', (written, seconds) => {
    expect(parseDuration(written)).toBe(seconds);
  });

  test.each([
    ['8M', 8e6],
    ['800kbps', 8e5],
    ['8x', undefined],
  ])('bit rate %s', (written, bits) => {
    expect(parseBitRate(written)).toBe(bits);
  });

  test.each([
    ['1920x1080', { width: 1920, height: 1080 }],
    ['1920×1080', { width: 1920, height: 1080 }],
    ['0x0', undefined],
    ['1080', undefined],
  ])('picture size %s', (written, size) => {
    expect(parsePixelSize(written)).toEqual(size);
  });
});

test('a slip of the pen is answered with the word that was meant, nonsense with none', () => {
  const known = ['photo', 'video', 'scan'];
  expect(closestName('vidoe', known)).toBe('video');
  expect(closestName('Photos', known)).toBe('photo');
  expect(closestName('elephant', known)).toBeUndefined();
});
