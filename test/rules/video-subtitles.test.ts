import { describe, expect, it } from 'vitest';
import type { Facts, SubtitleFacts, SubtitleTrack } from '../../src/model/facts.ts';
import type { Part } from '../../src/model/materials.ts';
import type { BurnedSubtitles } from '../../src/model/picture-facts.ts';
import { facts, film, judgePart, must, part, resultsOf } from './make-case.ts';

const whole: SubtitleFacts = {
  encoding: 'utf-8',
  cues: 180,
  first: 2,
  last: 955,
  shown: 700,
  overlaps: 0,
  malformed: 0,
};

function withTracks(...subtitleTracks: SubtitleTrack[]): Facts {
  return facts('mp4', { video: { ...film, subtitleTracks } });
}

function sideCar(own: Partial<SubtitleFacts>, path = '专题微党课/课.srt'): Part {
  return part(path, 'subtitles', facts('srt', { subtitles: { ...whole, ...own } }));
}

function result(asked: 'required' | 'forbidden', own: Facts, ...others: Part[]): string | undefined {
  const checks = judgePart(part('专题微党课/课.mp4', 'video', own), { subtitles: must(asked) }, others);
  return resultsOf(checks, 'video.subtitles')[0];
}

describe('subtitles that a notice requires', () => {
  it.each<[string, Facts, Part[], string]>([
    ['a track in the file', withTracks({ codec: 'mov_text', events: 12 }), [], 'pass'],
    ['a track that holds nothing', withTracks({ codec: 'mov_text', events: 0 }), [], 'fail'],
    [
      'an empty track, but a good side-car',
      withTracks({ codec: 'mov_text', events: 0 }),
      [sideCar({})],
      'pass',
    ],
    ['a side-car over the whole film', withTracks(), [sideCar({})], 'pass'],
    ['a side-car without a cue', withTracks(), [sideCar({ cues: 0, first: 0, last: 0, shown: 0 })], 'fail'],
    ['a side-car of another, longer film', withTracks(), [sideCar({ last: 1200 })], 'fail'],
    ['a last cue that stands two seconds longer', withTracks(), [sideCar({ last: 962 })], 'pass'],
    ['the first minutes only', withTracks(), [sideCar({ last: 200, shown: 150 })], 'fail'],
    ['a single line kept on screen for a moment', withTracks(), [sideCar({ shown: 5 })], 'fail'],
    ['a last quarter without', withTracks(), [sideCar({ last: 700, shown: 500 })], 'unknown'],
    ['nothing in the file: they may be in the picture', withTracks(), [], 'unknown'],
  ])('%s → %s', (_, own, others, expected) => {
    expect(result('required', own, ...others)).toBe(expected);
  });

  it('does not take the subtitles of another film', () => {
    const other = part('专题微党课/别的.mp4', 'video', facts('mp4', { video: film }));
    expect(result('required', withTracks(), sideCar({}, '专题微党课/别的.srt'), other)).toBe('unknown');
  });

  it('says unknown, and why, when the film itself could not be looked at', () => {
    const own = facts('mp4', { integrity: { state: 'unknown', cause: { kind: 'timed-out', seconds: 60 } } });
    const [check] = judgePart(part('a/课.mp4', 'video', own), {
      subtitles: must('required' as const),
    }).filter(({ code }) => code === 'video.subtitles');
    expect(check).toMatchObject({ result: 'unknown', because: 'file.readable' });
  });
});

describe('subtitles that a notice forbids', () => {
  it.each<[string, Facts, Part[], string]>([
    ['a track', withTracks({ codec: 'mov_text' }), [], 'fail'],
    ['a side-car', withTracks(), [sideCar({})], 'fail'],
    ['nothing in the file: the picture was not looked at', withTracks(), [], 'unknown'],
  ])('%s → %s', (_, own, others, expected) => {
    expect(result('forbidden', own, ...others)).toBe(expected);
  });
});

const seen: BurnedSubtitles = {
  presence: 'present',
  confidence: 0.9,
  band: { top: 0.87, bottom: 0.93 },
  samples: 240,
  share: 0.8,
  covered: [{ from: 2, to: 955 }],
  evidence: [2],
};

function inPicture(own: Partial<BurnedSubtitles>): Facts {
  return facts('mp4', { video: { ...film, subtitleTracks: [], burnedSubtitles: { ...seen, ...own } } });
}
const bare = inPicture({ presence: 'absent', covered: [] });
const doubtful = inPicture({ presence: 'unclear', covered: [], reason: { kind: 'doubtful' } });

describe('subtitles in the picture itself', () => {
  it.each<['required' | 'forbidden', string, Facts, string]>([
    ['required', 'lines seen', inPicture({}), 'pass'],
    ['required', 'a bare picture', bare, 'fail'],
    ['required', 'a picture that is not clear', doubtful, 'unknown'],
    ['forbidden', 'lines seen', inPicture({}), 'fail'],
    ['forbidden', 'a bare picture', bare, 'pass'],
    ['forbidden', 'a picture that is not clear', doubtful, 'unknown'],
  ])('%s, %s → %s', (asked, _, own, expected) => {
    expect(result(asked, own)).toBe(expected);
  });

  it('does not hide behind a bare picture that a good side-car lies beside the film', () => {
    expect(result('required', bare, sideCar({}))).toBe('pass');
    expect(result('forbidden', bare, sideCar({}))).toBe('fail');
  });

  it('advises a look where only half of the film has them, without failing what the notice asks', () => {
    const half = part('专题微党课/课.mp4', 'video', inPicture({ covered: [{ from: 0, to: 400 }] }));
    const checks = judgePart(half, { subtitles: must('required' as const) }).filter(
      ({ code }) => code === 'video.subtitles',
    );
    expect(checks.map(({ level, result: is }) => `${level} ${is}`)).toEqual(['must pass', 'should fail']);
  });
});
