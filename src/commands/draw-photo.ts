import type { PartEvidence } from '../model/evidence.ts';
import { shrinkPicture } from '../probe/decode-image.ts';
import { FileError, type System } from '../system/system.ts';
import { UNDRAWABLE, toPicture, type DrawnPart } from './to-picture.ts';

const FILE_LIMIT = 256 * 1024 * 1024;
const PIXEL_LIMIT = 150_000_000;
const SIZE = { width: 320, height: 320, seconds: 20 } as const;

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
