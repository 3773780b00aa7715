import { expect, it } from 'vitest';
import { sharePixels } from '../../../src/probe/picture/share-pixels.ts';
import { watchWriting } from '../../../src/probe/picture/watch-writing.ts';
import { drawFilm } from './draw-film.ts';

it('a change of one pixel, were it the last, is not taken for the same picture', () => {
  const [width, height] = [4, 2];
  const first = { at: 0, width, height, pixels: new Uint8Array(8).fill(16) };
  const same = { ...first, at: 1, pixels: first.pixels.slice() };
  const other = { ...first, at: 2, pixels: first.pixels.with(7, 17) };
  const shared = sharePixels([first, same, other]);
  expect(shared.map(({ at }) => at)).toEqual([0, 1, 2]);
  expect(shared.map(({ pixels }) => pixels)).toEqual([first, same, other].map(({ pixels }) => pixels));
  const isShared = shared.map(({ pixels }, index) => pixels === shared[index - 1]?.pixels);
  expect(isShared).toEqual([false, true, false]);
});

it('writing over a slide that stays is found as if each picture were looked at anew', async () => {
  const writing = [1, 2, 3].map((seed) => ({
    seed,
    from: seed * 2,
    to: seed * 2 + 1.5,
    foot: 0.9,
    letters: 12,
  }));
  const request = { from: 0, length: 9, rate: 3, width: 320, height: 180 };
  const film = await drawFilm({ seconds: 9, writing, moves: false }).sampleFrames('', request);
  if (film.kind === 'stopped') throw new Error('not drawn');
  const anew = watchWriting(film.frames);
  expect(watchWriting(sharePixels(film.frames))).toEqual(anew);
  expect(anew.changes.map(({ kind }) => kind)).toEqual(['came', 'went', 'came', 'went', 'came', 'went']);
});
