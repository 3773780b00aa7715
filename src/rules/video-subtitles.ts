import type { Result, SideCarProblem, SubtitlesFound } from '../model/check.ts';
import type { SubtitleFacts } from '../model/facts.ts';
import type { Part } from '../model/materials.ts';
import { findSideCars } from './find-side-cars.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule } from './rule.ts';

/**
 * A track in the file or a side-car beside it settles it. Where there is neither, the picture itself may still carry
 * them: not seen is not absent, so the answer is unknown.
 */
export const videoSubtitles: Rule<PartCase> = (input) => {
  const { subtitles } = input.media;
  if (!subtitles) return [];
  const asked = subtitles.value;
  const candidates = [...fromTracks(input), ...fromSideCars(input)];
  const judged = candidates.map((found) => ({ found, result: resultFor(asked, found) }));
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (one, other) => (one && rank(asked, one.result) <= rank(asked, other.result) ? one : other),
    undefined,
  );
  const { found, result } = best ?? { found: { kind: 'not-in-file' } as const, result: 'unknown' as const };
  const subject = subjectOfPart(input);
  if (!best && !input.part.facts.video) {
    const reason = reasonUnlearned(input);
    return [
      finding(
        'video.subtitles',
        subtitles,
        subject,
        'unknown',
        { asked, found: { kind: 'not-looked' } },
        reason,
      ),
    ];
  }
  return [finding('video.subtitles', subtitles, subject, result, { asked, found })];
};

/** What is asked for is met by the best of what there is; what is forbidden is broken by any of it. */
function rank(asked: 'required' | 'forbidden', result: Result): number {
  const order: readonly Result[] =
    asked === 'required' ? ['pass', 'unknown', 'fail', 'skip'] : ['fail', 'unknown', 'pass', 'skip'];
  return order.indexOf(result);
}

function fromTracks({ part }: PartCase): readonly SubtitlesFound[] {
  return (part.facts.video?.subtitleTracks ?? []).map(({ codec, events }) =>
    events === 0 ? { kind: 'empty-track', codec } : { kind: 'track', codec },
  );
}

function fromSideCars({ item, part }: PartCase): readonly SubtitlesFound[] {
  return findSideCars(item, part).map((sideCar) => describe(sideCar, part.facts.video?.duration));
}

function describe({ path, facts }: Part, film: number | undefined): SubtitlesFound {
  const { subtitles, integrity } = facts;
  if (!subtitles || integrity.state === 'broken') {
    return {
      kind: 'side-car-unreadable',
      path,
      broken: integrity.state === 'broken',
      ...(integrity.state !== 'whole' && { cause: integrity.cause }),
    };
  }
  const problem = problemOf(subtitles, film);
  const { first, last, shown, cues, overlaps } = subtitles;
  return {
    kind: 'side-car',
    path,
    first,
    last,
    shown,
    cues,
    overlaps,
    ...(film !== undefined && { film }),
    ...(problem && { problem }),
  };
}

/** Seconds a last cue may outlast the film: authoring tools let it stand to the next full second or so. */
const OUTLAST = 2;

/**
 * A talk is subtitled nearly throughout. Under half of the film's span, or with a cue on screen for under a fifth of
 * it, most of the talk has none; between half and four fifths there may be a reason, which a person must see.
 */
function problemOf(facts: SubtitleFacts, film: number | undefined): SideCarProblem | undefined {
  if (facts.cues === 0) return 'no-cues';
  if (film === undefined || film <= 0) return 'no-film-length';
  if (facts.last > film + OUTLAST) return 'beyond-end';
  const span = (facts.last - facts.first) / film;
  const shown = facts.shown / film;
  if (span < 0.5 || shown < 0.2) return 'thin';
  return span < 0.8 ? 'unsure' : undefined;
}

function resultFor(asked: 'required' | 'forbidden', found: SubtitlesFound): Result {
  const present = presenceOf(found);
  if (asked === 'required' || present === 'unknown') return present;
  // Even where this one is empty, the picture may carry what is forbidden.
  return present === 'pass' ? 'fail' : 'unknown';
}

/** Whether these subtitles are there and good for the film. */
function presenceOf(found: SubtitlesFound): Result {
  switch (found.kind) {
    case 'track':
      return 'pass';
    case 'empty-track':
      return 'fail';
    case 'side-car':
      if (!found.problem) return 'pass';
      return found.problem === 'unsure' || found.problem === 'no-film-length' ? 'unknown' : 'fail';
    case 'side-car-unreadable':
      return found.broken ? 'fail' : 'unknown';
    case 'not-in-file':
    case 'not-looked':
      return 'unknown';
  }
}
