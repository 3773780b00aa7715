/** A picture in grey, one byte a pixel, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export const BRIGHT = 1;
export const DARK = 2;

/** The strokes of a picture. */
export interface Strokes {
  /** `BRIGHT` or `DARK` for each pixel, row by row; 0 where there is no stroke. */
  readonly kinds: Uint8Array;
  /** The pixels of which `kinds` says one or the other, in order: few of all. */
  readonly places: readonly number[];
}

/** Grey levels by which a stroke stands out on both of its sides. */
const CONTRAST = 34;
/** A stroke is thin: within this many pixels from its middle the ground begins, on either side. */
const REACH = 4;
const NEAR = 2;

/**
 * Where there are strokes, as writing has them: thin, and lighter than what lies on either side of them (`BRIGHT`), or
 * darker (`DARK`). Edges of large things have contrast on one side only and do not count. For pictures of about
 * 640 × 360, where writing that can be read has strokes of one to four pixels.
 */
export function strokesOf({ width, height, pixels }: GreyPicture): Strokes {
  const kinds = new Uint8Array(width * height);
  const places: number[] = [];
  const [near, far] = [NEAR * width, REACH * width];
  for (let y = REACH; y < height - REACH; y++) {
    const end = (y + 1) * width - REACH;
    for (let at = y * width + REACH; at < end; at++) {
      const here = pixels[at] ?? 0;
      const low = here - CONTRAST;
      const high = here + CONTRAST;
      const left1 = pixels[at - NEAR] ?? 0;
      const left2 = pixels[at - REACH] ?? 0;
      const right1 = pixels[at + NEAR] ?? 0;
      const right2 = pixels[at + REACH] ?? 0;
      let kind = 0;
      if ((left1 <= low || left2 <= low) && (right1 <= low || right2 <= low)) kind = BRIGHT;
      else {
        const above1 = pixels[at - near] ?? 0;
        const above2 = pixels[at - far] ?? 0;
        const below1 = pixels[at + near] ?? 0;
        const below2 = pixels[at + far] ?? 0;
        if ((above1 <= low || above2 <= low) && (below1 <= low || below2 <= low)) kind = BRIGHT;
        else if (
          ((left1 >= high || left2 >= high) && (right1 >= high || right2 >= high)) ||
          ((above1 >= high || above2 >= high) && (below1 >= high || below2 >= high))
        )
          kind = DARK;
      }
      if (kind === 0) continue;
      kinds[at] = kind;
      places.push(at);
    }
  }
  return { kinds, places };
}

interface Stroked {
  readonly picture: GreyPicture;
  readonly strokes: Strokes;
}

/** Grey levels by which a stroke that stands still may differ from one picture to the next. */
const STEADY = 26;

/**
 * Places of strokes of a picture that are there in the next one too: when the scene moves, only what lies over it
 * stays.
 */
export function standingStrokes(here: Stroked, next: Stroked): readonly number[] {
  const { kinds, places } = here.strokes;
  if (here.picture.pixels === next.picture.pixels) return places;
  return places.filter((at) => {
    if (kinds[at] !== next.strokes.kinds[at]) return false;
    return Math.abs((here.picture.pixels[at] ?? 0) - (next.picture.pixels[at] ?? 0)) <= STEADY;
  });
}
