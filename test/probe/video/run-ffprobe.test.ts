import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFfprobe } from '../../../src/probe/video/run-ffprobe.ts';
import { mediaSystem, openClips, shipped, toolAt, type Clips } from './clips.ts';
import { allEnd, writtenPids } from './is-alive.ts';

let clips: Clips;
beforeAll(async () => {
  clips = await openClips();
});
afterAll(() => clips.remove());

async function askFake(script: string, seconds = 20) {
  const fake = await clips.write('ffprobe.sh', `#!/bin/sh\n${script}\n`, 0o755);
  const system = mediaSystem({ ...shipped, ffprobe: () => Promise.resolve(toolAt(fake)) });
  return runFfprobe({ path: '/no/such/film.mp4', demuxer: 'mov' }, system, seconds);
}

// The scripts need a POSIX shell.
describe.skipIf(process.platform === 'win32')('an ffprobe that fails', () => {
  it('by hanging is stopped in time, with what it started', async () => {
    const pids = path.join(clips.folder, 'pids');
    const started = Date.now();
    const probed = await askFake(`echo $$ > '${pids}'; sleep 600 & echo $! >> '${pids}'; wait`, 1);
    expect(probed).toEqual({
      kind: 'failed',
      integrity: { state: 'unknown', cause: { kind: 'timed-out', seconds: 1 } },
    });
    expect(Date.now() - started).toBeLessThan(10_000);
    expect(await allEnd(await writtenPids(pids, 2))).toBe(true);
  });

  it('by flooding is stopped', async () => {
    expect(await askFake('yes')).toMatchObject({
      integrity: { cause: { kind: 'too-large', what: 'output' } },
    });
  });

  it.each([
    ['without a word', 'exit 1', 'crashed'],
    ['in a library of its own', 'echo "error while loading shared libraries" >&2; exit 127', 'crashed'],
    ['by printing nonsense', 'echo "{ not json"', 'crashed'],
    ['by printing another shape', 'echo "{}"', 'crashed'],
    ['by being killed', 'kill -SEGV $$', 'crashed'],
    ['because it may not read', 'echo "file:/no/such/film.mp4: Permission denied" >&2; exit 1', 'unreadable'],
  ])('%s never makes the film broken', async (_, script, kind) => {
    expect(await askFake(script)).toMatchObject({
      kind: 'failed',
      integrity: { state: 'unknown', cause: { kind } },
    });
  });

  it('on the film itself says why, without the path', async () => {
    const probed = await askFake('echo "file:/no/such/film.mp4: Invalid data found\x1b[31m" >&2; exit 1');
    expect(probed).toEqual({
      kind: 'failed',
      integrity: { state: 'broken', cause: { kind: 'corrupt', detail: 'Invalid data found [31m' } },
    });
  });
});

it('a missing ffprobe is unknown', async () => {
  const system = mediaSystem({ ...shipped, ffprobe: () => Promise.resolve(undefined) });
  expect(await runFfprobe({ path: '/film.mp4', demuxer: 'mov' }, system, 1)).toEqual({
    kind: 'failed',
    integrity: { state: 'unknown', cause: { kind: 'tool-missing', tool: 'ffprobe' } },
  });
});
