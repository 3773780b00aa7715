import type { ByteSource } from './byte-source.ts';
import { findStreamLength } from './find-stream-length.ts';
import { verifyInflates, type Extent } from './inflate.ts';
import { filtersOf, nameIn, numberIn, type PdfDict } from './parse-value.ts';
import type { PdfIndex } from './read-index.ts';

export type StreamVerdict = 'whole' | 'damaged' | 'hollow' | 'cut' | 'too-large' | 'picture-too-large';

/** What a reader must unpack in memory to show a page: text of the page, fonts, packed objects. */
export const UNPACKED_LIMIT = 1 << 26;
/** Of one picture, or of an attached file. */
export const PICTURE_LIMIT = 1 << 29;
/** Where the packed size alone must tell: most that one byte can become by deflate, or by LZW. */
const WORST_RATIO = 1_300;

const CHUNK_BYTES = 1 << 18;
/** Of packed data; a white picture packs to zeros too, but to no more than a byte for so many pixels. */
const LONG_ZEROS = 1 << 12;
const WHITE_PIXELS_PER_BYTE = 80;
/** Encrypted data looks like chance. */
const LONG_ZEROS_ENCRYPTED = 1 << 9;

/** Whether the data of one stream is all there, as far as that can be told without drawing it. */
export async function verifyStream(
  source: ByteSource,
  dict: PdfDict,
  start: number,
  place: { readonly index: PdfIndex; readonly limit: number },
): Promise<StreamVerdict> {
  const extent = await findStreamLength(source, dict, start, place);
  if (!extent) return 'cut';
  const filters = filtersOf(dict);
  if (place.index.encrypted && nameIn(dict, 'Type') !== 'XRef') {
    return verifyZeros(source, extent, LONG_ZEROS_ENCRYPTED);
  }
  const [first, ...further] = filters;
  if (first === 'FlateDecode' || first === 'Fl') return verifyFlate(source, extent, dict, further);
  // Unpacked data may hold any zeros: a font of which few characters are used is full of them.
  if (first === undefined) return isPicture(dict) || extent.length <= UNPACKED_LIMIT ? 'whole' : 'too-large';
  const worst = filters.some(expands) ? extent.length * WORST_RATIO : 0;
  if (!isPicture(dict) && worst > PICTURE_LIMIT) return 'too-large';
  const pixels = (numberIn(dict, 'Width') ?? 0) * (numberIn(dict, 'Height') ?? 0);
  return verifyZeros(source, extent, Math.max(LONG_ZEROS, pixels / WHITE_PIXELS_PER_BYTE));
}

async function verifyFlate(
  source: ByteSource,
  extent: Extent,
  dict: PdfDict,
  further: readonly string[],
): Promise<StreamVerdict> {
  const limit = isPicture(dict) ? PICTURE_LIMIT : UNPACKED_LIMIT;
  const inflated = await verifyInflates(source, extent, limit);
  if (inflated.kind === 'too-large' && isPicture(dict)) return 'picture-too-large';
  if (inflated.kind !== 'whole') return inflated.kind;
  if (isPicture(dict) || !further.some(expands)) return 'whole';
  return inflated.bytes * WORST_RATIO > PICTURE_LIMIT ? 'too-large' : 'whole';
}

function isPicture(dict: PdfDict): boolean {
  return nameIn(dict, 'Subtype') === 'Image' || nameIn(dict, 'Type') === 'EmbeddedFile';
}

function expands(filter: string): boolean {
  return !/^(?:ASCII|A85|AHx|Crypt|DCT|JPX|CCF|JBIG2)/.test(filter);
}

/** A stretch of zeros longer than the data can have: that part of the file was never written. */
async function verifyZeros(source: ByteSource, extent: Extent, tolerated: number): Promise<StreamVerdict> {
  let run = 0;
  for (let done = 0; done < extent.length; done += CHUNK_BYTES) {
    const chunk = await source.read(extent.start + done, Math.min(CHUNK_BYTES, extent.length - done));
    for (const byte of chunk) {
      run = byte === 0 ? run + 1 : 0;
      if (run > tolerated) return 'hollow';
    }
  }
  return 'whole';
}
