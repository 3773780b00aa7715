import { facts, film, must } from './make-case.ts';
import { resultTable } from './result-table.ts';

const least = { soundBitRate: [must({ min: 128_000 })] };
const ofPicture = { soundBitRate: [must({ max: 320_000 })], bitRate: [must({ min: 8_000_000 })] };
const withSound = (bitRate?: number) =>
  facts('mp4', { video: { ...film, sound: { ...film.sound, ...(bitRate !== undefined && { bitRate }) } } });
const mute = facts('mp4', { video: { ...film, sound: { tracks: 0, silence: { state: 'no-track' } } } });

resultTable('sound.bitrate', 'video', [
  ['as exported at 128 kbps, a hair beneath', least, withSound(127_837), 1, 'pass'],
  ['96 kbps', least, withSound(96_000), 1, 'fail'],
  ['that says nothing of its sound', least, withSound(), 1, 'unknown'],
  ['without a sound track', least, mute, 1, 'fail'],
  ['whose picture is asked for too', ofPicture, withSound(192_000), 1, 'pass'],
]);
