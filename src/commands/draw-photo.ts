import type { PartEvidence } from '../model/evidence.ts';
import { shrinkPicture } from '../probe/decode-image.ts';
import type { PhotoProbe } from '../probe/photo/probe-photo.ts';
import { FileError, type System } from '../system/system.ts';
import { UNDRAWABLE, toPicture, type DrawnPart } from './to-picture.ts';

const FILE_LIMIT = 256 * 1024 * 1024;
const PIXEL_LIMIT = 150_000_000;
const SIZE = { width: 320, height: 320, seconds: 20 } as const;

/** Shorter ones are drawn from the photo itself. */
const ENOUGH = 200;
const TURN: Readonly<Partial<Record<number, 0 | 90 | 180 | 270>>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/**
 * The small copy that fell off when the photo was proved whole, which saves decoding it again. Undefined where it is
 * too small, mirrored, or of other colours than sRGB: these were not converted.
 */
export async function drawSeen({ photo, seen }: PhotoProbe): Promise<PartEvidence | undefined> {
  const turn = TURN[photo?.orientation ?? 1];
  if (!seen || turn === undefined || photo?.color !== 'srgb') return undefined;
  if (Math.max(seen.width, seen.height) < ENOUGH) return undefined;
  const small = await shrinkPicture({ ...seen, turn }, SIZE);
  return small && { kind: 'photo', picture: toPicture(small) };
}

/** A small copy of a photo, as much as there is of it. */
export async function drawPhoto({ part, path }: DrawnPart, { files }: System): Promise<PartEvidence> {
  const stored = part.facts.photo?.stored;
  // What has not been counted is not decoded.
  if (!stored || stored.width * stored.height > PIXEL_LIMIT) return UNDRAWABLE;
  try {
    const small = await shrinkPicture(await files.readWhole(path, FILE_LIMIT), SIZE);
    return small ? { kind: 'photo', picture: toPicture(small) } : UNDRAWABLE;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return UNDRAWABLE;
  }
}
