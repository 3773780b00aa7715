import type { PageImage } from './page-image.ts';

/** How much of one ink lies on each pixel, 0–255. */
export interface InkMap {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

export interface PageInks {
  readonly red: InkMap;
  readonly dark: InkMap;
  /** Pixels of some colour that is no red. */
  readonly otherColor: InkMap;
  /** False: a grey copy, on which nothing can be red. */
  readonly hasColor: boolean;
}

const NEUTRAL = 24;
/** Share of coloured pixels below which a page is grey; a scanner's noise stays below it. */
const GREY_SHARE = 0.0003;

/** Red is what stands out of green and blue, once the paper is made white: a photographed page is often yellowish. */
export function mapInks(image: PageImage): PageInks {
  const { width, height, rgb } = image;
  const size = width * height;
  const [red, dark, other] = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
  const gains = paperGains(image);
  let colored = 0;
  for (let at = 0, from = 0; at < size; at++, from += 3) {
    const r = Math.min(255, (rgb[from] ?? 0) * gains.red);
    const g = Math.min(255, (rgb[from + 1] ?? 0) * gains.green);
    const b = Math.min(255, (rgb[from + 2] ?? 0) * gains.blue);
    const chroma = Math.max(r, g, b) - Math.min(r, g, b);
    if (chroma > NEUTRAL) colored++;
    dark[at] = 255 - (0.3 * r + 0.59 * g + 0.11 * b);
    const excess = r - Math.max(g, b);
    // Orange leans to green, purple to blue; the ink of a stamp to neither.
    if (excess > 0 && Math.abs(g - b) <= 0.6 * excess + 10) red[at] = excess;
    else if (chroma > NEUTRAL) other[at] = chroma;
  }
  const map = (ink: Uint8Array): InkMap => ({ width, height, ink });
  return { red: map(red), dark: map(dark), otherColor: map(other), hasColor: colored > size * GREY_SHARE };
}

/** What makes the paper white, channel by channel; paper is what most of the lighter pixels are. */
function paperGains({ rgb }: PageImage) {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const;
  let total = 0;
  for (let from = 0; from + 2 < rgb.length; from += 3 * 5, total++) {
    counts.forEach((count, channel) => {
      const value = rgb[from + channel] ?? 0;
      count[value] = (count[value] ?? 0) + 1;
    });
  }
  const gain = (count: Uint32Array) => {
    const level = levelAbove(count, total * 0.3);
    // A dark page has no paper to go by.
    return level < 120 ? 1 : 250 / level;
  };
  return { red: gain(counts[0]), green: gain(counts[1]), blue: gain(counts[2]) };
}

/** The value that so many pixels reach. */
function levelAbove(count: Uint32Array, pixels: number): number {
  let seen = 0;
  for (let value = 255; value > 0; value--) {
    seen += count[value] ?? 0;
    if (seen >= pixels) return value;
  }
  return 0;
}
