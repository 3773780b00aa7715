import type { Format } from '../model/format.ts';
import type { OpenFile } from '../system/system.ts';
import { asciiAt, u32be } from './read-bytes.ts';
import { nextBox, type Box } from './read-iso-boxes.ts';
import { hasPictureTrack } from './has-picture-track.ts';

/** Boxes that may stand before `ftyp`, or that begin a QuickTime film from before there was one. */
const QUICKTIME_STARTS = new Set(['moov', 'mdat', 'free', 'skip', 'wide', 'pnot']);
/** A fragment of a stream, saved alone (ISO/IEC 14496-12, 8.16). */
const FRAGMENT_STARTS = new Set(['styp', 'sidx', 'moof']);
const PADDING = new Set(['free', 'skip', 'wide', 'pnot', 'uuid']);

const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']);
const AVIF_BRANDS = new Set(['avif', 'avis']);
const AUDIO_EXTENSIONS = new Set(['m4a', 'm4b', 'aac', 'mp3']);

/** ISO base media and QuickTime files, by brand (ISO/IEC 14496-12, 4.3; mp4ra.org/registered-types/brands). */
export async function sniffIsoMedia(
  file: OpenFile,
  head: Uint8Array,
  extension: string,
): Promise<Format | undefined> {
  if (!startsWithBox(head, file.bytes)) return undefined;
  const ftyp = await firstOf(file);
  if (ftyp === undefined) return FRAGMENT_STARTS.has(asciiAt(head, 4, 4)) ? 'mp4' : 'mov';
  const payload = await file.read(ftyp.payload, Math.min(256, ftyp.end - ftyp.payload));
  const format = formatOfBrands(asciiAt(payload, 0, 4), compatibleBrands(payload));
  const maybeSound = format === 'mp4' && AUDIO_EXTENSIONS.has(extension);
  // Phones record voice under a general brand; only then do the tracks have to tell.
  return maybeSound && (await hasPictureTrack(file)) === false ? 'm4a' : format;
}

function startsWithBox(head: Uint8Array, bytes: number): boolean {
  const type = asciiAt(head, 4, 4);
  if (type !== 'ftyp' && !QUICKTIME_STARTS.has(type) && !FRAGMENT_STARTS.has(type)) return false;
  const size = u32be(head, 0);
  // Prose may have such a word at its fifth letter: its "size" then is made of four letters.
  return size <= 1 || (size >= 8 && (size <= bytes || !/^[ -~]{4}$/.test(asciiAt(head, 0, 4))));
}

/** The `ftyp` box, where only padding stands before it. */
async function firstOf(file: OpenFile): Promise<Box | undefined> {
  let offset = 0;
  for (let boxes = 0; boxes < 16; boxes++) {
    const box = await nextBox(file, offset, file.bytes);
    if (!box || box.type === 'ftyp') return box;
    if (!PADDING.has(box.type)) return undefined;
    offset = box.end;
  }
  return undefined;
}

function compatibleBrands(payload: Uint8Array): readonly string[] {
  const count = Math.max(0, Math.floor((payload.length - 8) / 4));
  return Array.from({ length: count }, (_, i) => asciiAt(payload, 8 + 4 * i, 4));
}

function formatOfBrands(major: string, compatible: readonly string[]): Format {
  if (major === 'qt  ') return 'mov';
  if (AVIF_BRANDS.has(major)) return 'avif';
  // mif1 and msf1 only say "picture": HEIC unless it is declared to be AVIF (HEIF, ISO/IEC 23008-12, 10).
  if (HEIC_BRANDS.has(major)) return compatible.some((brand) => AVIF_BRANDS.has(brand)) ? 'avif' : 'heic';
  if (/^M4[ABP] $/.test(major)) return 'm4a';
  if (/^M4V[ HP]$/.test(major)) return 'm4v';
  if (/^3g|^kddi$/.test(major)) return '3gp';
  // Canon's CR3.
  if (major === 'crx ') return 'raw';
  // JPEG 2000 and JPEG XL are boxes too, and no film.
  return /^(jp2|jpx|jpm|jxl) ?$/.test(major.trimEnd()) ? 'unknown' : 'mp4';
}
