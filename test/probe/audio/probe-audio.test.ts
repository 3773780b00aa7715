import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { probeAudio } from '../../../src/probe/audio/probe-audio.ts';
import { mediaSystem, openClips, shallow, tone, type Clips } from '../video/clips.ts';

let clips: Clips;
const system = mediaSystem();
const kinds: readonly (readonly [Format, string])[] = [
  ['mp3', 'mp3'],
  ['wav', 'pcm_s16le'],
  ['m4a', 'aac'],
  ['flac', 'flac'],
  ['ogg', 'vorbis'],
  ['wma', 'wmav2'],
];

beforeAll(async () => {
  clips = await openClips();
  for (const [format] of kinds) await clips.make([...tone(), `talk.${format}`]);
});
afterAll(() => clips.remove());

describe.each(kinds)('a recording in %s', (format, codec) => {
  it('is told with codec and length', async () => {
    const { audio, integrity } = await probeAudio(
      path.join(clips.folder, `talk.${format}`),
      format,
      system,
      shallow,
    );
    expect(integrity).toEqual({ state: 'whole' });
    expect(audio).toMatchObject({ codec, channels: 1, sampleRate: 44_100 });
    expect(audio?.duration).toBeCloseTo(2, 0);
  });

  it('cut off is never whole', async () => {
    const bytes = await readFile(path.join(clips.folder, `talk.${format}`));
    for (const kept of [0.2, 0.5, 0.9, 0.99]) {
      const cut = await clips.write(`cut.${format}`, bytes.subarray(0, Math.floor(bytes.length * kept)));
      expect((await probeAudio(cut, format, system, shallow)).integrity.state).not.toBe('whole');
    }
  });
});

it('a recording that does not say where it ends is unknown', async () => {
  const file = await clips.make([...tone(), '-write_xing', '0', 'plain.mp3']);
  const { audio, integrity } = await probeAudio(file, 'mp3', system, shallow);
  expect(integrity).toEqual({ state: 'unknown', cause: { kind: 'open-ended' } });
  expect(audio?.codec).toBe('mp3');
});
