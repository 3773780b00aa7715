import type { AudioFacts, Integrity } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { chooseDuration } from '../video/choose-duration.ts';
import { decodeDeeply, type DeepLook } from '../video/decode-deeply.ts';
import type { FfprobeReport } from '../video/ffprobe-report.ts';
import {
  openMedia,
  worst,
  worstWithFailure,
  type MediaSystem,
  type OpenedMedia,
  type ProbeOptions,
} from '../video/probe-media.ts';
import { runFfprobe } from '../video/run-ffprobe.ts';
import { NOTHING_INSIDE } from '../video/structure.ts';
import { AUDIO_READERS } from './read-audio-structure.ts';

export interface ProbedAudio {
  readonly audio?: AudioFacts;
  readonly integrity: Integrity;
}

/** The facts of one sound file. `path` is absolute. Whatever the file holds, this ends with a fact. */
export async function probeAudio(
  path: string,
  format: Format,
  system: MediaSystem,
  options: ProbeOptions,
): Promise<ProbedAudio> {
  const opened = await openMedia(path, format, system, AUDIO_READERS[format]);
  if (opened.kind === 'closed') return { integrity: opened.integrity };
  const { structure } = opened;
  const probed = await runFfprobe(opened.input, system, options.seconds);
  if (probed.kind === 'failed') return { integrity: worstWithFailure(structure, probed.integrity) };
  const audio = describeAudio(probed.report, opened);
  if (!audio) return { integrity: worstWithFailure(structure, NOTHING_INSIDE) };
  const { integrity, decoded } = await judge(opened, format, audio.duration, system, options);
  return { audio: { ...audio, decoded }, integrity };
}

/**
 * FLAC's header says how many samples there are, but not where they end in the file: decoding, which is quick for
 * sound, tells whether all of them are there. AMR is not decoded: where a telephone sends nothing because nobody speaks
 * (discontinuous transmission), ffmpeg's decoder speaks of a corrupt bitstream.
 */
async function judge(
  { input, structure }: OpenedMedia,
  format: Format,
  duration: number | undefined,
  { media }: MediaSystem,
  options: ProbeOptions,
): Promise<DeepLook> {
  const isCounted = format === 'flac' && duration !== undefined;
  const isDecoded = isCounted || (options.deep && format !== 'amr');
  if (!isDecoded) return { integrity: structure.integrity, decoded: false };
  const deep = await decodeDeeply(media, input, duration, options);
  const settles = isCounted && structure.integrity.state === 'unknown';
  return settles ? deep : { ...deep, integrity: worst([structure.integrity, deep.integrity]) };
}

function describeAudio(
  { streams, format }: FfprobeReport,
  { structure, bytes }: OpenedMedia,
): Omit<AudioFacts, 'decoded'> | undefined {
  const stream = streams.find(({ codec_type: type }) => type === 'audio');
  if (!stream) return undefined;
  const { duration: measured, edited, untold = false } = structure;
  const declared = untold ? undefined : (format.duration ?? stream.duration);
  const duration = chooseDuration({ declared, measured, edited, bytes });
  const bitRate = [stream.bit_rate, format.bit_rate].find((rate = 0) => rate > 0);
  return {
    codec: stream.codec_name ?? stream.codec_tag_string ?? 'unknown',
    ...(duration !== undefined && { duration }),
    ...(stream.sample_rate !== undefined && { sampleRate: stream.sample_rate }),
    ...(stream.channels !== undefined && { channels: stream.channels }),
    ...(bitRate !== undefined && { bitRate }),
  };
}
