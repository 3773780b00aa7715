import { describe, expect, it } from 'vitest';
import {
  bytesBeside,
  formatBytes,
  formatLimit,
  passesOnlyInBinaryUnits,
} from '../../src/report/format-bytes.ts';
import {
  formatAspect,
  formatBitRate,
  formatResolution,
  scaleFilter,
} from '../../src/report/format-picture.ts';
import { sizeMiss } from '../../src/report/aim-at-size.ts';
import { formatCount, formatRange } from '../../src/report/format-range.ts';
import { nearestWithin } from '../../src/report/nearest-within.ts';
import { formatDurations, formatSeconds, overshoot, secondsBeside } from '../../src/report/format-seconds.ts';

describe('sizes are written as Windows and the notice write them', () => {
  it.each([
    [0, '0 字节'],
    [1023, '1023 字节'],
    [1024, '1 KB'],
    [12_897_484, '12.2 MB'],
    [10_485_760, '10 MB'],
    [1_073_741_823, '1023.9 MB'],
    [2_147_483_648, '2 GB'],
  ])('%i bytes', (bytes, shown) => {
    expect(formatBytes(bytes, 'zh')).toBe(shown);
  });

  it('a limit in whole units is written as the notice writes it', () => {
    expect(
      [10 * 1024 ** 2, 2 * 1024 ** 3, 500 * 1024, 1000].map((limit) => formatLimit(limit, 'zh')),
    ).toEqual(['10M', '2G', '500K', '1000 字节']);
  });

  it('a size beside a limit is exact where the short form would look equal', () => {
    expect(bytesBeside(10_485_761, 10_485_760, 'en')).toBe('10.0 MB (10,485,761 bytes)');
    expect(bytesBeside(10_485_760, 10_485_760, 'en')).toBe('10 MB');
    expect(bytesBeside(20_971_520, 10_485_760, 'en')).toBe('20 MB');
  });

  it.each([
    [{ max: 60, excludes: ['max'] }, '小于 1 分钟', 'under 1 min'],
    [{ min: 60, excludes: ['min'] }, '大于 1 分钟', 'over 1 min'],
    [
      { min: 60, max: 180, excludes: ['max'] },
      '不少于 1 分钟、小于 3 分钟',
      'at least 1 min and under 3 min',
    ],
    [
      { min: 60, max: 180, excludes: ['min', 'max'] },
      '大于 1 分钟、小于 3 分钟',
      'over 1 min and under 3 min',
    ],
  ] as const)('%j leaves out its end in words, too', (range, zh, en) => {
    expect([formatDurations(range, 'zh'), formatDurations(range, 'en')]).toEqual([zh, en]);
  });

  it('what lies on an end that is left out is beyond it', () => {
    expect(overshoot({ max: 60, excludes: ['max'] }, 60)).toEqual({ side: 'over', by: 1 });
    expect(overshoot({ min: 60, excludes: ['min'] }, 60)).toEqual({ side: 'under', by: 1 });
  });

  it('a limit that is no whole unit never gives a remark', () => {
    expect(passesOnlyInBinaryUnits(1000, 1001)).toBe(false);
    expect(passesOnlyInBinaryUnits(10_000_001, 10 * 1024 ** 2)).toBe(true);
  });
});

describe('rates', () => {
  it('a limit of 1024 kbps is not written as 1 Mbps', () => {
    const rates = [800_000, 1_024_000, 1_020_431, 2_500_000, 8_235_123, 100_000_000];
    expect(rates.map(formatBitRate).join(' ')).toBe(
      '800 kbps 1.024 Mbps 1.02 Mbps 2.5 Mbps 8.24 Mbps 100 Mbps',
    );
  });

  it('what is advised passes the next check', () => {
    expect(nearestWithin({ min: 100 }, 8)).toBe(100);
    expect(nearestWithin({ min: 1, max: 5 }, 8)).toBe(5);
    expect(nearestWithin({ max: 10 }, 8)).toBe(8);
    expect(nearestWithin({ about: 20, tolerance: 0.1 }, 8)).toBe(18);
    expect(
      nearestWithin(
        {
          anyOf: [
            { min: 50, max: 50 },
            { min: 30, max: 30 },
          ],
        },
        25,
      ),
    ).toBe(30);
  });
});

describe('times', () => {
  it.each([
    [0, '0秒'],
    [59.6, '1 分钟'],
    [60, '1 分钟'],
    [980, '16分20秒'],
    [900, '15 分钟'],
    [3600, '1小时'],
    [3905, '1小时5分5秒'],
  ])('%f s', (seconds, shown) => {
    expect(formatSeconds(seconds, 'zh')).toBe(shown);
  });

  it('a film a little over does not look as long as the limit', () => {
    expect(secondsBeside(1200.023, { max: 1200 }, 'zh')).toBe('20分0.023秒');
    expect(secondsBeside(1200, { max: 1200 }, 'zh')).toBe('20 分钟');
  });

  it('ranges and how far beyond them', () => {
    expect(formatDurations({ min: 900, max: 1200 }, 'en')).toBe('15–20 min');
    expect(formatDurations({ max: 1200 }, 'zh')).toBe('不超过 20 分钟');
    expect(formatDurations({ about: 900 }, 'zh')).toBe('15 分钟左右');
    const tiers = { anyOf: [{ min: 15, max: 50 }, { min: 60, max: 180 }] }; // prettier-ignore
    expect(formatDurations(tiers, 'zh')).toBe('15秒至50秒，或 1–3 分钟');
    expect(overshoot(tiers, 55)).toEqual({ side: 'over', by: 5 });
    expect(overshoot(tiers, 58)).toEqual({ side: 'under', by: 2 });
    expect(overshoot(tiers, 60)).toBeUndefined();
    expect(overshoot({ about: 1500 }, 1800)).toBeUndefined();
    expect(overshoot({ about: 1500, tolerance: 0.1 }, 1651)).toEqual({ side: 'over', by: 1 });
    expect(overshoot({ min: 2, max: 4 }, 5)).toEqual({ side: 'over', by: 1 });
    expect(overshoot({ min: 2, max: 4 }, 1)).toEqual({ side: 'under', by: 1 });
    expect(overshoot({ min: 2, max: 4 }, 4)).toBeUndefined();
  });
});

it('counts and ranges in both languages', () => {
  expect(formatCount({ min: 2 }, 'zh', '张')).toBe('不少于 2 张');
  expect(formatCount({ min: 1, max: 2 }, 'zh', '件')).toBe('1–2 件');
  expect(formatCount({ min: 1, max: 1 }, 'en', 'page')).toBe('1 page');
  expect(formatCount({ max: 3 }, 'en', 'page')).toBe('at most 3 pages');
  expect(formatRange({}, 'zh', String)).toBe('不限');
});

describe('pictures', () => {
  const hd = { exact: [{ width: 1920, height: 1080 }] };

  it.each([
    [1080, 1920, 'upright'],
    [1918, 1078, 'almost'],
    [1366, 768, 'smaller'],
    [1280, 720, 'smaller'],
    [3840, 2160, 'larger'],
    [1024, 768, 'other-shape'],
  ] as const)('%i×%i is called what it is', (width, height, miss) => {
    expect(sizeMiss(hd, { width, height })).toBe(miss);
  });

  it('a film of another shape gets bars, not squeezed people', () => {
    const target = { width: 1920, height: 1080 };
    expect(scaleFilter({ width: 1366, height: 768 }, target)).toBe('-vf scale=1920:1080,setsar=1');
    expect(scaleFilter({ width: 1080, height: 1920 }, target)).toContain('[d];[c][d]overlay=');
    expect(scaleFilter(undefined, target)).toContain('[d];[c][d]overlay=');
  });

  it('rules and shapes', () => {
    expect(formatResolution({ min: { width: 1280, height: 720 } }, 'zh')).toBe('不小于 1280×720');
    expect(formatAspect({ width: 1366, height: 768 })).toBe('16:9');
    expect(formatAspect({ width: 1000, height: 700 })).toBe('1.43:1');
  });
});
