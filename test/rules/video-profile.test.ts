import { facts, film, must } from './make-case.ts';
import { resultTable } from './result-table.ts';

const high = { codecProfiles: must(['high'] as const) };
const either = { codecProfiles: must(['baseline', 'main10'] as const) };
const most = { codecLevel: [must({ max: 4.1 })] };
const of = (own: Partial<typeof film>) => facts('mp4', { video: { ...film, ...own } });
const { profile, ...unsaid } = film;
const silent = facts('mp4', { video: unsaid });

resultTable('video.profile', 'video', [
  ['High Profile, as asked', high, of({ ...(profile && { profile }) }), 1, 'pass'],
  ['ten bits, which few players master', high, of({ profile: 'High 10' }), 1, 'fail'],
  ['Main Profile', high, of({ profile: 'Main' }), 1, 'fail'],
  ['a profile whose name is not known', high, of({ profile: 'Stereo High' }), 1, 'fail'],
  ['that says nothing of its profile', high, silent, 1, 'unknown'],
  ['within Baseline', either, of({ profile: 'Constrained Baseline' }), 1, 'pass'],
  ['the other of two', either, of({ codec: 'hevc', profile: 'Main 10' }), 1, 'pass'],
  ['just the level', most, of({ level: 4.1 }), 1, 'pass'],
  ['a level too high', most, of({ level: 5.1 }), 1, 'fail'],
  ['a codec without such levels', most, of({ codec: 'vp9' }), 1, 'unknown'],
]);
