import type { Check, Result, SideCarProblem, SubtitlesFound } from '../model/check.ts';
import type { SubtitleFacts } from '../model/facts.ts';
import type { Part } from '../model/materials.ts';
import type { BurnedSubtitles } from '../model/picture-facts.ts';
import { findSideCars } from './find-side-cars.ts';
import { finding, reasonUnlearned, subjectOfPart, type PartCase, type Rule, type Source } from './rule.ts';

/**
 * A track in the file, a side-car beside it or lines seen in the picture settle it. Where there is neither, and the
 * picture does not show clearly that it has none, the answer is unknown: not seen is not absent.
 */
export const videoSubtitles: Rule<PartCase> = (input) => {
  const { subtitles } = input.media;
  if (!subtitles) return [];
  const asked = subtitles.value;
  const subject = subjectOfPart(input);
  const burned = input.part.facts.video?.burnedSubtitles;
  const candidates = [...fromTracks(input), ...fromSideCars(input), ...fromPicture(burned)];
  const isBare = burned?.presence === 'absent';
  const judged = candidates.map((found) => ({ found, result: resultFor(asked, found, isBare) }));
  const best = judged.reduce<(typeof judged)[number] | undefined>(
    (one, other) => (one && rank(asked, one.result) <= rank(asked, other.result) ? one : other),
    undefined,
  );
  if (!best && !input.part.facts.video) {
    const args = { asked, found: { kind: 'not-looked' } } as const;
    return [finding('video.subtitles', subtitles, subject, 'unknown', args, reasonUnlearned(input))];
  }
  const picture = burned?.reason;
  const { found, result } = best ?? {
    found: { kind: 'not-in-file', ...(picture && { picture }) } as const,
    result: 'unknown' as const,
  };
  return [
    finding('video.subtitles', subtitles, subject, result, { asked, found }),
    ...(found.kind === 'burned-in' && asked === 'required' ? judgeCoverage(input) : []),
  ];
};

/** Of the film's length: a longer time without subtitles is worth a look. */
const BARE = 0.25;

/** Nobody may be speaking where there are none: advice, whatever the weight of the notice's own rule. */
function judgeCoverage(input: PartCase): readonly Check[] {
  const { video } = input.part.facts;
  const film = video?.duration;
  const covered = video?.burnedSubtitles?.covered ?? [];
  if (film === undefined || film <= 0) return [];
  const subtitled = covered.reduce((sum, { from, to }) => sum + to - from, 0);
  if (subtitled >= film * (1 - BARE)) return [];
  const args = { asked: 'required', found: { kind: 'burned-partly', covered, film } } as const;
  return [finding('video.subtitles', ADVICE, subjectOfPart(input), 'fail', args)];
}

const ADVICE: Source = { level: 'should' };

function fromPicture(burned: BurnedSubtitles | undefined): readonly SubtitlesFound[] {
  if (burned?.presence === 'absent') return [{ kind: 'not-in-picture' }];
  const [first, last] = [burned?.covered[0], burned?.covered.at(-1)];
  return first && last ? [{ kind: 'burned-in', from: first.from, to: last.to }] : [];
}

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

/** `isBare`: the picture was looked at, and shows none. */
function resultFor(asked: 'required' | 'forbidden', found: SubtitlesFound, isBare: boolean): Result {
  const present = presenceOf(found);
  if (asked === 'required' || present === 'unknown') return present;
  if (present === 'pass') return 'fail';
  // Where this one is empty, the picture may still carry what is forbidden.
  return isBare ? 'pass' : 'unknown';
}

/** Whether these subtitles are there and good for the film. */
function presenceOf(found: SubtitlesFound): Result {
  switch (found.kind) {
    case 'track':
    case 'burned-in':
      return 'pass';
    case 'empty-track':
    case 'not-in-picture':
    case 'burned-partly':
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
