import { ChildProcess } from 'node:child_process';
import os from 'node:os';
import type Ffmpeg from 'fluent-ffmpeg';
import type { UnknownCause } from '../model/facts.ts';
import { killTree } from './kill-tree.ts';
import type { MediaInput, Tool } from './system.ts';

export interface DecoderWorld {
  readonly signal: AbortSignal;
  /** How to end each ffmpeg that runs now. */
  readonly running: Set<() => void>;
}

/** Lines that are kept of what is said; a caller looks at each as it comes. */
const LINES_KEPT = 20;
const OUTPUT_LIMIT = 8 * 1024 * 1024;

/**
 * A forced demuxer, the `file` protocol alone and the `file:` prefix: no name and no content makes it open anything
 * else. `-timelimit` is processor time, kept by the system: the last net, should this program be killed itself.
 */
export function openInput(
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

export interface FfmpegJob {
  readonly configure: (command: Ffmpeg.FfmpegCommand) => void;
  readonly onLine: (line: string) => void;
}
/** `failure`: why it did not end well. */
export type FfmpegEnd =
  | { readonly kind: 'ended'; readonly failure?: string }
  | { readonly kind: 'stopped'; readonly cause: UnknownCause };

/** Runs one ffmpeg to its end, to the time limit, to the output limit or to the user's interruption. */
export async function runFfmpeg(
  { signal, running }: DecoderWorld,
  tool: Tool | undefined,
  limit: number,
  job: FfmpegJob,
): Promise<FfmpegEnd> {
  if (!tool) return { kind: 'stopped', cause: { kind: 'tool-missing', tool: 'ffmpeg' } };
  const { default: ffmpeg } = await import('fluent-ffmpeg');
  const command = ffmpeg({ stdoutLines: LINES_KEPT });
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
