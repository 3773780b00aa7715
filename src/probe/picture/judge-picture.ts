import type { BurnedSubtitles, PictureFacts, UnclearPicture } from '../../model/picture-facts.ts';
import type { UnknownCause } from '../../model/facts.ts';
import type { MediaDecoder, MediaInput, Stretch } from '../../system/system.ts';
import { describePicture } from './describe-picture.ts';
import { glanceAt, type Glance } from './glance.ts';
import { judgeBurnedSubtitles } from './judge-burned-subtitles.ts';
import { planSamples, RATE, type SamplePlan } from './plan-samples.ts';
import { sharePixels } from './share-pixels.ts';
import { watchWriting, type TimedPicture, type WatchedStretch } from './watch-writing.ts';

export interface FilmToJudge extends MediaInput {
  /** Its length; undefined where the file does not say. */
  readonly seconds: number | undefined;
  /** As shown: after rotation and pixel aspect. */
  readonly width: number;
  readonly height: number;
}

export interface JudgedPicture {
  readonly burnedSubtitles: BurnedSubtitles;
  readonly picture: PictureFacts;
}

/** Two processes at once keep two cores busy; each needs some 80 MB. */
const AT_ONCE = 2;
/** Of a film of unknown length this much of its beginning is looked at. */
const UNKNOWN_LENGTH = 60;
/** Of the places planned, this share must be reached. */
const REACHED = 0.7;

/**
 * What samples of a film's picture show: subtitles burned into it, black and frozen stretches, bars around it. Ends
 * within the time limit with an answer, whatever the file holds.
 */
export async function judgePicture(
  film: FilmToJudge,
  media: Pick<MediaDecoder, 'sampleFrames'>,
  limits: { readonly seconds: number },
): Promise<JudgedPicture> {
  const plan = planSamples({ ...film, seconds: film.seconds ?? UNKNOWN_LENGTH });
  const seen = await watchAll(film, plan, media, limits.seconds);
  const unseen = whyUnseen(seen, plan, film);
  const { stretches } = seen;
  return {
    burnedSubtitles: judgeBurnedSubtitles(stretches, plan, unseen),
    picture: describePicture(
      stretches.map(({ glances }) => glances),
      { ...film, spacing: plan.spacing, ...(unseen && { unseen }) },
    ),
  };
}

interface SeenStretch extends WatchedStretch {
  readonly glances: readonly Glance[];
}

interface Seen {
  readonly stretches: readonly SeenStretch[];
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
  const stretches: SeenStretch[] = [];
  const causes: UnknownCause[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const left = (end - performance.now()) / 1000;
      if (left <= 0) causes.push({ kind: 'timed-out', seconds });
      const outcome = left > 0 ? await sample(next, left) : undefined;
      if (!outcome || causes.length > 0) return;
      if (outcome.kind === 'stopped') causes.push(outcome.cause);
      else stretches.push(look(outcome.frames));
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

function look(frames: readonly TimedPicture[]): SeenStretch {
  const pictures = sharePixels(frames);
  return { ...watchWriting(pictures), glances: glanceAt(pictures) };
}

/** Places between the same two key pictures are the same place. */
function distinct(stretches: readonly SeenStretch[]): readonly SeenStretch[] {
  const sorted = stretches
    .filter(({ pictures }) => pictures.length > 0)
    .sort((one, other) => startOf(one) - startOf(other));
  return sorted.filter((stretch, index) => {
    const before = sorted[index - 1];
    return !before || startOf(stretch) - startOf(before) > 0.5;
  });
}

function startOf({ pictures }: SeenStretch): number {
  return pictures[0]?.at ?? 0;
}

/** Undefined where nearly all that was planned was seen. */
function whyUnseen(
  { stretches, cause }: Seen,
  plan: SamplePlan,
  { seconds }: FilmToJudge,
): UnclearPicture | undefined {
  if (cause) return { kind: 'not-looked', cause };
  const pictures = stretches.reduce((sum, { glances }) => sum + glances.length, 0);
  if (pictures === 0) return { kind: 'no-picture' };
  const reached =
    plan.stretches.length > 1
      ? stretches.length / plan.stretches.length
      : pictures / RATE / (seconds ?? Number.POSITIVE_INFINITY);
  return reached < REACHED ? { kind: 'gaps' } : undefined;
}
