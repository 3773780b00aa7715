import type { PictureFacts, UnclearPicture } from '../../model/picture-facts.ts';
import { findBars } from './find-bars.ts';
import { findFrozen, findStill } from './find-frozen.ts';
import { findRuns, spansOf } from './find-runs.ts';
import type { Glance } from './glance.ts';
import { RATE } from './plan-samples.ts';

interface Circumstances {
  /** Length of the film; undefined where the file does not say. */
  readonly seconds: number | undefined;
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  /** Seconds between two places. */
  readonly spacing: number;
  readonly unseen?: UnclearPicture;
}

/** Glances at all places of a film, as facts. */
export function describePicture(
  stretches: readonly (readonly Glance[])[],
  film: Circumstances,
): PictureFacts {
  const glances = stretches.flat();
  const black = findRuns(stretches, {
    starts: ({ isBlack }) => isBlack,
    goesOn: ({ isBlack }) => isBlack,
    match: () => true,
  });
  const still = findStill(stretches);
  const times = { step: 1 / RATE, end: film.seconds ?? glances.at(-1)?.at ?? 0 };
  const blackPictures = glances.filter(({ isBlack }) => isBlack).length;
  return {
    samples: glances.length,
    spacing: Math.round(film.spacing * 10) / 10,
    blackShare: Math.round((blackPictures / Math.max(1, glances.length)) * 1000) / 1000,
    black: spansOf(black, times),
    still: spansOf(still, times),
    frozen: spansOf(findFrozen(stretches, still), times),
    frame: findBars(stretches, film),
    ...(film.unseen && { reason: film.unseen }),
  };
}
