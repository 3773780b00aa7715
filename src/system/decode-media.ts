import { createFrameDrawer } from './draw-frames.ts';
import { findSilence } from './find-silence.ts';
import { measureSound } from './measure-sound.ts';
import { readFfmpegLine } from './read-ffmpeg-lines.ts';
import { openInput, runFfmpeg, type DecoderWorld } from './run-ffmpeg.ts';
import { createFrameSampler } from './sample-frames.ts';
import type { DecodeOutcome, MediaDecoder, MediaInput, Tools } from './system.ts';

interface DecoderOptions {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
  readonly signal: AbortSignal;
}

const COMPLAINTS_KEPT = 20;
/** An ffmpeg that does not know an option has looked at nothing. */
const MISUNDERSTOOD = /^(?:Unrecognized option|Option not found|Error splitting the argument list)/;

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
    measureSound: (input, stretches, limits) => measureSound(world, input, stretches, limits.seconds),
    findSilence: (input, limits) => findSilence(world, input, limits.seconds),
    sampleFrames: createFrameSampler(options),
    drawFrame: createFrameDrawer(options),
  };
}

async function decodeAll(
  world: DecoderWorld & DecoderOptions,
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
