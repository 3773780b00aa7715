import type { PixelSize } from '../../model/media-rules.ts';

/** A picture that the text shows. */
export interface ShownPicture {
  /** The same for the same picture shown twice. */
  readonly key: string;
  readonly size?: PixelSize | undefined;
  /** Kept pixel by pixel, so that a long stretch of zeros may be black. */
  readonly uncompressed?: boolean;
}

/** Below it, on either side, a picture is taken for a bullet, an icon or a line. Pixels. */
const LEAST_EDGE = 64;

/** Different pictures of at least 64 px each way, or of unknown size. */
export function countPictures(pictures: readonly ShownPicture[]): number {
  const counted = pictures.filter(
    ({ size }) => size === undefined || (size.width >= LEAST_EDGE && size.height >= LEAST_EDGE),
  );
  return new Set(counted.map((picture) => picture.key)).size;
}
