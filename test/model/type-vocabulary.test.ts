import { describe, expect, it } from 'vitest';
import { isSameFont, nameOfSize, pointsOfName, SIZE_NAMES } from '../../src/model/type-vocabulary.ts';

describe('sizes by their Chinese names', () => {
  it.each([
    ['初号', 42], ['小初', 36], ['一号', 26], ['小一', 24], ['二号', 22], ['小二', 18], ['三号', 16], ['小三', 15], ['四号', 14],
    ['小四', 12], ['五号', 10.5], ['小五', 9], ['六号', 7.5], ['小六', 6.5], ['七号', 5.5], ['八号', 5],
  ])('%s is %f points, and back', (name, points) => {
    expect(pointsOfName(name)).toBe(points);
    expect(nameOfSize(points)).toBe(name);
  }); // prettier-ignore
  it.each([
    ['小三号', 15],
    ['3号', 16],
    ['３ 号', 16],
    ['小4', 12],
    ['四号字', 14],
    ['三', 16],
  ])('%s is known however it is written', (written, points) => {
    expect(pointsOfName(written)).toBe(points);
  });
  it.each(['九号', '大三', '16', '', '小', '号'])('“%s” is no size', (written) => {
    expect(pointsOfName(written)).toBeUndefined();
  });
  it('no name stands for two sizes', () => {
    expect(new Set(SIZE_NAMES.map(pointsOfName)).size).toBe(SIZE_NAMES.length);
  });
});

describe('typefaces', () => {
  it.each([
    ['仿宋', '仿宋_GB2312'],
    ['仿宋', 'FangSong'],
    ['仿宋_GB2312', '方正仿宋_GBK'],
    ['仿宋体', 'STFangsong'],
    ['楷体', 'KaiTi_GB2312'],
    ['宋体', 'simsun'],
    ['小标宋', '方正小标宋简体'],
    ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S'],
    ['微软雅黑', 'Microsoft YaHei'],
    ['某某体', '某某体'],
  ])('%s and %s are one face', (one, other) => {
    expect(isSameFont(one, other, false)).toBe(true);
  });
  it.each([
    ['仿宋', '宋体'],
    ['黑体', '思源黑体'],
    ['方正小标宋简体', '宋体'],
    ['某某体', '别的体'],
  ])('%s and %s are not', (one, other) => {
    expect(isSameFont(one, other, false)).toBe(false);
  });
  it('another make will not do where the very name is asked for', () => {
    expect(isSameFont('仿宋_GB2312', '仿宋', true)).toBe(false);
    expect(isSameFont('Times New Roman', 'times new roman', true)).toBe(true);
  });
});
