import { spawn, type ChildProcess } from 'node:child_process';
import os from 'node:os';
import type { UnknownCause } from '../model/facts.ts';
import { killTree } from './kill-tree.ts';
import type {
  FrameRequest,
  FramesOutcome,
  MediaDecoder,
  MediaInput,
  SampledFrame,
  Tool,
  Tools,
} from './system.ts';

interface SamplerOptions {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
  readonly signal: AbortSignal;
}

/** Of what it says; each picture takes some 300 bytes of words. */
const WORDS_LIMIT = 8 * 1024 * 1024;
/** Whoever asks for more asks for a film, not for samples. */
const PICTURES_LIMIT = 256 * 1024 * 1024;
/** `showinfo` says of each picture when it is shown; counted from where the stretch was to begin. */
const SHOWN_AT = /pts_time:\s*(-?\d+(?:\.\d+)?)/;

/**
 * Samples of a film by ffmpeg: one process for each stretch. Pictures that no other picture is built on are not
 * decoded, and blocks are not smoothed, which saves a third of the time; for looking at, these pictures are not made.
 * With the ffmpeg that starts fastest; what it cannot decode is left to the newest.
 */
export function createFrameSampler({ tools, signal }: SamplerOptions): MediaDecoder['sampleFrames'] {
  const running = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of running) end(child);
  };
  signal.addEventListener('abort', endAll);
  process.once('exit', endAll);
  return async (input, request, { seconds }) => {
    if (signal.aborted) return stopped({ kind: 'crashed', detail: 'interrupted' });
    const args = argumentsFor(input, request, seconds);
    const [quick, newest] = await Promise.all([tools.quickFfmpeg(), tools.ffmpeg()]);
    if (!quick) return stopped({ kind: 'tool-missing', tool: 'ffmpeg' });
    const outcome = await sample(quick, args, { request, seconds, running });
    const hasFailed = outcome.kind === 'stopped' && outcome.cause.kind === 'crashed';
    return hasFailed && newest && newest.path !== quick.path
      ? sample(newest, args, { request, seconds, running })
      : outcome;
  };
}

/** A forced demuxer and the `file` protocol alone: no name and no content makes ffmpeg open anything else. */
function argumentsFor(input: MediaInput, request: FrameRequest, limit: number): readonly string[] {
  const { from, length, rate, width, height } = request;
  const processorSeconds = Math.ceil(limit) * os.availableParallelism() + 10;
  return [
    ...['-nostdin', '-hide_banner', '-v', 'info', '-nostats', '-timelimit', String(processorSeconds)],
    ...['-threads', '1', '-skip_frame', 'noref', '-skip_loop_filter', 'all', '-an', '-sn', '-dn'],
    ...['-noaccurate_seek', '-ss', String(from), '-t', String(length)],
    ...['-protocol_whitelist', 'file', '-f', input.demuxer, '-i', `file:${input.path}`, '-map', '0:V:0'],
    ...['-vf', `fps=${rate},scale=${width}:${height}:flags=area,format=gray,showinfo`],
    ...['-vsync', 'passthrough', '-f', 'rawvideo', '-'],
  ];
}

interface Sampling {
  readonly request: FrameRequest;
  readonly seconds: number;
  readonly running: Set<ChildProcess>;
}

function sample(tool: Tool, args: readonly string[], sampling: Sampling): Promise<FramesOutcome> {
  const { request, seconds, running } = sampling;
  return new Promise((resolve) => {
    const child = spawn(tool.path, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    const pictures = collectPictures(request);
    const words = collectWords();
    running.add(child);
    const settle = (outcome: FramesOutcome) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(outcome);
    };
    const stop = (cause: UnknownCause) => {
      end(child);
      settle(stopped(cause));
    };
    const timer = setTimeout(() => {
      stop({ kind: 'timed-out', seconds });
    }, seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => {
      if (!pictures.add(chunk)) stop({ kind: 'too-large', what: 'output', limit: PICTURES_LIMIT });
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (!words.add(chunk)) stop({ kind: 'too-large', what: 'output', limit: WORDS_LIMIT });
    });
    child.once('error', () => {
      settle(stopped({ kind: 'tool-missing', tool: 'ffmpeg' }));
    });
    child.once('close', (status, signal) => {
      const frames = pictures.frames(words.times());
      if (signal !== null) settle(stopped({ kind: 'crashed', detail: `ffmpeg: ${signal}` }));
      // What could be decoded before it failed is evidence all the same.
      else if (status !== 0 && frames.length === 0)
        settle(stopped({ kind: 'crashed', detail: words.lastComplaint() }));
      else settle({ kind: 'sampled', frames });
    });
  });
}

function collectPictures({ from, rate, width, height, length }: FrameRequest) {
  const size = width * height;
  const most = Math.min(PICTURES_LIMIT, (Math.ceil(length * rate) + 2) * size);
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      return bytes <= most;
    },
    frames: (times: readonly number[]): readonly SampledFrame[] => {
      const all = Buffer.concat(chunks);
      return Array.from({ length: Math.floor(all.length / size) }, (_, index) => ({
        at: Math.max(0, from + (times[index] ?? index / rate)),
        width,
        height,
        pixels: all.subarray(index * size, (index + 1) * size),
      }));
    },
  };
}

function collectWords() {
  const times: number[] = [];
  let bytes = 0;
  let rest = '';
  let complaint = 'no picture decoded';
  const read = (line: string) => {
    const time = SHOWN_AT.exec(line)?.[1];
    if (time !== undefined) times.push(Number(time));
    else if (line.trim() !== '') complaint = line.trim().slice(0, 200);
  };
  return {
    add: (chunk: Buffer) => {
      bytes += chunk.length;
      const lines = (rest + chunk.toString('utf8')).split(/[\r\n]+/);
      rest = lines.pop() ?? '';
      lines.forEach(read);
      return bytes <= WORDS_LIMIT;
    },
    times: () => times,
    lastComplaint: () => complaint,
  };
}

function stopped(cause: UnknownCause): FramesOutcome {
  return { kind: 'stopped', cause };
}

function end(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(child.pid);
}
