import type { Stretch } from '../../system/system.ts';

/** Pictures a second: a subtitle of one second is seen at least twice, and once more to see it go. */
export const RATE = 3;
/** A film up to this long, in seconds, is looked at from end to end. */
const WHOLE = 90;
/** Places in a longer film, and how long each is watched: long enough to see one line follow another. */
const PLACES = 20;
const WATCHED = 4;
/** Nearer together, two places would start from the same key picture. */
const APART = 8;
/** Of the small pictures; strokes are then one to four pixels wide. */
const PIXELS = 640 * 360;
const LEAST_SIDE = 32;

export interface SamplePlan {
  readonly stretches: readonly Stretch[];
  readonly width: number;
  readonly height: number;
  /** Seconds from one place to the next; 0 where all of the film is looked at. */
  readonly spacing: number;
}

/** Where to look, in seconds; `width` and `height` of the film as shown. However long it is, the number is bounded. */
export function planSamples(film: {
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
}): SamplePlan {
  const { seconds } = film;
  const size = sizeOf(film);
  if (seconds <= WHOLE) return { stretches: [{ from: 0, length: seconds + 1 }], ...size, spacing: 0 };
  const places = Math.min(PLACES, Math.floor(seconds / APART));
  const spacing = seconds / places;
  // Few places are watched for longer.
  const length = Math.min(APART, (PLACES * WATCHED) / places);
  const stretches = Array.from({ length: places }, (_, index) => ({
    from: Math.round((spacing * (index + 0.5) - length / 2) * 1000) / 1000,
    length,
  }));
  return { stretches, ...size, spacing };
}

function sizeOf({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, Math.sqrt(PIXELS / (width * height)));
  const even = (side: number) => Math.max(LEAST_SIDE, Math.min(4096, Math.round((side * scale) / 2) * 2));
  return { width: even(width), height: even(height) };
}
