import { describe, expect, it } from 'vitest';
import { judgePicture } from '../../../src/probe/picture/judge-picture.ts';
import type { FrameRequest } from '../../../src/system/system.ts';
import { drawFilm, type Film, type Writing } from './draw-film.ts';

const speech = (from: number, to: number): Writing[] =>
  Array.from({ length: Math.floor((to - from) / 3) }, (_, n) => ({
    seed: n + 1,
    from: from + n * 3,
    to: from + n * 3 + 2.8,
    foot: 0.93,
    letters: 8 + ((n * 5) % 13),
  }));

async function judge(film: Film) {
  const { seconds } = film;
  const { burnedSubtitles } = await judgePicture(
    { path: '/film.mp4', demuxer: 'mov', seconds, width: 1920, height: 1080 },
    drawFilm(film),
    { seconds: 60 },
  );
  return burnedSubtitles;
}

describe('films with subtitles in the picture', () => {
  it('are not sent back as lacking them', async () => {
    const found = await judge({ seconds: 24, writing: speech(1, 24) });
    expect(found).toMatchObject({ presence: 'present', covered: [expect.anything()] });
    expect(found.band?.bottom).toBeCloseTo(0.93, 1);
    expect(found.share).toBeGreaterThan(0.6);
    expect(found.evidence.length).toBe(8);
  });

  it('are found where nothing else in the picture moves', async () => {
    expect(await judge({ seconds: 24, writing: speech(1, 24), moves: false })).toMatchObject({
      presence: 'present',
    });
  });

  it('are found in a long film by a look at twenty places, and the stretch without them is seen', async () => {
    const found = await judge({ seconds: 1200, writing: speech(0, 500) });
    expect(found.presence).toBe('present');
    expect(found.covered).toHaveLength(1);
    expect(found.covered[0]?.to).toBeGreaterThan(400);
    expect(found.covered[0]?.to).toBeLessThan(560);
  });
});

describe('writing that is no subtitle', () => {
  const name = { seed: 3, letters: 9, foot: 0.9 };
  it.each<[string, Writing[]]>([
    ['none at all', []],
    ['a caption that never changes', [{ ...name, from: 0, to: 40 }]],
    ['a name plate at the side', [{ ...name, from: 5, to: 10, middle: 0.2 }]],
    ['a name plate in the middle', [{ ...name, from: 5, to: 10 }]],
    ['a ticker that runs through', [{ ...name, letters: 90, from: 0, to: 40, speed: 90 }]],
  ])('does not pass a film without subtitles: %s', async (_, writing) => {
    expect((await judge({ seconds: 24, writing })).presence).toBe('absent');
  });

  it('does not pass slides whose text changes with the slide', async () => {
    const slides = [0, 5, 10, 15, 20].flatMap((from, n) =>
      [0.3, 0.45, 0.6, 0.93].map((foot, row) => ({
        seed: n * 4 + row,
        from,
        to: from + 5,
        foot,
        letters: 10 + ((n * 3 + row * 5) % 11),
      })),
    );
    const { presence } = await judge({ seconds: 24, writing: slides, moves: false });
    expect(presence).not.toBe('present');
  });
});

describe('films that give no answer', () => {
  const film = { path: '/film.mp4', demuxer: 'mov', seconds: 1200, width: 1920, height: 1080 };

  it('says why, where ffmpeg is missing', async () => {
    const cause = { kind: 'tool-missing', tool: 'ffmpeg' } as const;
    const media = { sampleFrames: () => Promise.resolve({ kind: 'stopped', cause } as const) };
    const { burnedSubtitles } = await judgePicture(film, media, { seconds: 60 });
    expect(burnedSubtitles).toMatchObject({
      presence: 'unclear',
      reason: { kind: 'not-looked', cause },
      confidence: 0,
    });
  });

  it('does not take a film without a picture for one without subtitles', async () => {
    const media = { sampleFrames: () => Promise.resolve({ kind: 'sampled', frames: [] } as const) };
    const { burnedSubtitles } = await judgePicture(film, media, { seconds: 60 });
    expect(burnedSubtitles).toMatchObject({ presence: 'unclear', reason: { kind: 'no-picture' } });
  });

  it('does not say that a few seconds have none', async () => {
    const found = await judge({ seconds: 5, writing: [] });
    expect(found).toMatchObject({ presence: 'unclear', reason: { kind: 'too-short' } });
  });

  it('does not take one place, seen again and again for want of key pictures, for the whole film', async () => {
    const drawn = drawFilm({ seconds: 1200, writing: [] });
    const media = {
      sampleFrames: (input: unknown, request: FrameRequest) =>
        drawn.sampleFrames(input, { ...request, from: 0 }),
    };
    const { burnedSubtitles } = await judgePicture(film, media, { seconds: 60 });
    expect(burnedSubtitles).toMatchObject({ presence: 'unclear', reason: { kind: 'gaps' } });
  });

  it('asks for a bounded number of places, however long the film says it is', async () => {
    let asked = 0;
    const media = {
      sampleFrames: () => {
        asked++;
        return Promise.resolve({ kind: 'sampled', frames: [] } as const);
      },
    };
    await judgePicture({ ...film, seconds: 1e9 }, media, { seconds: 60 });
    expect(asked).toBeLessThanOrEqual(20);
  });
});
