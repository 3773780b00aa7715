import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openClips, picture, h264, aac, type Clips } from '../probe/video/clips.ts';
import { openProject, resultsOf } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const FILM = '专题微党课/课.mp4';
const CLIPPED = 'between(t,24,34)';

let clips: Clips;
let film: string;
beforeAll(async () => {
  clips = await openClips();
  // A minute that is clipped for ten seconds, at neither of the two places that are listened to.
  const sound = `aevalsrc='clip(if(${CLIPPED},4,0.1)*sin(2*PI*440*t),-1,1)':d=60`;
  film = await clips.make([
    ...picture('64x36', 60),
    ...['-f', 'lavfi', '-i', sound],
    ...h264,
    ...aac,
    ...['-r', '5', 'film.mp4'],
  ]);
});
afterAll(() => clips.remove());

it('what is only recommended is looked at throughout where recommendations decide', async () => {
  const project = await openProject();
  await project.put(`materials/${FILM}`, await readFile(film));
  const usual = (await project.check(['--no-cache'])).report;
  expect(resultsOf(usual, 'video.clipping', FILM)).toEqual(['pass']);
  const strict = (await project.check(['--no-cache', '--strict'])).report;
  expect(resultsOf(strict, 'video.clipping', FILM)).toEqual(['fail']);
  expect(resultsOf(strict, 'video.bars', FILM)).not.toContain('skip');
  expect(resultsOf(strict, 'video.picture', FILM)).not.toContain('skip');
});
