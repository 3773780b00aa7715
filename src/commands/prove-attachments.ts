import { hashFile } from '../bundle/hash-file.ts';
import { verifyBundle } from '../bundle/verify-bundle.ts';
import type { BundleManifest } from '../model/bundle.ts';
import type { MailAttachment } from '../model/mail.ts';
import type { StopReason } from '../model/send.ts';
import { FileError, type System } from '../system/system.ts';

/**
 * Nothing goes out that is not what was packed: the zip as a whole against the bundle's record, single files against
 * their checksums. Undefined where all of it is as it should be.
 */
export async function proveAttachments(
  attachments: readonly MailAttachment[],
  { files }: BundleManifest,
  system: System,
): Promise<StopReason | undefined> {
  const wrong: string[] = [];
  for (const attachment of attachments) {
    if (files.some(({ name }) => name === attachment.name)) {
      if (!(await isUnchanged(attachment, system))) wrong.push(attachment.name);
      continue;
    }
    const { verdict, findings } = await verifyBundle(attachment.path, system);
    if (verdict !== 'pass') return { kind: 'damaged', findings };
  }
  return wrong.length > 0 ? { kind: 'missing', names: wrong } : undefined;
}

async function isUnchanged({ path, bytes, sha256 }: MailAttachment, system: System): Promise<boolean> {
  try {
    if ((await system.files.stat(path)).bytes !== bytes) return false;
    return (await hashFile(path, system)).sha256 === sha256;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
