import { findRuns, type Run } from './find-runs.ts';
import type { Glance } from './glance.ts';

/** Of the pixels. A picture repeated by the encoder changes less; the smallest thing that moves, a pointer, more. */
const UNCHANGED = 0.0001;
/** Grey levels of a coarse square by which the same picture differs where the encoder begins it anew. */
const SAME_PICTURE = 3;
/** Pictures that stand before standing means anything. */
const STANDS = 6;

/** Runs of pictures that do not change at all: slides, titles, photos shown for a while, and frozen pictures. */
export function findStill(stretches: readonly (readonly Glance[])[]): readonly Run[] {
  const runs = findRuns(stretches, {
    starts: ({ isBlack }) => !isBlack,
    goesOn: (glance) => !glance.isBlack && isStill(glance),
    match: (one, other) => differenceOf(one, other).most <= SAME_PICTURE,
  });
  return runs.filter(({ pictures }) => pictures >= STANDS);
}

/** Pairs of pictures that must have been seen moving. */
const MOVED = 30;
/** Share of all pairs outside the standing runs that move: in a film made with a camera, all of them do. */
const ALWAYS = 0.95;
/** More standing runs than this are slides. */
const FEW = 3;

/**
 * Runs that are a fault and not a slide: all else in the film moves, as a camera's pictures do, and what stands is the
 * very scene that had moved just before.
 */
export function findFrozen(stretches: readonly (readonly Glance[])[], still: readonly Run[]): readonly Run[] {
  if (still.length === 0 || still.length > FEW) return [];
  const pairs = stretches.flat().filter(({ change }) => change !== undefined);
  const outside = pairs.filter(({ at }) => !still.some(({ first, last }) => at > first.at && at <= last.at));
  const moved = outside.filter((glance) => !isStill(glance)).length;
  if (moved < MOVED || moved < outside.length * ALWAYS) return [];
  return still.filter(({ first, last, before, after }) => {
    const neighbour = before ?? after;
    return neighbour !== undefined && isOneScene(neighbour, before ? first : last);
  });
}

function isStill({ change }: Glance): boolean {
  return change !== undefined && change <= UNCHANGED;
}

/** Grey levels, of a coarse square. */
const ALIKE = 12;
/** Share of the squares: a person moves, the room does not. */
const MOSTLY = 0.75;

function isOneScene(one: Glance, other: Glance): boolean {
  return differenceOf(one, other).alike >= MOSTLY;
}

function differenceOf({ scene: one }: Glance, { scene: other }: Glance) {
  let [most, alike] = [0, 0];
  for (let square = 0; square < one.length; square++) {
    const difference = Math.abs((one[square] ?? 0) - (other[square] ?? 0));
    most = Math.max(most, difference);
    if (difference <= ALIKE) alike++;
  }
  return { most, alike: alike / Math.max(1, one.length) };
}
