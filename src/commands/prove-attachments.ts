import path from 'node:path';
import { hashFile } from '../bundle/hash-file.ts';
import { verifyBundle } from '../bundle/verify-bundle.ts';
import type { BundledFile, BundleManifest } from '../model/bundle.ts';
import type { MailAttachment } from '../model/mail.ts';
import type { StopReason } from '../model/send.ts';
import { FileError, type System } from '../system/system.ts';

/**
 * Nothing goes out that is not what was packed: the zip as a whole against the bundle's record, single files against
 * their checksums. Whoever edits a file in the bundle's folder means it to go, so where the zip goes, a folder that
 * lies beside it must agree with it. `folder` is absolute. Undefined where all of it is as it should be.
 */
export async function proveAttachments(
  attachments: readonly MailAttachment[],
  { files }: BundleManifest,
  folder: string,
  system: System,
): Promise<StopReason | undefined> {
  const names = new Set(files.map(({ name }) => name));
  const zips = attachments.filter(({ name }) => !names.has(name));
  for (const zip of zips) {
    const { verdict, findings } = await verifyBundle(zip.path, system);
    if (verdict !== 'pass') return { kind: 'damaged', findings };
  }
  const besides = zips.length > 0 && (await system.files.exists(folder)) ? filesIn(folder, files) : [];
  const wrong: string[] = [];
  for (const file of [...attachments.filter((one) => !zips.includes(one)), ...besides])
    if (!(await isUnchanged(file, system))) wrong.push(file.name);
  return wrong.length > 0 ? { kind: 'missing', names: wrong } : undefined;
}

function filesIn(folder: string, files: readonly BundledFile[]): readonly MailAttachment[] {
  return files.map(({ name, bytes, sha256 }) => ({
    name,
    bytes,
    sha256,
    path: path.join(folder, ...name.split('/')),
  }));
}

async function isUnchanged({ path: file, bytes, sha256 }: MailAttachment, system: System): Promise<boolean> {
  try {
    if ((await system.files.stat(file)).bytes !== bytes) return false;
    return (await hashFile(file, system)).sha256 === sha256;
  } catch (error) {
    if (error instanceof FileError) return false;
    throw error;
  }
}
