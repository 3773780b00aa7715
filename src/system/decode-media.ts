import { ChildProcess } from 'node:child_process';
import os from 'node:os';
import type Ffmpeg from 'fluent-ffmpeg';
import type { UnknownCause } from '../model/facts.ts';
import { createFrameDrawer } from './draw-frames.ts';
import { killTree } from './kill-tree.ts';
import { readFfmpegLine } from './read-ffmpeg-lines.ts';
import { createFrameSampler } from './sample-frames.ts';
import type { DecodeOutcome, MediaDecoder, MediaInput, PeakOutcome, Stretch, Tool, Tools } from './system.ts';

interface DecoderOptions {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
  readonly signal: AbortSignal;
}
interface DecoderWorld extends DecoderOptions {
  /** How to end each ffmpeg that runs now. */
  readonly running: Set<() => void>;
}

const OUTPUT_LIMIT = 8 * 1024 * 1024;
const COMPLAINTS_KEPT = 20;
/** An ffmpeg that does not know an option has looked at nothing. */
const MISUNDERSTOOD = /^(?:Unrecognized option|Option not found|Error splitting the argument list)/;
const WHOLE_TRACK: readonly (Stretch | undefined)[] = [undefined];

/** ffmpeg behind the port, by way of fluent-ffmpeg, which is loaded when first needed. */
export function createMediaDecoder(options: DecoderOptions): MediaDecoder {
  const world = { ...options, running: new Set<() => void>() };
  const endAll = () => {
    for (const end of world.running) end();
  };
  options.signal.addEventListener('abort', endAll);
  process.once('exit', endAll);
  return {
    decodeAll: (input, limits, onProgress) => decodeAll(world, input, limits.seconds, onProgress),
    peakLevel: (input, stretches, limits) => listen(world, input, stretches, limits.seconds),
    sampleFrames: createFrameSampler(options),
    drawFrame: createFrameDrawer(options),
  };
}

async function decodeAll(
  world: DecoderWorld,
  input: MediaInput,
  limit: number,
  onProgress?: (seconds: number) => void,
): Promise<DecodeOutcome> {
  const complaints: string[] = [];
  let seconds: number | undefined;
  const ended = await runFfmpeg(world, await world.tools.ffmpeg(), limit, {
    configure: (command) => {
      openInput(command, input, limit, ['-v', 'error', '-stats']);
      // Time stamps are passed on as they are: frames are neither doubled nor dropped, only decoded.
      command
        .outputOptions('-map', '0:v?', '-map', '0:a?', '-vsync', 'passthrough')
        .format('null')
        .output('-');
    },
    onLine: (line) => {
      const said = readFfmpegLine(line);
      if (said.complaint !== undefined && complaints.length < COMPLAINTS_KEPT)
        complaints.push(said.complaint);
      if (said.done === undefined) return;
      seconds = said.done;
      onProgress?.(said.done);
    },
  });
  if (ended.kind === 'stopped') {
    const drowned = ended.cause.kind === 'too-large' && complaints.length > 0;
    return drowned ? { kind: 'decoded', complaints } : ended;
  }
  const misunderstood = complaints.find((complaint) => MISUNDERSTOOD.test(complaint));
  if (misunderstood !== undefined)
    return { kind: 'stopped', cause: { kind: 'crashed', detail: misunderstood } };
  // A failed run without a word is still a failed run.
  const unsaid = ended.failure !== undefined && complaints.length === 0 ? [ended.failure] : [];
  return {
    kind: 'decoded',
    complaints: [...complaints, ...unsaid],
    ...(seconds !== undefined && { seconds }),
  };
}

/** With the ffmpeg that starts fastest; what it cannot decode is left to the newest. */
async function listen(
  world: DecoderWorld,
  input: MediaInput,
  stretches: readonly Stretch[],
  limit: number,
): Promise<PeakOutcome> {
  const [quick, newest] = await Promise.all([world.tools.quickFfmpeg(), world.tools.ffmpeg()]);
  const heard = await peakLevel(world, quick, { input, stretches, limit });
  const failed = heard.kind === 'stopped' && heard.cause.kind === 'crashed';
  return failed && quick?.path !== newest?.path
    ? peakLevel(world, newest, { input, stretches, limit })
    : heard;
}

interface ListeningJob {
  readonly input: MediaInput;
  readonly stretches: readonly Stretch[];
  /** Seconds. */
  readonly limit: number;
}

/** One process for all stretches: the file is opened once for each, and only there is it read. */
async function peakLevel(
  world: DecoderWorld,
  tool: Tool | undefined,
  { input, stretches, limit }: ListeningJob,
): Promise<PeakOutcome> {
  const inputs = stretches.length > 0 ? stretches : WHOLE_TRACK;
  const peaks: number[] = [];
  const seen = { noTrack: false };
  const ended = await runFfmpeg(world, tool, limit, {
    configure: (command) => {
      for (const stretch of inputs) {
        const cut = stretch ? ['-ss', String(stretch.from), '-t', String(stretch.length)] : [];
        openInput(command, input, limit, ['-v', 'info', '-nostats', '-vn', '-sn', '-dn', ...cut]);
      }
      const sources = inputs.map((_, index) => `[${index}:a:0]`).join('');
      command.complexFilter([`${sources}concat=n=${inputs.length}:v=0:a=1,volumedetect[out]`], ['out']);
      command.format('null').output('-');
    },
    onLine: (line) => {
      seen.noTrack ||= line.includes('matches no streams');
      const { peakDb } = readFfmpegLine(line);
      if (peakDb !== undefined) peaks.push(peakDb);
    },
  });
  if (ended.kind === 'stopped') return ended;
  if (ended.failure !== undefined && peaks.length === 0 && !seen.noTrack) {
    return { kind: 'stopped', cause: { kind: 'crashed', detail: ended.failure } };
  }
  return peaks.length > 0 ? { kind: 'measured', peakDb: Math.max(...peaks) } : { kind: 'measured' };
}

/**
 * A forced demuxer, the `file` protocol alone and the `file:` prefix: no name and no content makes it open anything
 * else. `-timelimit` is processor time, kept by the system: the last net, should this program be killed itself.
 */
function openInput(
  command: Ffmpeg.FfmpegCommand,
  input: MediaInput,
  limit: number,
  options: readonly string[],
): void {
  const processorSeconds = Math.ceil(limit) * os.availableParallelism() + 10;
  const safety = [
    '-nostdin',
    '-hide_banner',
    '-timelimit',
    String(processorSeconds),
    '-protocol_whitelist',
    'file',
  ];
  command.input(`file:${input.path}`).inputOptions(...options, ...safety, '-f', input.demuxer);
}

interface FfmpegJob {
  readonly configure: (command: Ffmpeg.FfmpegCommand) => void;
  readonly onLine: (line: string) => void;
}
/** `failure`: why it did not end well. */
type FfmpegEnd =
  | { readonly kind: 'ended'; readonly failure?: string }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

/** Runs one ffmpeg to its end, to the time limit, to the output limit or to the user's interruption. */
async function runFfmpeg(
  { signal, running }: DecoderWorld,
  tool: Tool | undefined,
  limit: number,
  job: FfmpegJob,
): Promise<FfmpegEnd> {
  if (!tool) return { kind: 'stopped', cause: { kind: 'tool-missing', tool: 'ffmpeg' } };
  const { default: ffmpeg } = await import('fluent-ffmpeg');
  const command = ffmpeg({ stdoutLines: COMPLAINTS_KEPT });
  command.setFfmpegPath(tool.path);
  withoutQuestions(command);
  job.configure(command);
  if (signal.aborted) return interruption;
  return new Promise((resolve) => {
    let child: ChildProcess | undefined;
    const kill = () => {
      if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
        killTree(child.pid);
    };
    const settle = (end: FfmpegEnd) => {
      clearTimeout(timer);
      running.delete(interrupt);
      resolve(end);
    };
    const stop = (cause: UnknownCause) => {
      kill();
      settle({ kind: 'stopped', cause });
    };
    const interrupt = () => {
      stop(interruption.cause);
    };
    const timer = setTimeout(() => {
      stop({ kind: 'timed-out', seconds: limit });
    }, limit * 1000);
    running.add(interrupt);
    command
      .on('start', () => {
        child = watch(command, stop);
      })
      .on('stderr', job.onLine)
      .on('end', () => {
        settle({ kind: 'ended' });
      })
      .on('error', (error: Error) => {
        settle(endOf(error, limit));
      })
      .run();
  });
}

const interruption = { kind: 'stopped', cause: { kind: 'crashed', detail: 'interrupted' } } as const;

/** Told by fluent-ffmpeg in words: the number ffmpeg ended with, or the signal that ended it. */
function endOf(error: Error, limit: number): FfmpegEnd {
  const [message = 'ffmpeg failed'] = error.message.split('\n');
  if (message.includes('signal SIGXCPU'))
    return { kind: 'stopped', cause: { kind: 'timed-out', seconds: limit } };
  if (message.includes('killed with signal'))
    return { kind: 'stopped', cause: { kind: 'crashed', detail: message } };
  return { kind: 'ended', failure: message };
}

/**
 * Before each first run fluent-ffmpeg asks ffmpeg for its formats and encoders: two more processes, which it cannot
 * stop. The answers are not needed here: ffmpeg itself refuses what it does not know.
 */
function withoutQuestions(command: Ffmpeg.FfmpegCommand): void {
  const known = new Proxy(
    {},
    { has: () => true, get: () => ({ description: '', canDemux: true, canMux: true }) },
  );
  command.availableFormats = (answer) => {
    Reflect.apply(answer, undefined, [null, known]);
  };
  command.availableEncoders = (answer) => {
    Reflect.apply(answer, undefined, [null, {}]);
  };
}

/**
 * What fluent-ffmpeg does not watch over. It keeps a line without an end whole, however long: output is counted
 * here. When the program cannot be started it throws where nobody can catch it: its listener is taken away.
 */
function watch(command: Ffmpeg.FfmpegCommand, stop: (cause: UnknownCause) => void): ChildProcess | undefined {
  const child: unknown = Reflect.get(command, 'ffmpegProc');
  if (!(child instanceof ChildProcess)) throw new Error('fluent-ffmpeg no longer shows its process');
  if (child.pid === undefined) {
    child.removeAllListeners('error').once('error', () => {
      stop({ kind: 'tool-missing', tool: 'ffmpeg' });
    });
    return undefined;
  }
  let bytes = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer | string) => {
      bytes += chunk.length;
      if (bytes <= OUTPUT_LIMIT) return;
      stream.removeAllListeners('data').destroy();
      stop({ kind: 'too-large', what: 'output', limit: OUTPUT_LIMIT });
    });
  }
  return child;
}
