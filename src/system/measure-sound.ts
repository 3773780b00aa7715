import { readSoundLine, type FfmpegSound } from './read-ffmpeg-lines.ts';
import { openInput, runFfmpeg, type DecoderWorld } from './run-ffmpeg.ts';
import type { MediaInput, SoundOutcome, Stretch, Tool, Tools } from './system.ts';

interface ListeningWorld extends DecoderWorld {
  readonly tools: Pick<Tools, 'ffmpeg' | 'quickFfmpeg'>;
}

const WHOLE_TRACK: readonly (Stretch | undefined)[] = [undefined];
/** dBFS, as it is told: to a tenth. */
const FULL_SCALE = -0.05;

/** With the ffmpeg that starts fastest; what it cannot decode is left to the newest. */
export async function measureSound(
  world: ListeningWorld,
  input: MediaInput,
  stretches: readonly Stretch[],
  limit: number,
): Promise<SoundOutcome> {
  const [quick, newest] = await Promise.all([world.tools.quickFfmpeg(), world.tools.ffmpeg()]);
  const heard = await measureWith(world, quick, { input, stretches, limit });
  const failed = heard.kind === 'stopped' && heard.cause.kind === 'crashed';
  return failed && quick?.path !== newest?.path
    ? measureWith(world, newest, { input, stretches, limit })
    : heard;
}

interface ListeningJob {
  readonly input: MediaInput;
  readonly stretches: readonly Stretch[];
  /** Seconds. */
  readonly limit: number;
}

/** One process for all stretches: the file is opened once for each, and only there is it read. */
async function measureWith(
  world: ListeningWorld,
  tool: Tool | undefined,
  { input, stretches, limit }: ListeningJob,
): Promise<SoundOutcome> {
  const inputs = stretches.length > 0 ? stretches : WHOLE_TRACK;
  const found: { -readonly [K in keyof FfmpegSound]: FfmpegSound[K] } = {};
  const seen = { noTrack: false };
  const ended = await runFfmpeg(world, tool, limit, {
    configure: (command) => {
      for (const stretch of inputs) {
        const cut = stretch ? ['-ss', String(stretch.from), '-t', String(stretch.length)] : [];
        openInput(command, input, limit, ['-v', 'info', '-nostats', '-vn', '-sn', '-dn', ...cut]);
      }
      const sources = inputs.map((_, index) => `[${index}:a:0]`).join('');
      // What a player's 16 bits cannot hold is cut off there: that is what is counted.
      const measures = 'aformat=sample_fmts=s16,astats,volumedetect';
      command.complexFilter([`${sources}concat=n=${inputs.length}:v=0:a=1,${measures}[out]`], ['out']);
      command.format('null').output('-');
    },
    onLine: (line) => {
      seen.noTrack ||= line.includes('matches no streams');
      Object.assign(found, readSoundLine(line));
    },
  });
  if (ended.kind === 'stopped') return ended;
  if (ended.failure !== undefined && found.peakDb === undefined && !seen.noTrack) {
    return { kind: 'stopped', cause: { kind: 'crashed', detail: ended.failure } };
  }
  const { peakDb, meanDb = peakDb, samples = 0, nearFull = 0, fullScale = 0, looked = 0 } = found;
  if (peakDb === undefined || meanDb === undefined) return { kind: 'measured' };
  const share = (part: number, of: number) => (of > 0 ? Math.min(1, part / of) : 0);
  const isFull = peakDb >= FULL_SCALE;
  return {
    kind: 'measured',
    peakDb,
    meanDb,
    nearFull: isFull ? share(nearFull, samples) : 0,
    fullScale: isFull ? share(fullScale, looked) : 0,
  };
}
