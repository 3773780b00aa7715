import { describe, expect, it } from 'vitest';
import { parseDuration } from '../../src/rules/parse-duration.ts';

describe('a duration as people write it', () => {
  it.each([
    ['12分30秒', 750, 1],
    ['１２分３０秒', 750, 1],
    ['12 分 30 秒', 750, 1],
    ['16′20″', 980, 1],
    ["16'20''", 980, 1],
    ['16：20', 980, 1],
    ['01:16:20', 4580, 1],
    ['1小时5分20秒', 3920, 1],
    ['1小时5分', 3900, 60],
    ['90秒', 90, 1],
    ['约12分钟', 720, 60],
    ['12分30秒左右', 750, 60],
    ['15分钟', 900, 60],
    ['15min', 900, 60],
  ])('%s is %s seconds, give or take %s', (text, seconds, tolerance) => {
    expect(parseDuration(text)).toEqual({ seconds, tolerance });
  });

  it.each([
    '',
    '约',
    '无',
    '15',
    '十五分钟',
    '5—10分钟',
    '分秒',
    '2020年7月',
    '12分30秒（第一集）',
    '9'.repeat(100_000),
  ])('nobody can say for sure what %s means', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
