import { describe, expect, it } from 'vitest';
import type { ResolutionRule } from '../../src/model/media-rules.ts';
import { exportPreset, sizeMiss, targetSize } from '../../src/report/aim-at-size.ts';

const size = (width: number, height: number) => ({ width, height });

describe('what a film is brought to', () => {
  it.each<[string, ResolutionRule, [number, number], [number, number], string]>([
    ['the size that is asked for', { exact: [size(1280, 720)] }, [640, 360], [1280, 720], 'smaller'],
    ['its own shape, as small as may be', { min: size(720, 576) }, [640, 480], [768, 576], 'smaller'],
    ['its own shape, as large as may be', { max: size(1280, 720) }, [1920, 1080], [1280, 720], 'larger'],
    [
      'upright, where that is as good',
      { min: size(1920, 1080), eitherWay: true },
      [720, 1280],
      [1080, 1920],
      'smaller',
    ],
    ['the other way up, where it is not', { min: size(1920, 1080) }, [720, 1280], [1920, 1080], 'upright'],
    ['an even number of pixels', { min: size(1000, 500) }, [997, 499], [1000, 502], 'smaller'],
  ])('is %s', (_, rule, [width, height], aim, miss) => {
    expect(targetSize(rule, size(width, height))).toEqual(size(...aim));
    expect(sizeMiss(rule, size(width, height))).toBe(miss);
  });

  it.each<[[number, number], boolean, string, string | undefined]>([
    [[1280, 720], false, '720P', '16:9'],
    [[1080, 1920], false, '1080P', '9:16'],
    [[2704, 1520], false, '4K', '16:9'],
    [[768, 576], false, '720P', '4:3'],
    [[1000, 700], true, '480P', undefined],
    [[9000, 9000], false, '4K', '1:1'],
  ])('%j is exported so', ([width, height], most, preset, shape) => {
    expect(exportPreset(size(width, height), most)).toEqual({ preset, ...(shape && { shape }) });
  });
});
