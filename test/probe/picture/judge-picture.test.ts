import { describe, expect, it } from 'vitest';
import type { PictureFacts } from '../../../src/model/picture-facts.ts';
import { judgePicture } from '../../../src/probe/picture/judge-picture.ts';
import { drawFilm, type Film, type Writing } from './draw-film.ts';

async function look(film: Film): Promise<PictureFacts> {
  const { picture } = await judgePicture(
    { path: '/film.mp4', demuxer: 'mov', seconds: film.seconds, width: 1920, height: 1080 },
    drawFilm(film),
    { seconds: 60 },
  );
  return picture;
}

const LONG = process.env['LONG'] !== undefined;
const plain = { seconds: 30, writing: [] };
/** A line at the foot of the picture, now and then. */
const lines: Writing[] = Array.from({ length: 9 }, (_, n) => ({
  seed: n + 1,
  from: n * 3,
  to: n * 3 + 2.5,
  foot: 0.955,
  letters: 10 + ((n * 5) % 13),
}));

describe('bars around the picture', () => {
  it.each<[string, NonNullable<Film['bars']>, object]>([
    ['4:3 in 16:9', { across: 0.125, down: 0 }, { left: 240, top: 0, width: 1440, height: 1080 }],
    ['a film shot upright', { across: 0.34, down: 0 }, { width: 612, height: 1080 }],
    ['wide screen', { across: 0, down: 0.13 }, { left: 0, top: 141, width: 1920, height: 798 }],
    ['a screen recorded too small', { across: 0.2, down: 0.2 }, { width: 1152, height: 648 }],
  ])('are found: %s', async (_, bars, place) => {
    const { frame } = await look({ seconds: 16, writing: [], bars });
    expect(frame).toMatchObject({ state: 'bars', share: 1, place });
  });

  it('are found although subtitles stand in the lower one', async () => {
    const { frame } = await look({ ...plain, writing: lines, bars: { across: 0, down: 0.13 } });
    expect(frame).toMatchObject({ state: 'bars', place: { top: 141, height: 798 } });
  });

  it('are told with the share of the film that has them', async () => {
    const { frame } = await look({ seconds: 80, writing: [], bars: { across: 0.125, down: 0, from: 60 } });
    expect(frame).toMatchObject({ state: 'bars' });
    expect(frame.state === 'bars' ? frame.share : 1).toBeLessThan(0.4);
  });

  it('are not seen in a full picture', async () => {
    expect((await look({ ...plain, writing: lines })).frame).toEqual({ state: 'full' });
  });

  it('are neither found nor ruled out before a black ground', async () => {
    expect((await look({ ...plain, darkRoom: true })).frame).toEqual({ state: 'unclear', why: 'dark' });
  });

  it('are not ruled out in a film that is black throughout', async () => {
    const { frame, blackShare } = await look({ ...plain, black: [0, 99] });
    expect([frame, blackShare]).toEqual([{ state: 'unclear', why: 'few' }, 1]);
  });
});

describe('stretches without a picture', () => {
  it('are told to the third of a second in a short film', async () => {
    const { black, blackShare } = await look({ ...plain, black: [12, 26] });
    expect(black).toHaveLength(1);
    expect(black[0]?.from).toBeCloseTo(12, 0);
    expect(black[0]?.to).toBeCloseTo(26, 0);
    expect(blackShare).toBeCloseTo(14 / 30, 1);
  });

  it('are told in a long film, with how far they may reach in between the places that were looked at', async () => {
    const { black } = await look({ seconds: 1200, writing: [], black: [800, 1200] });
    expect(black).toHaveLength(1);
    expect(black[0]?.from).toBeGreaterThan(800);
    expect(black[0]?.from).toBeLessThan(870);
    expect(black[0]?.longest).toBeGreaterThan(400);
  });

  it('do not include the blink between two scenes', async () => {
    expect((await look({ ...plain, black: [12, 12.5] })).black).toEqual([]);
  });
});

describe('a picture that stops', () => {
  it('is told where all else in the film moves', async () => {
    const { frozen } = await look({ ...plain, stops: [14, 28] });
    expect(frozen).toHaveLength(1);
    expect(frozen[0]?.from).toBeCloseTo(14, 0);
    expect(frozen[0]?.to).toBeCloseTo(28, 0);
  });

  it('is no fault where a photo is shown for a while', async () => {
    const { frozen, still } = await look({ ...plain, still: [14, 28] });
    expect([frozen, still.length]).toEqual([[], 1]);
  });

  it('is no fault in a lecture of slides', async () => {
    expect((await look({ ...plain, moves: false })).frozen).toEqual([]);
    if (LONG) expect((await look({ seconds: 1200, writing: [], moves: false })).frozen).toEqual([]);
  });
});
