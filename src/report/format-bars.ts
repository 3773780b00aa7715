import type { PixelSize } from '../model/media-rules.ts';
import type { PixelPlace } from '../model/picture-facts.ts';

/** `wide`: above and below, as with films for the cinema. `upright`: left and right. `around`: on all sides. */
export type BarSides = 'wide' | 'upright' | 'around';

/** Shares of the film's length that the picture may miss and still fill it. */
const FILLED = 0.975;

export function barsOf(place: PixelPlace, film: PixelSize): BarSides {
  const across = place.width < film.width * FILLED;
  const down = place.height < film.height * FILLED;
  if (across && down) return 'around';
  return across ? 'upright' : 'wide';
}

/**
 * ffmpeg's filter that cuts bars off and makes the picture as large as the film was. Only where its shape is that of the
 * film: anything else would be stretched, or cut.
 */
export function cropFilter(place: PixelPlace, film: PixelSize): string | undefined {
  const shape = place.width / place.height / (film.width / film.height);
  if (Math.abs(shape - 1) > 0.02) return undefined;
  const even = (length: number) => Math.floor(length / 2) * 2;
  const { left, top, width, height } = place;
  const crop = `crop=${even(width)}:${even(height)}:${even(left)}:${even(top)}`;
  return `-vf ${crop},scale=${film.width}:${film.height},setsar=1`;
}
