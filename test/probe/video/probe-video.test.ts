import { readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VideoFacts } from '../../../src/model/facts.ts';
import { probeVideo } from '../../../src/probe/video/probe-video.ts';
import {
  aac,
  formatOf,
  h264,
  hush,
  mediaSystem,
  openClips,
  picture,
  shallow,
  tone,
  type Clips,
} from './clips.ts';

let clips: Clips;
const system = mediaSystem();

beforeAll(async () => {
  clips = await openClips();
  await clips.make([...picture(), ...tone(), ...h264, ...aac, '-shortest', 'plain.mp4']);
});
afterAll(() => clips.remove());

async function probe(file: string) {
  return probeVideo(file, formatOf(file), system, shallow);
}

async function factsOf(args: readonly string[]): Promise<VideoFacts> {
  const { video, integrity } = await probe(await clips.make(args));
  expect(integrity).toEqual({ state: 'whole' });
  if (!video) throw new Error('no facts');
  return video;
}

const from = (name: string) => ['-i', path.join(clips.folder, name)];

describe('the picture', () => {
  it('is told as the notice asks: codec, size, rate, length, sound, index in front', async () => {
    const film = [
      ...picture('1920x1080', 1),
      ...tone(1),
      ...h264,
      ...aac,
      '-movflags',
      '+faststart',
      'full.mp4',
    ];
    const facts = await factsOf(film);
    expect(facts).toMatchObject({
      brand: 'isom',
      codec: 'h264',
      stored: { width: 1920, height: 1080 },
      shown: { width: 1920, height: 1080 },
      rotation: 0,
      frameRate: 25,
      constantFrameRate: true,
      pixelFormat: 'yuv420p',
      bitDepth: 8,
      chroma: '4:2:0',
      interlaced: false,
      faststart: true,
      pictureTracks: 1,
      coverArt: false,
      subtitleTracks: [],
      decoded: false,
    });
    expect(facts.duration).toBeCloseTo(1, 0);
    expect(facts.sound).toMatchObject({ tracks: 1, codec: 'aac', silence: { state: 'heard' } });
  });

  it.each([
    ['upright', [0, 1, -1, 0], 90],
    ['upside down', [-1, 0, 0, -1], 180],
    ['upright, the other way', [0, -1, 1, 0], 270],
    ['upright and mirrored', [0, 1, 1, 0], undefined],
  ])('filmed %s is shown so, and no landscape is claimed', async (_, [a = 0, b = 0, c = 0, d = 0], turn) => {
    const bytes = await readFile(path.join(clips.folder, 'plain.mp4'));
    // ISO/IEC 14496-12 §8.3.2: the matrix of the first track, numbers in 16.16.
    const matrix = bytes.indexOf('tkhd') + 44;
    for (const [place, value] of [a, b, 0, c, d].entries())
      bytes.writeInt32BE(value * 65_536, matrix + place * 4);
    const { video } = await probe(await clips.write('turned.mp4', bytes));
    if (turn !== undefined) expect(video?.rotation).toBe(turn);
    expect(video?.stored).toEqual({ width: 160, height: 90 });
    expect(video?.shown).toEqual(turn === 180 ? { width: 160, height: 90 } : { width: 90, height: 160 });
  });

  it('with wide pixels is as wide as players show it', async () => {
    const facts = await factsOf([...picture('1440x1080', 1), ...h264, '-vf', 'setsar=4/3', 'wide.mp4']);
    expect(facts.stored).toEqual({ width: 1440, height: 1080 });
    expect(facts.shown).toEqual({ width: 1920, height: 1080 });
  });

  it('of 4:4:4 with 10 bits is not taken for ordinary H.264', async () => {
    const facts = await factsOf([...picture(), '-c:v', 'libx264', '-pix_fmt', 'yuv444p10le', 'deep.mp4']);
    expect(facts).toMatchObject({
      codec: 'h264',
      profile: 'High 4:4:4 Predictive',
      bitDepth: 10,
      chroma: '4:4:4',
    });
  });

  it.each([
    ['libx264', ['-profile:v', 'main', '-level:v', '4.1'], { codec: 'h264', profile: 'Main', level: 4.1 }],
    ['libx264', ['-profile:v', 'baseline', '-level:v', '3'], { profile: 'Constrained Baseline', level: 3 }],
    ['libx265', ['-x265-params', 'level-idc=4.1:log-level=none'], { codec: 'hevc', level: 4.1 }],
  ])('of %s with %j says its profile and level as the notice writes them', async (encoder, args, said) => {
    const name = `level-${encoder}-${args.join('').replace(/\W/g, '')}.mp4`;
    expect(
      await factsOf([...picture(), '-c:v', encoder, '-pix_fmt', 'yuv420p', ...args, name]),
    ).toMatchObject(said);
  });

  it('of a codec that counts its levels in another way names none', async () => {
    expect(await factsOf([...picture(), '-c:v', 'mpeg4', 'level-mpeg4.mp4'])).not.toHaveProperty('level');
  });

  it('of changing rhythm is not called constant', async () => {
    const uneven = ['-vf', "setpts='if(lt(N,20),N,2*N-20)/25/TB'", '-vsync', 'vfr'];
    expect(await factsOf([...picture(), ...h264, ...uneven, 'uneven.mp4'])).toMatchObject({
      constantFrameRate: false,
    });
  });

  it('interlaced is said to be so', async () => {
    const args = ['-vf', 'setfield=tff', '-flags', '+ilme+ildct', '-x264opts', 'tff=1'];
    expect(await factsOf([...picture('160x96'), ...h264, ...args, 'fields.mp4'])).toMatchObject({
      interlaced: true,
    });
  });

  it('on the cover is not the film', async () => {
    await clips.make([...picture('64x64', 1), '-frames:v', '1', 'cover.png']);
    const args = ['-map', '0', '-map', '1', '-c', 'copy', '-disposition:v:1', 'attached_pic', 'covered.mp4'];
    const facts = await factsOf([...from('plain.mp4'), ...from('cover.png'), ...args]);
    expect(facts).toMatchObject({ codec: 'h264', coverArt: true, pictureTracks: 1, stored: { width: 160 } });
  });

  it('in a renamed .mov shows by its brand', async () => {
    const mov = await clips.make([...from('plain.mp4'), '-c', 'copy', 'phone.mov']);
    const { video } = await probeVideo(mov, 'mp4', system, shallow);
    expect(video?.brand).toBe('qt  ');
  });
});

describe('subtitles and chapters', () => {
  const srt = '1\n00:00:00,100 --> 00:00:00,900\n大家好\n\n2\n00:00:01,000 --> 00:00:01,800\n开始上课\n';

  it('in a track are counted without the pauses between them', async () => {
    await clips.write('talk.srt', srt);
    const args = [
      '-map',
      '0',
      '-map',
      '1',
      '-c',
      'copy',
      '-c:s',
      'mov_text',
      '-metadata:s:s:0',
      'language=chi',
    ];
    const facts = await factsOf([...from('plain.mp4'), ...from('talk.srt'), ...args, 'talk.mp4']);
    expect(facts.subtitleTracks).toEqual([{ codec: 'mov_text', language: 'chi', events: 2 }]);
  });

  it('chapter titles are no subtitles', async () => {
    await clips.write(
      'chapters.txt',
      ';FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=900\ntitle=一\n',
    );
    const args = ['-map_metadata', '1', '-map', '0', '-c', 'copy', 'chapters.mp4'];
    const facts = await factsOf([...from('plain.mp4'), '-f', 'ffmetadata', ...from('chapters.txt'), ...args]);
    expect(facts).toMatchObject({ subtitleTracks: [], pictureTracks: 1 });
  });
});

describe('the sound', () => {
  it('that is there but silent is found out', async () => {
    const facts = await factsOf([...picture(), ...hush(), ...h264, ...aac, 'silent.mp4']);
    expect(facts.sound).toMatchObject({ tracks: 1, silence: { state: 'silent' } });
  });

  it('that is missing is not called silent', async () => {
    const facts = await factsOf([...picture(), ...h264, 'mute.mp4']);
    expect(facts.sound).toEqual({ tracks: 0, silence: { state: 'no-track' } });
  });

  it('heard once in a long silence is heard', async () => {
    const once = ['-f', 'lavfi', '-i', "aevalsrc='if(between(t,40,40.3),0.5*sin(2000*t),0)':d=60"];
    const slow = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=2:d=60'];
    const facts = await factsOf([...slow, ...once, ...h264, ...aac, 'once.mp4']);
    expect(facts.sound.silence.state).toBe('heard');
  });
});

describe('what is no film', () => {
  it('a playlist is never opened', async () => {
    const missing = path.join(clips.folder, 'list.mp4');
    const { integrity } = await probeVideo(missing, 'playlist', system, shallow);
    expect(integrity).toEqual({ state: 'broken', cause: { kind: 'refers-elsewhere' } });
  });

  it('sound alone in an .mp4 does not pass as a film', async () => {
    const file = await clips.make([...tone(), ...aac, 'sound.mp4']);
    expect(await probe(file)).toEqual({ integrity: { state: 'broken', cause: { kind: 'nothing-inside' } } });
  });

  it('a still picture named .mp4 crashes nothing', async () => {
    const still = Buffer.from('00000014667479706865696300000000686569630000000c6d65746100000000', 'hex');
    const file = await clips.write('still.mp4', still);
    expect(await probe(file)).toEqual({ integrity: { state: 'broken', cause: { kind: 'nothing-inside' } } });
  });

  it('a file that is gone meanwhile is unknown, not broken', async () => {
    const { integrity } = await probe(path.join(clips.folder, 'gone.mp4'));
    expect(integrity).toEqual({ state: 'unknown', cause: { kind: 'unreadable', detail: 'missing' } });
  });

  it('data in another file is said, and that file stays unopened', async () => {
    const bytes = await readFile(path.join(clips.folder, 'plain.mp4'));
    for (let at = bytes.indexOf('url '); at >= 0; at = bytes.indexOf('url ', at + 1)) bytes[at + 7] = 0;
    const { integrity } = await probe(await clips.write('elsewhere.mp4', bytes));
    expect(integrity).toEqual({ state: 'broken', cause: { kind: 'refers-elsewhere' } });
  });
});

describe('a hostile file', () => {
  it('cannot forge a stream by its title', async () => {
    const title =
      '[/FORMAT]\n[STREAM]\ncodec_name=h264\ncodec_type=video\nwidth=1920\nheight=1080\n[/STREAM]';
    const args = [...from('plain.mp4'), '-c', 'copy', '-metadata', `title=${title}`];
    const facts = await factsOf([...args, '-metadata:s:a:0', `title=${title}`, 'forged.mp4']);
    expect(facts).toMatchObject({ pictureTracks: 1, shown: { width: 160, height: 90 } });
    const mkv = await factsOf([...args, '-metadata:s:v:0', `language=${title}`, 'forged.mkv']);
    expect(mkv).toMatchObject({ pictureTracks: 1, shown: { width: 160, height: 90 } });
  });

  it.each(['-i.mp4', 'http:localhost.mp4', 'concat:a|b.mp4', ' 新建 "文件夹"(2)%d.mp4', '😀\u001b[31m.mp4'])(
    'is but a file, even when named %j',
    async (name) => {
      const bytes = await readFile(path.join(clips.folder, 'plain.mp4'));
      const { video, integrity } = await probe(await clips.write(name, bytes));
      expect(integrity).toEqual({ state: 'whole' });
      expect(video?.sound.silence.state).toBe('heard');
    },
  );

  it('that claims to last 39 hours is measured', async () => {
    const file = await clips.make([...from('plain.mp4'), '-c', 'copy', 'lying.mp4']);
    const bytes = await readFile(file);
    bytes.writeUInt32BE(39 * 3600 * 1000, bytes.indexOf('mvhd') + 20);
    await writeFile(file, bytes);
    expect((await probe(file)).video?.duration).toBeCloseTo(2, 0);
  });

  it('that claims to be short is measured too', async () => {
    const args = [
      '-f',
      'lavfi',
      '-i',
      'testsrc2=s=64x64:r=5:d=40',
      ...h264,
      '-use_editlist',
      '0',
      'short.mp4',
    ];
    const bytes = await readFile(await clips.make(args));
    bytes.writeUInt32BE(1000, bytes.indexOf('mvhd') + 20);
    expect((await probe(await clips.write('short.mp4', bytes))).video?.duration).toBeCloseTo(40, 0);
  });
});

describe('a large film', () => {
  it('of over 2 GiB is probed without being read', async () => {
    const file = await clips.make([
      ...from('plain.mp4'),
      '-c',
      'copy',
      '-movflags',
      '+faststart',
      'huge.mp4',
    ]);
    const bytes = await readFile(file);
    const media = bytes.indexOf('mdat') - 4;
    const total = 2.1 * 1024 ** 3;
    // The media box takes the place of the empty one before it and becomes one with a 64-bit length.
    bytes.write('\0\0\0\x01mdat', media - 8, 'latin1');
    bytes.writeBigUInt64BE(BigInt(Math.floor(total) - media + 8), media);
    await writeFile(file, bytes);
    await truncate(file, Math.floor(total));
    let read = 0;
    const counting: typeof system = {
      ...system,
      files: {
        ...system.files,
        open: async (name) => {
          const opened = await system.files.open(name);
          return { ...opened, read: (at, length) => ((read += length), opened.read(at, length)) };
        },
      },
    };
    const { video, integrity } = await probeVideo(file, 'mp4', counting, shallow);
    expect(integrity).toEqual({ state: 'whole' });
    expect(video?.sound.silence.state).toBe('heard');
    expect(read).toBeLessThan(1024 * 1024);
  });
});

describe('decoding everything', () => {
  it('finds what no index shows', async () => {
    const whole = path.join(clips.folder, 'plain.mp4');
    const good = await probeVideo(whole, 'mp4', system, { ...shallow, deep: true });
    expect(good).toMatchObject({ integrity: { state: 'whole' }, video: { decoded: true } });
    const bytes = await readFile(whole);
    const media = bytes.indexOf('mdat');
    for (let at = media + 2000; at < media + 30_000; at += 7) bytes[at] = 0x55;
    const bad = await clips.write('scratched.mp4', bytes);
    const { integrity } = await probeVideo(bad, 'mp4', system, { ...shallow, deep: true });
    expect(integrity.state).toBe('broken');
    expect(JSON.stringify(integrity)).not.toContain(clips.folder);
  });
});

describe('the bit rate of the sound', () => {
  it('is that of the only track; with two of them nobody says which is heard', async () => {
    const one = await factsOf([
      ...from('plain.mp4'),
      '-c:v',
      'copy',
      '-c:a',
      'aac',
      '-b:a',
      '96k',
      'one.mp4',
    ]);
    expect(one.sound.bitRate).toBeGreaterThan(0);
    expect(one.sound.bitRate).toBeLessThan(130_000);
    const two = await factsOf([
      ...from('plain.mp4'),
      ...['-map', '0:v', '-map', '0:a', '-map', '0:a', '-c', 'copy', 'two.mp4'],
    ]);
    expect(two.sound.tracks).toBe(2);
    expect(two.sound.bitRate).toBeUndefined();
    const silentOnIt = await factsOf([...from('plain.mp4'), '-c', 'copy', 'plain.mkv']);
    expect(silentOnIt.sound.bitRate).toBeUndefined();
  });
});
