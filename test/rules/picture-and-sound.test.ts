import { describe, expect, it } from 'vitest';
import type { SoundLevel } from '../../src/model/facts.ts';
import type { MediaRules } from '../../src/model/media-rules.ts';
import type { Level } from '../../src/model/ruled.ts';
import type { FrameSight, PictureFacts, SeenSpan } from '../../src/model/picture-facts.ts';
import { facts, film, judgePart, must, part, resultsOf } from './make-case.ts';

const seen: PictureFacts = {
  samples: 240,
  spacing: 60,
  blackShare: 0,
  black: [],
  still: [],
  frozen: [],
  frame: { state: 'full' },
};
const shown = { width: 1920, height: 1080 };
const heard: SoundLevel = { peakDb: -3, meanDb: -20, nearFull: 0, fullScale: 0, whole: true };

function judge(rules: MediaRules, own: Partial<PictureFacts>, level = heard, strict = false) {
  const sound = { ...film.sound, level };
  const video = { ...film, shown, duration: 1200, picture: { ...seen, ...own }, sound };
  return judgePart(part('a/课.mp4', 'video', facts('mp4', { video })), rules, [], { strict });
}

const ruled = <T>(value: T, level: Level) => ({ ...must(value), level });

describe('black stretches', () => {
  const lasting = (seconds: number, longest = seconds + 0.7): SeenSpan => ({
    from: 300,
    to: 300 + seconds,
    longest,
  });
  it.each<[string, readonly SeenSpan[], Partial<PictureFacts>, string]>([
    ['none', [], {}, 'pass'],
    ['a pause of five seconds', [lasting(5)], {}, 'pass'],
    ['ten seconds, as long as may be', [lasting(10)], {}, 'pass'],
    ['a quarter of a minute', [lasting(15)], {}, 'fail'],
    ['a place black throughout, perhaps for a minute', [lasting(4, 60)], {}, 'unknown'],
    ['a place that goes black at its end', [lasting(1.5, 57)], {}, 'pass'],
    ['none, but not all was seen', [], { reason: { kind: 'gaps' } }, 'unknown'],
    ['long, although not all was seen', [lasting(15)], { reason: { kind: 'gaps' } }, 'fail'],
    ['nothing was seen', [], { samples: 0 }, 'unknown'],
  ])('%s → %s', (_, black, own, expected) => {
    const checks = judge({ still: must({ black: 10 }) }, { black, ...own });
    expect(resultsOf(checks, 'video.picture')).toEqual([expected]);
  });

  it('are no fault in a film that is shorter than they may be', () => {
    const video = { ...film, duration: 5, picture: { ...seen, reason: { kind: 'gaps' } as const } };
    const checks = judgePart(
      part('a/课.mp4', 'video', facts('mp4', { video })),
      { still: must({ black: 10 }) },
      [],
    );
    expect(resultsOf(checks, 'video.picture')).toEqual(['pass']);
  });

  it('are not passed where nobody looked', () => {
    const checks = judgePart(
      part('a/课.mp4', 'video', facts('mp4', { video: film })),
      { still: must({ black: 10, frozen: 20 }), bars: must('forbidden') },
      [],
    );
    expect(resultsOf(checks, 'video.picture')).toEqual(['unknown', 'unknown']);
    expect(resultsOf(checks, 'video.bars')).toEqual(['unknown']);
  });

  it('which are only recommended are not passed over where recommendations decide', () => {
    const rules = { still: must({ black: 10 }, 'should'), bars: must<'forbidden'>('forbidden', 'should') };
    const results = (strict: boolean) => {
      const checks = judgePart(part('a/课.mp4', 'video', facts('mp4', { video: film })), rules, [], {
        strict,
      });
      return [...resultsOf(checks, 'video.picture'), ...resultsOf(checks, 'video.bars')];
    };
    expect(results(false)).toEqual(['skip', 'skip']);
    expect(results(true)).toEqual(['unknown', 'unknown']);
  });
});

describe('bars', () => {
  const bars = (left: number, top: number, share = 1): FrameSight => ({
    state: 'bars',
    place: { left, top, width: 1920 - 2 * left, height: 1080 - 2 * top },
    share,
  });
  it.each<[string, FrameSight, Level, string, Level]>([
    ['none', { state: 'full' }, 'should', 'pass', 'should'],
    ['4:3 in a wide frame', bars(240, 0), 'should', 'fail', 'should'],
    ['a wide-screen film is only remarked on', bars(0, 138), 'should', 'fail', 'may'],
    ['but not where a notice forbids bars', bars(0, 138), 'must', 'fail', 'must'],
    ['on all sides', bars(240, 135), 'should', 'fail', 'should'],
    ['old clips shown in it are only remarked on', bars(240, 0, 0.2), 'should', 'fail', 'may'],
    ['a black ground', { state: 'unclear', why: 'dark' }, 'should', 'unknown', 'should'],
  ])('%s', (_, frame, level, result, weight) => {
    const [check] = judge({ bars: ruled('forbidden', level) }, { frame }).filter(
      ({ code }) => code === 'video.bars',
    );
    expect([check?.result, check?.level]).toEqual([result, weight]);
  });

  it('tell, beside the frame’s shape, the shape of the picture itself', () => {
    const [check] = judge({ aspect: must(['16:9']) }, { frame: bars(240, 0) }).filter(
      ({ code }) => code === 'video.aspect',
    );
    expect(check).toMatchObject({ result: 'pass', args: { picture: { width: 1440, height: 1080 } } });
  });
});

describe('loud sound', () => {
  it.each<[string, Partial<SoundLevel>, string]>([
    ['quiet', {}, 'pass'],
    ['music made as loud as can be', { peakDb: 0, nearFull: 0.028, fullScale: 0.0003 }, 'pass'],
    ['a little too loud', { peakDb: 0, nearFull: 0.05, fullScale: 0.0003 }, 'unknown'],
    ['waves cut off', { peakDb: 0, nearFull: 0.16, fullScale: 0.0002 }, 'fail'],
    ['waves cut off, told by their flat tops', { peakDb: 0, nearFull: 0.03, fullScale: 0.002 }, 'fail'],
  ])('%s → %s', (_, own, expected) => {
    const checks = judge({ clipping: must('forbidden') }, {}, { ...heard, ...own });
    expect(resultsOf(checks, 'video.clipping')).toEqual([expected]);
  });

  it.each<[Level, boolean, Partial<SoundLevel>, string]>([
    ['must', false, {}, 'unknown'],
    ['should', true, {}, 'unknown'],
    ['should', false, {}, 'pass'],
    ['must', false, { nearFull: 0.16 }, 'fail'],
    ['must', false, { nearFull: 0.05 }, 'unknown'],
  ])('what decides is not passed by two places of it: %s, strict %s', (level, strict, own, expected) => {
    const clipping = must<'forbidden'>('forbidden', level);
    const checks = judge({ clipping }, {}, { ...heard, whole: false, ...own }, strict);
    expect(resultsOf(checks, 'video.clipping')).toEqual([expected]);
  });

  it.each<[string, Partial<SoundLevel>, string]>([
    ['below the level', { peakDb: -6.4 }, 'pass'],
    ['a codec’s ripple above it', { peakDb: -5.8 }, 'pass'],
    ['above it', { peakDb: -3 }, 'fail'],
    ['below it where it was heard, but not all was', { peakDb: -9, whole: false }, 'unknown'],
    ['above it, although not all was heard', { peakDb: -1, whole: false }, 'fail'],
  ])('%s → %s', (_, own, expected) => {
    const checks = judge({ peak: must({ max: -6 }) }, {}, { ...heard, ...own });
    expect(resultsOf(checks, 'video.level')).toEqual([expected]);
  });
});
