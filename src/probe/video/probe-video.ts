import type { Integrity, VideoFacts } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { chooseDuration } from './choose-duration.ts';
import { decodeDeeply } from './decode-deeply.ts';
import { describeVideo, filmStreams } from './describe-video.ts';
import type { FfprobeReport } from './ffprobe-report.ts';
import { listen, type Heard } from './listen.ts';
import {
  openMedia,
  worst,
  worstWithFailure,
  type MediaSystem,
  type Opened,
  type OpenedMedia,
  type ProbeOptions,
} from './probe-media.ts';
import { runFfprobe } from './run-ffprobe.ts';
import { NOTHING_INSIDE, REFERS_ELSEWHERE } from './structure.ts';

export interface ProbedVideo {
  readonly video?: VideoFacts;
  readonly integrity: Integrity;
}

/**
 * The facts of one film, by its own bookkeeping and by ffprobe; sound is listened to at a few places, and nothing
 * else is decoded unless `deep`. `path` is absolute. Whatever the file holds, this ends with a fact.
 */
export async function probeVideo(
  path: string,
  format: Format,
  system: MediaSystem,
  options: ProbeOptions,
): Promise<ProbedVideo> {
  if (format === 'playlist') return { integrity: REFERS_ELSEWHERE };
  const opened = await openMedia(path, format, system);
  if (opened.kind === 'closed' || isHopeless(opened.structure.integrity))
    return { integrity: integrityOf(opened) };
  const { structure } = opened;
  const [probed, early] = await Promise.all([
    runFfprobe(opened.input, system, options.seconds),
    listenEarly(opened, system, options),
  ]);
  if (probed.kind === 'failed') return { integrity: worstWithFailure(structure, probed.integrity) };
  if (!filmStreams(probed.report).picture) return { integrity: worstWithFailure(structure, NOTHING_INSIDE) };
  return describeOpened(opened, probed.report, early, system, options);
}

async function describeOpened(
  opened: OpenedMedia,
  report: FfprobeReport,
  early: Heard | undefined,
  { media }: MediaSystem,
  options: ProbeOptions,
): Promise<ProbedVideo> {
  const { input, structure, bytes } = opened;
  const { duration: measured, edited } = structure;
  const duration = chooseDuration({ declared: report.format.duration, measured, edited, bytes });
  const hasSound = filmStreams(report).sound.length > 0;
  const { seconds } = options;
  const heard: Heard = hasSound
    ? (early ?? (await listen(media, input, { duration, seconds })))
    : { silence: { state: 'no-track' } };
  const deep = options.deep ? await decodeDeeply(media, input, duration, options) : undefined;
  const video = describeVideo({ report, structure, duration, heard, decoded: deep?.decoded ?? false });
  return {
    ...(video && { video }),
    integrity: worst([structure.integrity, ...(deep ? [deep.integrity] : [])]),
  };
}

/** Where the file's index already names sound and length, listening need not wait for ffprobe. */
async function listenEarly(
  { input, structure, bytes }: OpenedMedia,
  { media }: MediaSystem,
  { seconds }: ProbeOptions,
): Promise<Heard | undefined> {
  if (structure.tracks?.some(({ kind }) => kind === 'sound') !== true) return undefined;
  const duration = chooseDuration({ measured: structure.duration, bytes });
  return duration === undefined ? undefined : listen(media, input, { duration, seconds });
}

/** Without an index, or with its media elsewhere, there is nothing to look at. */
function isHopeless(integrity: Integrity): boolean {
  return integrity.state === 'broken' && ['no-index', 'refers-elsewhere'].includes(integrity.cause.kind);
}

function integrityOf(opened: Opened): Integrity {
  return opened.kind === 'closed' ? opened.integrity : opened.structure.integrity;
}
