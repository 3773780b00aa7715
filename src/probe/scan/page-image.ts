/** A page as a small colour picture: red, green, blue, one byte each, row by row. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  /** At the page's real size, as far as it is known. */
  readonly pixelsPerMm: number;
  /** The file says how large the paper is, and says something that paper can be. */
  readonly sizeKnown: boolean;
}

const A4_LONG_MM = 297;
/** From A6 to A3, with some to spare: what lies outside is pixels taken for points, or a wall poster. */
const [SMALLEST_MM, LARGEST_MM] = [140, 450];

/** Scale of a picture of a page. `longMm`: its long edge, where the file says. What says nothing is taken for A4. */
export function scaleOf(
  pixels: { readonly width: number; readonly height: number },
  longMm: number | undefined,
): Pick<PageImage, 'pixelsPerMm' | 'sizeKnown'> {
  const known = longMm !== undefined && longMm >= SMALLEST_MM && longMm <= LARGEST_MM;
  return {
    pixelsPerMm: Math.max(pixels.width, pixels.height) / (known ? longMm : A4_LONG_MM),
    sizeKnown: known,
  };
}
