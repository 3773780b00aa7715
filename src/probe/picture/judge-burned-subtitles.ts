import type { BurnedSubtitles, UnclearPicture } from '../../model/picture-facts.ts';
import { decidePresence } from './decide-presence.ts';
import { findCoverage } from './find-coverage.ts';
import { RATE, type SamplePlan } from './plan-samples.ts';
import type { WatchedStretch } from './watch-writing.ts';
import { weighWriting } from './weigh-writing.ts';

/** Seconds of film that must be seen before their emptiness says anything. */
const ENOUGH = 10;
const EVIDENCE = 8;

/**
 * Whether subtitles are burned into the picture: writing in the samples of a film is followed as it comes and goes, and
 * lines that follow one another at a steady place low in the middle are taken for subtitles. `unseen`: why some of the
 * film was not looked at.
 */
export function judgeBurnedSubtitles(
  stretches: readonly WatchedStretch[],
  plan: SamplePlan,
  unseen: UnclearPicture | undefined,
): BurnedSubtitles {
  const aspect = plan.width / plan.height;
  const writing = weighWriting(stretches, aspect);
  const { shown, ...coverage } = findCoverage(stretches, writing.band, { aspect, spacing: plan.spacing });
  const decision = decidePresence(writing);
  const pictures = stretches.flatMap((stretch) => stretch.pictures.map(({ at }) => at));
  const isPresent = decision.presence === 'present';
  const reason = isPresent ? undefined : whyUnclear(unseen, decision.presence, pictures.length);
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

function whyUnclear(
  unseen: UnclearPicture | undefined,
  presence: BurnedSubtitles['presence'],
  pictures: number,
): UnclearPicture | undefined {
  if (unseen && unseen.kind !== 'gaps') return unseen;
  if (presence === 'unclear') return { kind: 'doubtful' };
  if (unseen) return unseen;
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
