import { createHash } from 'node:crypto';
import type { MailAttachment } from '../model/mail.ts';
import { nodeFiles } from './node-files.ts';
import { AttachmentChanged } from './system.ts';

/** Whole lines of base64 (57 bytes each), so that no piece leaves a rest for the next. */
const PIECE_BYTES = 57 * 4096;

/**
 * An attachment's bytes as they lie on the disk. Fails with an `AttachmentChanged` before its end where size or
 * checksum are not those planned, so that whoever writes the message never comes to its end either.
 */
export async function* readAttachment(
  { path, bytes, sha256 }: MailAttachment,
  interrupted: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  const file = await nodeFiles.open(path);
  try {
    if (file.bytes !== bytes) throw new AttachmentChanged(path);
    const hash = createHash('sha256');
    for (let offset = 0; offset < bytes;) {
      interrupted.throwIfAborted();
      const piece = await file.read(offset, Math.min(PIECE_BYTES, bytes - offset));
      if (piece.length === 0) throw new AttachmentChanged(path);
      hash.update(piece);
      offset += piece.length;
      yield piece;
    }
    if (hash.digest('hex') !== sha256) throw new AttachmentChanged(path);
  } finally {
    await file.close();
  }
}
