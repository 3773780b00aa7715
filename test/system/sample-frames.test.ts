import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFrameSampler } from '../../src/system/sample-frames.ts';
import type { FramesOutcome, SampledFrame } from '../../src/system/system.ts';
import { h264, openClips, picture, toolAt, type Clips } from '../probe/video/clips.ts';
import { allEnd, writtenPids } from '../probe/video/is-alive.ts';

let clips: Clips;

beforeAll(async () => {
  clips = await openClips();
});
afterAll(() => clips.remove());

function samplerAt(file: string, signal = new AbortController().signal) {
  const tool = () => Promise.resolve(toolAt(file));
  return createFrameSampler({ tools: { ffmpeg: tool, quickFfmpeg: tool }, signal });
}

const sampler = () => samplerAt(ffmpegInstaller.path);
const whole = { from: 0, length: 3, rate: 3, width: 64, height: 36 };

function framesOf(outcome: FramesOutcome): readonly SampledFrame[] {
  if (outcome.kind !== 'sampled') throw new Error(`stopped: ${outcome.cause.kind}`);
  return outcome.frames;
}

describe('samples of a film', () => {
  it('are of the size that was asked for, and told with their time', async () => {
    const file = await clips.make([...picture('160x90', 3), ...h264, '片 -x\'".mp4']);
    const frames = framesOf(await sampler()({ path: file, demuxer: 'mov' }, whole, { seconds: 30 }));
    expect(frames.length).toBeGreaterThanOrEqual(8);
    expect(frames.every(({ pixels }) => pixels.length === 64 * 36)).toBe(true);
    expect(frames.map(({ at }) => at)).toEqual([...frames.map(({ at }) => at)].sort((a, b) => a - b));
  });

  it('are one, where the film has one picture', async () => {
    const file = await clips.make([...picture(), ...h264, '-frames:v', '1', 'one.mp4']);
    const frames = framesOf(await sampler()({ path: file, demuxer: 'mov' }, whole, { seconds: 30 }));
    expect(frames.length).toBeLessThanOrEqual(1);
  });

  it('of a film of five hours come at once, from where they were asked for', async () => {
    const source = 'color=c=gray:s=64x36:r=1/10:d=18000';
    const file = await clips.make(['-f', 'lavfi', '-i', source, ...h264, '-g', '6', 'long.mp4']);
    const start = performance.now();
    const request = { ...whole, from: 17_000, length: 60 };
    const frames = framesOf(await sampler()({ path: file, demuxer: 'mov' }, request, { seconds: 30 }));
    expect(frames.length).toBeGreaterThan(0);
    expect(frames[0]?.at).toBeGreaterThan(16_900);
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('are of one size although the film changes its own on the way', async () => {
    const parts = [
      await clips.make([...picture('160x90', 2), ...h264, '-f', 'mpegts', 'a.ts']),
      await clips.make([...picture('96x128', 2), ...h264, '-f', 'mpegts', 'b.ts']),
    ];
    const bytes = await Promise.all(parts.map((part) => readFile(part)));
    const file = await clips.write('changing.ts', Buffer.concat(bytes));
    const request = { ...whole, length: 6 };
    const frames = framesOf(await sampler()({ path: file, demuxer: 'mpegts' }, request, { seconds: 30 }));
    expect(frames.length).toBeGreaterThan(6);
    expect(frames.every(({ pixels }) => pixels.length === 64 * 36)).toBe(true);
  });

  it('of ten bits and HDR are grey pictures as any other', async () => {
    const hdr = [
      '-pix_fmt',
      'yuv420p10le',
      '-color_primaries',
      'bt2020',
      '-color_trc',
      'smpte2084',
      '-colorspace',
      'bt2020nc',
    ];
    const file = await clips.make([
      ...picture(),
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      ...hdr,
      '-x265-params',
      'log-level=none',
      'hdr.mp4',
    ]);
    const frames = framesOf(await sampler()({ path: file, demuxer: 'mov' }, whole, { seconds: 60 }));
    expect(frames.length).toBeGreaterThan(3);
    expect(new Set(frames[0]?.pixels).size).toBeGreaterThan(20);
  });

  it('of a film with a spoiled stretch end with an answer, and with what could be decoded', async () => {
    const file = await clips.make([
      ...picture('160x90', 6),
      ...h264,
      '-movflags',
      '+faststart',
      'spoiled.mp4',
    ]);
    const bytes = await readFile(file);
    const spoiled = await clips.write(
      'spoiled-2.mp4',
      bytes.map((byte, at) => (at > bytes.length * 0.4 && at < bytes.length * 0.6 ? (at * 31) % 251 : byte)),
    );
    const request = { ...whole, length: 6 };
    const outcome = await sampler()({ path: spoiled, demuxer: 'mov' }, request, { seconds: 30 });
    expect(framesOf(outcome).length).toBeGreaterThan(3);
  });

  it('are none, with a reason, where there is no film', async () => {
    const file = await clips.write('text.mp4', 'no film at all');
    const outcome = await sampler()({ path: file, demuxer: 'mov' }, whole, { seconds: 30 });
    expect(outcome).toMatchObject({ kind: 'stopped', cause: { kind: 'crashed' } });
  });
});

// The scripts need a POSIX shell.
describe.skipIf(process.platform === 'win32')('an ffmpeg that misbehaves', () => {
  const film = { path: '/film.mp4', demuxer: 'mov' };
  const hanging = (pids: string) =>
    clips.write('hang.sh', `#!/bin/sh\necho $$ > '${pids}'; sleep 600 & echo $! >> '${pids}'; wait\n`, 0o755);

  it('is killed at the time limit, with what it started', async () => {
    const pids = path.join(clips.folder, 'hung');
    const outcome = await samplerAt(await hanging(pids))(film, whole, { seconds: 1 });
    expect(outcome).toEqual({ kind: 'stopped', cause: { kind: 'timed-out', seconds: 1 } });
    expect(await allEnd(await writtenPids(pids, 2))).toBe(true);
  });

  it('is killed when the user interrupts', async () => {
    const pids = path.join(clips.folder, 'interrupted');
    const user = new AbortController();
    const running = samplerAt(await hanging(pids), user.signal)(film, whole, { seconds: 60 });
    const started = await writtenPids(pids, 2);
    user.abort();
    expect(await running).toMatchObject({ kind: 'stopped' });
    expect(await allEnd(started)).toBe(true);
  });

  it('is stopped before its pictures fill the memory', async () => {
    const flood = await clips.write('flood.sh', '#!/bin/sh\ncat /dev/zero\n', 0o755);
    const outcome = await samplerAt(flood)(film, whole, { seconds: 30 });
    expect(outcome).toMatchObject({ kind: 'stopped', cause: { kind: 'too-large', what: 'output' } });
  });
});
