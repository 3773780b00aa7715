import type { Silence } from '../../model/facts.ts';
import type { MediaDecoder, MediaInput, PeakOutcome, Stretch } from '../../system/system.ts';

/** dBFS; a room with nobody speaking is louder. */
const AUDIBLE = -60;
/**
 * One place that is heard settles it, and hardly any film is silent at two. Each further place costs as much as
 * opening the film again (45 ms for half an hour); hearing half an hour to the end costs 2 s, but is seldom needed.
 */
const STRETCHES = 2;
const STRETCH_SECONDS = 2;
const SHORT_FILM = 20;

/** Whether there is sound: first a few places of the film, and all of it only where these are silent. */
export async function listen(
  media: Pick<MediaDecoder, 'peakLevel'>,
  input: MediaInput,
  { duration, seconds }: { readonly duration: number | undefined; readonly seconds: number },
): Promise<Silence> {
  const stretches = stretchesOf(duration);
  if (stretches.length > 0) {
    const some = await media.peakLevel(input, stretches, { seconds });
    if (some.kind === 'stopped' || isAudible(some)) return toSilence(some);
  }
  return toSilence(await media.peakLevel(input, [], { seconds }));
}

function stretchesOf(duration: number | undefined): readonly Stretch[] {
  if (duration === undefined || duration <= SHORT_FILM) return [];
  return Array.from({ length: STRETCHES }, (_, index) => ({
    from: Math.round(((duration * (index + 0.5)) / STRETCHES) * 1000) / 1000,
    length: STRETCH_SECONDS,
  }));
}

function isAudible(outcome: Extract<PeakOutcome, { kind: 'measured' }>): boolean {
  return outcome.peakDb !== undefined && outcome.peakDb > AUDIBLE;
}

function toSilence(outcome: PeakOutcome): Silence {
  if (outcome.kind === 'stopped') return { state: 'unknown', cause: outcome.cause };
  const { peakDb } = outcome;
  // A track of which nothing could be decoded is not known to be silent.
  if (peakDb === undefined)
    return { state: 'unknown', cause: { kind: 'crashed', detail: 'no sound decoded' } };
  return { state: isAudible(outcome) ? 'heard' : 'silent', peakDb };
}
