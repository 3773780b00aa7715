import { AUDIBLE } from '../../model/audible.ts';
import type { Silence, SoundLevel } from '../../model/facts.ts';
import type { MediaDecoder, MediaInput, SoundOutcome, Stretch } from '../../system/system.ts';

/**
 * One place that is heard settles it, and hardly any film is silent at two. Each further place costs as much as
 * opening the film again (45 ms for half an hour); hearing half an hour to the end costs 2 s, but is seldom needed.
 */
const STRETCHES = 2;
/** Some sentences: whoever speaks too loudly for the microphone does so in each of them. */
const STRETCH_SECONDS = 10;
const SHORT_FILM = 20;

/** What was heard, and how loud it was. */
export interface Heard {
  readonly silence: Silence;
  readonly level?: SoundLevel;
}

interface Listening {
  readonly duration: number | undefined;
  /** Time limit of each single look. */
  readonly seconds: number;
}

/** Whether there is sound: first a few places of the film, and all of it only where these are silent. */
export async function listen(
  media: Pick<MediaDecoder, 'measureSound'>,
  input: MediaInput,
  { duration, seconds }: Listening,
): Promise<Heard> {
  const stretches = stretchesOf(duration);
  if (stretches.length > 0) {
    const some = await media.measureSound(input, stretches, { seconds });
    if (some.kind === 'stopped' || isAudible(some))
      return toHeard(some, { seconds: STRETCHES * STRETCH_SECONDS, whole: false });
  }
  return listenThroughout(media, input, { duration, seconds });
}

/** All of the sound, for who must know its very loudest place. */
export async function listenThroughout(
  media: Pick<MediaDecoder, 'measureSound'>,
  input: MediaInput,
  { duration, seconds }: Listening,
): Promise<Heard> {
  const all = await media.measureSound(input, [], { seconds });
  return toHeard(all, { ...(duration !== undefined && { seconds: duration }), whole: true });
}

function stretchesOf(duration: number | undefined): readonly Stretch[] {
  if (duration === undefined || duration <= SHORT_FILM) return [];
  return Array.from({ length: STRETCHES }, (_, index) => ({
    from: Math.round(((duration * (index + 0.5)) / STRETCHES - STRETCH_SECONDS / 2) * 1000) / 1000,
    length: STRETCH_SECONDS,
  }));
}

function isAudible(outcome: Extract<SoundOutcome, { kind: 'measured' }>): boolean {
  return outcome.peakDb !== undefined && outcome.peakDb > AUDIBLE;
}

function toHeard(
  outcome: SoundOutcome,
  heard: { readonly seconds?: number; readonly whole: boolean },
): Heard {
  if (outcome.kind === 'stopped') return { silence: { state: 'unknown', cause: outcome.cause } };
  // A track of which nothing could be decoded is not known to be silent.
  if (outcome.peakDb === undefined)
    return { silence: { state: 'unknown', cause: { kind: 'crashed', detail: 'no sound decoded' } } };
  const { peakDb, meanDb, nearFull, fullScale } = outcome;
  const level = { peakDb, meanDb, nearFull: toShare(nearFull), fullScale: toShare(fullScale), ...heard };
  return { silence: { state: isAudible(outcome) ? 'heard' : 'silent', peakDb }, level };
}

function toShare(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
