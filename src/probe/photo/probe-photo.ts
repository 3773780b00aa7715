import type { Integrity, PhotoFacts } from '../../model/facts.ts';
import type { Format } from '../../model/format.ts';
import { FileError } from '../../system/system.ts';
import type { Files } from '../../system/system.ts';
import type { ImageStructure } from './image-structure.ts';
import { judgeIntegrity } from './judge-integrity.ts';
import type { DecodeLimits } from './judge-integrity.ts';
import type { PictureProof } from './prove-jpeg.ts';
import { photoFacts } from './photo-facts.ts';
import { readBmp } from './read-bmp.ts';
import { readGif } from './read-gif.ts';
import { readAvif, readHeic } from './read-heif.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readPsd } from './read-psd.ts';
import { readTiff } from './read-tiff.ts';
import { readWebp } from './read-webp.ts';

/** `seconds` for decoding one file; the others have defaults that fit any camera and a common computer. */
export interface PhotoLimits extends Partial<DecodeLimits> {
  readonly seconds: number;
  /** Files above this many bytes are not read. */
  readonly fileBytes?: number;
}

const DEFAULT_LIMITS = {
  fileBytes: 256 * 1024 * 1024,
  pixels: 300_000_000,
  bufferedPixels: 120_000_000,
} as const;

export interface PhotoProbe extends PictureProof {
  readonly photo?: PhotoFacts;
}

const READERS: Readonly<Partial<Record<Format, (bytes: Uint8Array) => ImageStructure>>> = {
  jpg: readJpeg,
  png: readPng,
  gif: readGif,
  webp: readWebp,
  heic: readHeic,
  avif: readAvif,
  tiff: readTiff,
  bmp: readBmp,
  psd: readPsd,
};

/**
 * Facts of a picture and whether all of it is there. `name` is the file's name, which may tell of a messenger;
 * `format` comes from the bytes. Never throws for what is in the file.
 */
export async function probePhoto(
  path: string,
  name: string,
  format: Format,
  files: Files,
  limits: PhotoLimits,
): Promise<PhotoProbe> {
  const read = READERS[format];
  if (!read) return { integrity: { state: 'unknown', cause: { kind: 'no-prober' } } };
  const bounds = { ...DEFAULT_LIMITS, ...limits };
  const loaded = await load(path, files, bounds.fileBytes);
  if ('state' in loaded) return { integrity: loaded };
  const structure = read(loaded);
  const { header } = structure;
  const proof = await judgeIntegrity(loaded, format, structure, bounds);
  return { ...(header && { photo: photoFacts(name, format, header) }), ...proof };
}

async function load(path: string, files: Files, limit: number): Promise<Buffer | Integrity> {
  try {
    const bytes = await files.readWhole(path, limit);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'too-large')
      return { state: 'unknown', cause: { kind: 'too-large', what: 'file', limit } };
    return { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } };
  }
}
