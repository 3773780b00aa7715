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

/** A JPEG to look at, and its size in pixels. */
export interface SmallPicture {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface ShrinkOptions {
  /** The picture is made to fit into this many pixels; never larger than it is. */
  readonly width: number;
  readonly height: number;
  /** Only this part of it, in shares of its height. */
  readonly band?: { readonly top: number; readonly bottom: number };
  readonly seconds: number;
}

/** Pixels as they lie in memory: red, green, blue, one byte each. */
export interface RawPicture {
  readonly rgb: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Degrees by which it must be turned clockwise to be looked at. */
  readonly turn?: 0 | 90 | 180 | 270;
}

const JPEG_QUALITY = 60;

/**
 * A small copy of a picture, turned as it is meant, on white; as much as can be decoded of a broken one. Undefined
 * where nothing can. Pixels must have been counted before.
 */
export async function shrinkPicture(
  source: Uint8Array | RawPicture,
  options: ShrinkOptions,
): Promise<SmallPicture | undefined> {
  const { width, height, band, seconds } = options;
  try {
    const opened = await openForLooking(source);
    const cut = band === undefined ? opened : await cutBand(opened, band);
    const { data, info } = await cut
      .timeout({ seconds })
      .resize({ width, height, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: JPEG_QUALITY, mozjpeg: false })
      .toBuffer({ resolveWithObject: true });
    return { jpeg: data, width: info.width, height: info.height };
  } catch {
    // All this library throws while decoding is about the picture; why it has none is told by the picture's facts.
    return undefined;
  }
}

/** Red, green and blue of a picture made to fit into a square, turned as it is meant; undefined where it cannot be decoded. */
export async function readColors(
  bytes: Uint8Array,
  { longEdge, page, seconds }: { readonly longEdge: number; readonly page: number; readonly seconds: number },
): Promise<RawPicture | undefined> {
  try {
    const { data, info } = await (
      await openForLooking(bytes, page)
    )
      .timeout({ seconds })
      .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const rgb = info.channels === 3 ? data : repeatGrey(data, info.channels);
    return { rgb, width: info.width, height: info.height };
  } catch {
    return undefined;
  }
}

async function openForLooking(source: Uint8Array | RawPicture, page = 0): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  if ('rgb' in source) {
    const { rgb, width, height, turn } = source;
    const picture = sharp(rgb, { raw: { width, height, channels: 3 } });
    return turn ? picture.rotate(turn) : picture;
  }
  return sharp(source, { failOn: 'none', limitInputPixels: false, sequentialRead: true, page }).autoOrient();
}

async function cutBand(picture: Sharp, { top, bottom }: { readonly top: number; readonly bottom: number }) {
  const { width, height } = await picture.metadata();
  const [from, to] = [Math.floor(top * height), Math.ceil(bottom * height)];
  const first = Math.min(height - 1, Math.max(0, from));
  return picture.extract({ left: 0, top: first, width, height: Math.max(1, Math.min(height, to) - first) });
}

function repeatGrey(data: Uint8Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((data.length / channels) * 3);
  for (let at = 0, to = 0; at < data.length; at += channels, to += 3) rgb.fill(data[at] ?? 0, to, to + 3);
  return rgb;
}

/** What a picture's header says; undefined where it has none that is understood. `density`: dots per inch. */
export async function countPixels(
  bytes: Uint8Array,
): Promise<{ width: number; height: number; pages: number; density?: number } | undefined> {
  try {
    const { width, height, pages = 1, density } = await (await openForLooking(bytes)).metadata();
    return { width, height, pages, ...(density !== undefined && { density }) };
  } catch {
    return undefined;
  }
}
