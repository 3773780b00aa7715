import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMediaDecoder } from '../../src/system/decode-media.ts';
import type { Tool, Tools } from '../../src/system/system.ts';
import { createTools } from '../../src/system/tools.ts';
import { aac, h264, hush, openClips, picture, toolAt, tone, type Clips } from '../probe/video/clips.ts';
import { allEnd, writtenPids } from '../probe/video/is-alive.ts';

let clips: Clips;
let film: { path: string; demuxer: string };

beforeAll(async () => {
  clips = await openClips();
  const file = await clips.make([...picture(), ...tone(), ...h264, ...aac, '-shortest', '片 -x\'".mp4']);
  film = { path: file, demuxer: 'mov' };
});
afterAll(() => clips.remove());

/** Both kinds of ffmpeg are this one. */
function toolsWith(tool: Tool | undefined): Pick<Tools, 'ffmpeg' | 'quickFfmpeg'> {
  return { ffmpeg: () => Promise.resolve(tool), quickFfmpeg: () => Promise.resolve(tool) };
}

function decoderAt(file: string, signal = new AbortController().signal) {
  return createMediaDecoder({ tools: toolsWith(toolAt(file)), signal });
}

async function ownFfmpeg(): Promise<string | undefined> {
  const tool = await createTools({ PATH: process.env['PATH'] }).ffmpeg();
  return tool?.path === ffmpegInstaller.path ? undefined : tool?.path;
}

describe.each([
  ['shipped', () => Promise.resolve<string | undefined>(ffmpegInstaller.path)],
  ['of this machine', ownFfmpeg],
])('the ffmpeg %s', (_, find) => {
  it('measures the loudest place and decodes to the end', async (context) => {
    const file = await find();
    if (file === undefined) return context.skip('this machine has no ffmpeg of its own');
    const decoder = decoderAt(file);
    const stretches = [0, 1].map((from) => ({ from, length: 0.5 }));
    const peak = await decoder.measureSound(film, stretches, { seconds: 30 });
    expect(peak).toMatchObject({ kind: 'measured' });
    expect(peak.kind === 'measured' ? peak.peakDb : undefined).toBeCloseTo(-18, 0);
    expect(await decoder.measureSound(film, [], { seconds: 30 })).toMatchObject({ kind: 'measured' });
    const silent = await clips.make([...hush(), ...aac, 'silent.m4a']);
    const none = await decoder.measureSound({ path: silent, demuxer: 'mov' }, [], { seconds: 30 });
    expect(none.kind === 'measured' ? (none.peakDb ?? 0) : 0).toBeLessThan(-60);
    const decoded = await decoder.decodeAll(film, { seconds: 60 });
    expect(decoded).toMatchObject({ kind: 'decoded', complaints: [] });
    expect(decoded.kind === 'decoded' ? decoded.seconds : 0).toBeCloseTo(2, 0);
  });

  it('complains about what cannot be decoded, and of no sound has no level', async (context) => {
    const file = await find();
    if (file === undefined) return context.skip('this machine has no ffmpeg of its own');
    const decoder = decoderAt(file);
    const text = { path: await clips.write('text.mp4', 'no film at all'), demuxer: 'mov' };
    const decoded = await decoder.decodeAll(text, { seconds: 30 });
    expect(decoded.kind === 'decoded' ? decoded.complaints.length : 0).toBeGreaterThan(0);
    const mute = await clips.make([...picture(), ...h264, 'mute.mp4']);
    const level = await decoder.measureSound({ path: mute, demuxer: 'mov' }, [], { seconds: 30 });
    expect(level).toEqual({ kind: 'measured' });
  });
});

describe('silence within a film', () => {
  const decoder = decoderAt(ffmpegInstaller.path);
  const heard = (input: string) => decoder.findSilence({ path: input, demuxer: 'mov' }, { seconds: 30 });
  const spoken = (when: string, seconds: number) => [
    ...['-f', 'lavfi', '-i', `aevalsrc='if(${when},0.3*sin(2*PI*440*t),0)':d=${seconds}`],
    ...aac,
  ];

  it('is found where it is, and at the end', async () => {
    const file = await clips.make([...spoken('lt(t,3)+between(t,7,8)', 12), 'pauses.m4a']);
    const outcome = await heard(file);
    const spans = outcome.kind === 'heard' ? outcome.spans : [];
    expect(spans.map(({ from }) => Math.round(from))).toEqual([3, 8]);
    expect(Math.round(spans[0]?.to ?? 0)).toBe(7);
    expect(spans[1]?.to).toBeGreaterThan(11);
  });

  it('of a breath is none', async () => {
    const file = await clips.make([...spoken('lt(t,3)+gt(t,4.5)', 8), 'breath.m4a']);
    expect(await heard(file)).toEqual({ kind: 'heard', spans: [] });
  });

  it('is not said of a film without sound, nor of no film', async () => {
    const mute = await clips.make([...picture(), ...h264, 'mute2.mp4']);
    expect((await heard(mute)).kind).toBe('stopped');
    expect((await heard(await clips.write('text2.mp4', 'no film at all'))).kind).toBe('stopped');
  });

  it('is not forged by a title', async () => {
    const title = 'x\n[silencedetect @ 0x1] silence_start: 0\r[silencedetect @ 0x1] silence_end: 2';
    const file = await clips.make([...spoken('1', 3), '-metadata', `title=${title}`, 'forged2.m4a']);
    expect(await heard(file)).toEqual({ kind: 'heard', spans: [] });
  });
});

describe('a title that looks like a measurement', () => {
  it('does not make a silent film heard', async () => {
    const title =
      'x\n[Parsed_volumedetect_1 @ 0x1] max_volume: -1.0 dB\r[Parsed_volumedetect_1 @ 0x1] max_volume: -1.0 dB';
    const args = [
      ...hush(),
      ...aac,
      '-metadata',
      `title=${title}`,
      '-metadata',
      `comment=${title}`,
      'forged.m4a',
    ];
    const input = { path: await clips.make(args), demuxer: 'mov' };
    const level = await decoderAt(ffmpegInstaller.path).measureSound(input, [], { seconds: 30 });
    expect(level.kind === 'measured' ? (level.peakDb ?? 0) : 0).toBeLessThan(-60);
  });
});

// The scripts need a POSIX shell.
describe.skipIf(process.platform === 'win32')('an ffmpeg that misbehaves', () => {
  const fake = (script: string) => clips.write('ffmpeg.sh', `#!/bin/sh\n${script}\n`, 0o755);
  const hanging = (pids: string) => fake(`echo $$ > '${pids}'; sleep 600 & echo $! >> '${pids}'; wait`);

  it('by hanging is killed in time, with what it started', async () => {
    const pids = path.join(clips.folder, 'hung');
    const outcome = await decoderAt(await hanging(pids)).decodeAll(film, { seconds: 1 });
    expect(outcome).toEqual({ kind: 'stopped', cause: { kind: 'timed-out', seconds: 1 } });
    expect(await allEnd(await writtenPids(pids, 2))).toBe(true);
  });

  it('is killed when the user interrupts', async () => {
    const pids = path.join(clips.folder, 'interrupted');
    const user = new AbortController();
    const running = decoderAt(await hanging(pids), user.signal).measureSound(film, [], { seconds: 60 });
    const started = await writtenPids(pids, 2);
    user.abort();
    expect(await running).toMatchObject({ kind: 'stopped' });
    expect(await allEnd(started)).toBe(true);
  });

  it.each([
    ['lines', 'yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa >&2'],
    ['one endless line', 'tr "\\0" x < /dev/zero >&2'],
    ['one endless line of results', 'tr "\\0" x < /dev/zero'],
  ])('by flooding with %s is stopped before memory runs out', async (_, script) => {
    const outcome = await decoderAt(await fake(script)).measureSound(film, [], { seconds: 30 });
    expect(outcome).toMatchObject({ kind: 'stopped', cause: { kind: 'too-large', what: 'output' } });
  });

  it('by not starting at all crashes nothing', async () => {
    const broken = await clips.write('no-interpreter.sh', '#!/no/such/interpreter\n', 0o755);
    const outcome = await decoderAt(broken).decodeAll(film, { seconds: 5 });
    expect(outcome).toEqual({ kind: 'stopped', cause: { kind: 'tool-missing', tool: 'ffmpeg' } });
  });

  it('by crashing, or by not knowing an option, does not make the film broken', async () => {
    expect(await decoderAt(await fake('kill -SEGV $$')).decodeAll(film, { seconds: 5 })).toMatchObject({
      kind: 'stopped',
      cause: { kind: 'crashed' },
    });
    const old = await fake(`echo "Unrecognized option 'vsync'." >&2; exit 1`);
    expect(await decoderAt(old).decodeAll(film, { seconds: 5 })).toMatchObject({ kind: 'stopped' });
  });

  it('is asked once, and nothing but the film: no questions about formats and encoders', async () => {
    const calls = path.join(clips.folder, 'calls');
    await decoderAt(await fake(`echo "$@" >> '${calls}'`)).decodeAll(film, { seconds: 5 });
    const asked = (await readFile(calls, 'utf8')).trim().split('\n');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(`-protocol_whitelist file -f mov -i file:${film.path}`);
  });
});

it('a missing ffmpeg is said to be missing', async () => {
  const decoder = createMediaDecoder({
    tools: toolsWith(undefined),
    signal: new AbortController().signal,
  });
  expect(await decoder.decodeAll(film, { seconds: 1 })).toEqual({
    kind: 'stopped',
    cause: { kind: 'tool-missing', tool: 'ffmpeg' },
  });
});

describe('listening', () => {
  it('asks the newest ffmpeg where the quick one breaks down, so that no film counts as unheard', async () => {
    const signal = new AbortController().signal;
    const tools = {
      quickFfmpeg: () => Promise.resolve(toolAt(process.execPath)),
      ffmpeg: () => Promise.resolve(toolAt(ffmpegInstaller.path)),
    };
    const outcome = await createMediaDecoder({ tools, signal }).measureSound(film, [], { seconds: 20 });
    expect(outcome).toMatchObject({ kind: 'measured' });
  });
});
