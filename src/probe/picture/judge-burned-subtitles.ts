import type { BurnedSubtitles, UnclearPicture } from '../../model/picture-facts.ts';
import type { UnknownCause } from '../../model/facts.ts';
import type { MediaDecoder, MediaInput, Stretch } from '../../system/system.ts';
import { decidePresence } from './decide-presence.ts';
import { findCoverage } from './find-coverage.ts';
import { planSamples, RATE, type SamplePlan } from './plan-samples.ts';
import { watchWriting, type WatchedStretch } from './watch-writing.ts';
import { weighWriting } from './weigh-writing.ts';

export interface FilmToJudge extends MediaInput {
  /** Its length; undefined where the file does not say. */
  readonly seconds: number | undefined;
  /** As shown: after rotation and pixel aspect. */
  readonly width: number;
  readonly height: number;
}

/** Two processes at once keep two cores busy; each needs some 80 MB. */
const AT_ONCE = 2;
/** Of a film of unknown length this much of its beginning is looked at. */
const UNKNOWN_LENGTH = 60;
/** Seconds of film that must be seen before their emptiness says anything. */
const ENOUGH = 10;
/** Of the places planned, this share must be reached. */
const REACHED = 0.7;
const EVIDENCE = 8;

/**
 * Whether subtitles are burned into the picture: samples of the film are looked at, writing in them followed as it
 * comes and goes, and lines that follow one another at a steady place low in the middle are taken for subtitles.
 * Ends within the time limit with an answer, whatever the file holds.
 */
export async function judgeBurnedSubtitles(
  film: FilmToJudge,
  media: Pick<MediaDecoder, 'sampleFrames'>,
  limits: { readonly seconds: number },
): Promise<BurnedSubtitles> {
  const plan = planSamples({ ...film, seconds: film.seconds ?? UNKNOWN_LENGTH });
  const seen = await watchAll(film, plan, media, limits.seconds);
  const aspect = plan.width / plan.height;
  const writing = weighWriting(seen.stretches, aspect);
  const { shown, ...coverage } = findCoverage(seen.stretches, writing.band, {
    aspect,
    spacing: plan.spacing,
  });
  const decision = decidePresence(writing);
  const reason =
    decision.presence === 'present' ? undefined : whyUnclear(seen, plan, film, decision.presence);
  const pictures = seen.stretches.flatMap((stretch) => stretch.pictures.map(({ at }) => at));
  const isPresent = decision.presence === 'present';
  return {
    presence: reason ? 'unclear' : decision.presence,
    ...(reason && { reason }),
    confidence: reason ? 0 : decision.confidence,
    ...(isPresent && writing.band && { band: writing.band }),
    samples: coverage.samples,
    share: coverage.share,
    covered: isPresent ? coverage.covered : [],
    evidence: spread(shown.length > 0 ? shown : pictures, EVIDENCE),
  };
}

interface Seen {
  readonly stretches: readonly WatchedStretch[];
  readonly cause?: UnknownCause;
}

/** Each stretch is watched as soon as it is sampled, and its pictures let go. */
async function watchAll(
  { path, demuxer }: MediaInput,
  plan: SamplePlan,
  media: Pick<MediaDecoder, 'sampleFrames'>,
  seconds: number,
): Promise<Seen> {
  const end = performance.now() + seconds * 1000;
  const waiting = [...plan.stretches];
  const stretches: WatchedStretch[] = [];
  const causes: UnknownCause[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0) causes.push({ kind: 'timed-out', seconds });
      const outcome = left > 0 ? await sample(next, left) : undefined;
      if (!outcome || causes.length > 0) return;
      if (outcome.kind === 'stopped') causes.push(outcome.cause);
      else stretches.push(watchWriting(outcome.frames));
    }
  };
  const sample = (stretch: Stretch, left: number) =>
    media.sampleFrames(
      { path, demuxer },
      { ...stretch, rate: RATE, width: plan.width, height: plan.height },
      { seconds: left },
    );
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const [cause] = causes;
  return { stretches: distinct(stretches), ...(cause && { cause }) };
}

/** Places between the same two key pictures are the same place. */
function distinct(stretches: readonly WatchedStretch[]): readonly WatchedStretch[] {
  const sorted = stretches
    .filter(({ pictures }) => pictures.length > 0)
    .sort((one, other) => startOf(one) - startOf(other));
  return sorted.filter((stretch, index) => {
    const before = sorted[index - 1];
    return !before || startOf(stretch) - startOf(before) > 0.5;
  });
}

function startOf({ pictures }: WatchedStretch): number {
  return pictures[0]?.at ?? 0;
}

function whyUnclear(
  { stretches, cause }: Seen,
  plan: SamplePlan,
  { seconds }: FilmToJudge,
  presence: BurnedSubtitles['presence'],
): UnclearPicture | undefined {
  if (cause) return { kind: 'not-looked', cause };
  const pictures = stretches.reduce((sum, stretch) => sum + stretch.pictures.length, 0);
  if (pictures === 0) return { kind: 'no-picture' };
  if (presence === 'unclear') return { kind: 'doubtful' };
  const reached =
    plan.stretches.length > 1
      ? stretches.length / plan.stretches.length
      : pictures / RATE / (seconds ?? Number.POSITIVE_INFINITY);
  if (reached < REACHED) return { kind: 'gaps' };
  return pictures < ENOUGH * RATE ? { kind: 'too-short' } : undefined;
}

/** At most so many of a list, evenly chosen. */
function spread(list: readonly number[], most: number): readonly number[] {
  const sorted = [...list].sort((one, other) => one - other);
  if (sorted.length <= most) return sorted.map(toTenths);
  return Array.from({ length: most }, (_, index) =>
    toTenths(sorted[Math.floor(((index + 0.5) * sorted.length) / most)] ?? 0),
  );
}

function toTenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
