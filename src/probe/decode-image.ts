import type { Sharp } from 'sharp';

/** How a decoding ended. */
export type ImageDecoding =
  /** `pixels`: of the size asked for, row by row, all channels of a pixel together. */
  | { readonly kind: 'decoded'; readonly pixels: Uint8Array }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'timed-out' };

export interface DecodeOptions {
  /** Of the output, of one frame; a small one keeps memory low, and JPEG is read the faster for it. */
  readonly width: number;
  readonly height: number;
  /** `all`: every frame of an animation; a number: that page; `main`: what a viewer shows. */
  readonly pages: 'main' | 'all' | number;
  /** Picks pixels instead of averaging them. */
  readonly exact?: boolean;
  readonly seconds: number;
}

/**
 * Decodes a picture from end to end; any complaint of the decoder is a failure. Pixels must have been counted
 * before: there is no limit here. One thread; callers bound how many run.
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeOptions): Promise<ImageDecoding> {
  const picture = await openPicture(bytes, options);
  try {
    return { kind: 'decoded', pixels: await picture.raw().toBuffer() };
  } catch (error) {
    // All this library throws while decoding is about the picture; it has no error types to tell apart.
    const message = error instanceof Error ? error.message : String(error);
    return /\btimeout: \d+% complete/.test(message) ? { kind: 'timed-out' } : { kind: 'failed', message };
  }
}

async function openPicture(bytes: Uint8Array, options: DecodeOptions): Promise<Sharp> {
  const { width, height, pages, exact = false, seconds } = options;
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp(bytes, {
    failOn: 'warning',
    limitInputPixels: false,
    sequentialRead: true,
    ignoreIcc: true,
    ...(pages === 'all' && { animated: true }),
    ...(typeof pages === 'number' && { page: pages }),
  })
    .timeout({ seconds })
    .resize({ width, height, fit: 'fill', ...(exact && { kernel: 'nearest' }) });
}
