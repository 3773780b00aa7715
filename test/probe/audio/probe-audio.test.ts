import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { probeAudio } from '../../../src/probe/audio/probe-audio.ts';
import type { ProbeOptions } from '../../../src/probe/video/probe-media.ts';
import { amrFrame, adtsFrame, mp3Frame, type SoundFrameReader } from '../../../src/model/sound-frames.ts';
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

/** Six seconds of silence, then six of noise: who guesses the length by the first bytes is far out. */
const softStart = (rate: number) => [
  '-f',
  'lavfi',
  '-i',
  `aevalsrc=if(gt(t\\,6)\\,0.5*(random(0)-0.5)\\,0):d=12:s=${rate}`,
];
const deeply = { ...shallow, deep: true };
const OPEN_ENDED = { state: 'unknown', cause: { kind: 'open-ended' } };
const ENDS_EARLY = { state: 'broken', cause: { kind: 'ends-early' } };

/** Where the first frame stands, and how frames are read. */
const bare: readonly (readonly [Format, number, SoundFrameReader, readonly string[]])[] = [
  ['mp3', 0, mp3Frame, [...softStart(44_100), '-q:a', '4', '-write_xing', '0', '-id3v2_version', '0']],
  ['aac', 0, adtsFrame, [...softStart(44_100), '-b:a', '96k']],
  ['amr', 6, amrFrame, [...softStart(8000), '-c:a', 'libopencore_amrnb', '-dtx', '1', '-b:a', '12.2k']],
];

describe.each(bare)('a recording without a container, in %s', (format, start, frameAt, encode) => {
  const name = `bare.${format}`;
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await readFile(await clips.make([...encode, name]));
  });
  const probed = (kept: Uint8Array, options: ProbeOptions) =>
    clips.write(`part-${name}`, kept).then((file) => probeAudio(file, format, system, options));
  /** Where frames end, by their own headers. */
  const borders = () => {
    const found: number[] = [];
    for (let at = start; at < bytes.length; at += frameAt(bytes, at)?.bytes ?? bytes.length) found.push(at);
    return found;
  };

  it('is as long as it plays, and not called cut off by a guess, however softly it begins', async () => {
    for (const options of [shallow, deeply]) {
      const { audio, integrity } = await probed(bytes, options);
      expect(audio?.duration).toBeCloseTo(12, 0);
      expect(integrity).toEqual(OPEN_ENDED);
    }
  });

  it('cut between two frames never passes, decoded to its end or not', async () => {
    const cut = bytes.subarray(0, borders().at(-100));
    expect((await probed(cut, shallow)).integrity).toEqual(OPEN_ENDED);
    expect((await probed(cut, deeply)).integrity).toEqual(OPEN_ENDED);
  });

  it('cut inside a frame is broken, though some decoders do not complain', async () => {
    const cut = bytes.subarray(0, (borders().at(-100) ?? 0) + 8);
    expect((await probed(cut, shallow)).integrity).toEqual(ENDS_EARLY);
  });

  it('with something strange in the middle tells no length rather than a guessed one', async () => {
    const middle = borders()[100] ?? 0;
    const strange = Buffer.concat([
      bytes.subarray(0, middle),
      Buffer.alloc(4000, 0xfe),
      bytes.subarray(middle),
    ]);
    const { audio, integrity } = await probed(strange, shallow);
    expect(integrity).toEqual(OPEN_ENDED);
    expect(audio).toMatchObject({ decoded: false });
    expect(audio).not.toHaveProperty('duration');
  });
});

it('a recording that was decoded to its end says so: whoever added --deep is not told to add it', async () => {
  const file = await clips.make([...tone(), 'deep.wav']);
  expect((await probeAudio(file, 'wav', system, shallow)).audio?.decoded).toBe(false);
  expect((await probeAudio(file, 'wav', system, deeply)).audio?.decoded).toBe(true);
});

it('a minute of AAC is not told as less than a minute, as the bit rate would have it', async () => {
  const file = await clips.make(['-f', 'lavfi', '-i', 'anoisesrc=d=60:a=0.3', '-b:a', '96k', 'minute.aac']);
  const { audio } = await probeAudio(file, 'aac', system, shallow);
  expect(audio?.duration).toBeGreaterThanOrEqual(60);
  expect(audio?.duration).toBeLessThan(60.1);
});

it('tags behind the sound of an MP3 do not make it broken, nor whole', async () => {
  const file = await clips.make([
    ...tone(),
    '-write_xing',
    '0',
    '-write_id3v1',
    '1',
    '-metadata',
    'title=x',
    'tags.mp3',
  ]);
  const { audio, integrity } = await probeAudio(file, 'mp3', system, deeply);
  expect(integrity).toEqual(OPEN_ENDED);
  expect(audio?.duration).toBeCloseTo(2, 0);
});

it('a recording that does not say where it ends is unknown', async () => {
  const file = await clips.make([...tone(), '-write_xing', '0', 'plain.mp3']);
  const { audio, integrity } = await probeAudio(file, 'mp3', system, shallow);
  expect(integrity).toEqual(OPEN_ENDED);
  expect(audio?.codec).toBe('mp3');
});
