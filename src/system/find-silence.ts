import { AUDIBLE } from '../model/audible.ts';
import type { Span } from '../model/picture-facts.ts';
import { openInput, runFfmpeg, type DecoderWorld } from './run-ffmpeg.ts';
import type { MediaInput, SilenceOutcome, Tools } from './system.ts';

interface ListeningWorld extends DecoderWorld {
  readonly tools: Pick<Tools, 'ffmpeg'>;
}

/** Seconds: a breath and a cut are no silence. */
const SHORTEST = 2;
/** A film that comes and goes without end has been understood long before. */
const MOST_SPANS = 500;

/** Where the first sound track is silent, heard from end to end. */
export async function findSilence(
  world: ListeningWorld,
  input: MediaInput,
  limit: number,
): Promise<SilenceOutcome> {
  const ears = createEars();
  const ended = await runFfmpeg(world, await world.tools.ffmpeg(), limit, {
    configure: (command) => {
      openInput(command, input, limit, ['-v', 'info', '-stats', '-vn', '-sn', '-dn']);
      command
        .outputOptions('-map', '0:a:0', '-af', `silencedetect=noise=${AUDIBLE}dB:d=${SHORTEST}`)
        .format('null')
        .output('-');
    },
    onLine: ears.hear,
  });
  if (ended.kind === 'stopped') return ended;
  if (ended.failure !== undefined)
    return { kind: 'stopped', cause: { kind: 'crashed', detail: ended.failure } };
  return { kind: 'heard', spans: ears.spans() };
}

// At the start of the line: ffmpeg sets a mark before every line of a tag, so a title cannot forge this.
const SAID = /^\[silencedetect @ \w+\] silence_(start|end): (-?\d+(?:\.\d+)?)/;

function createEars() {
  const found: Span[] = [];
  let begun: number | undefined;
  const end = (to: number) => {
    if (begun !== undefined && to > begun && found.length < MOST_SPANS) found.push({ from: begun, to });
    begun = undefined;
  };
  return {
    hear: (line: string) => {
      const [, what, value] = SAID.exec(line) ?? [];
      if (what === 'start') begun = Math.max(0, Number(value));
      if (what === 'end') end(Number(value));
    },
    /** One that never ended lasts until the end of the film, wherever that is. */
    spans: (): readonly Span[] => {
      end(Infinity);
      return found;
    },
  };
}
