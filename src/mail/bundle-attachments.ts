import path from 'node:path';
import type { BundledFile, BundleManifest } from '../model/bundle.ts';
import type { MailAttachment } from '../model/mail.ts';

/** What can be attached of a bundle. */
export interface Attachable {
  /** The bundle as one file; absent where its single files are what is asked for, or where there is no zip. */
  readonly whole?: MailAttachment;
  /** In the order of the record; empty where nothing is to be attached. */
  readonly files: readonly MailAttachment[];
}

/**
 * `attach: bundle` sends the zip, or the file itself where the bundle is one material (or one work's own zip) and its
 * list; `files` sends every file, an archive as one. `outbox` is absolute. `zip`: size and checksum, as the record says.
 */
export function attachableOf(
  manifest: Pick<BundleManifest, 'bundle' | 'files' | 'mail'>,
  outbox: string,
  zip?: Pick<BundledFile, 'bytes' | 'sha256'>,
): Attachable {
  const { bundle, files, mail } = manifest;
  const attach = mail?.attach ?? 'none';
  if (attach === 'none') return { files: [] };
  const attached = (file: BundledFile): MailAttachment => ({
    name: file.name,
    path: path.join(outbox, bundle, ...file.name.split('/')),
    bytes: file.bytes,
    sha256: file.sha256,
  });
  const single = onlyMaterial(files);
  if (attach === 'bundle' && single) return { files: [attached(single)] };
  const all = files.map(attached);
  if (attach === 'files' || !zip) return { files: all };
  const name = `${bundle}.zip`;
  return { whole: { name, path: path.join(outbox, name), bytes: zip.bytes, sha256: zip.sha256 }, files: all };
}

/** Whether the bundle is to go as one file. */
export function wantsZip({ files, mail }: Pick<BundleManifest, 'files' | 'mail'>): boolean {
  return mail?.attach === 'bundle' && !onlyMaterial(files);
}

/** Undefined where there are several files, or a form beside the material. A work's own zip is one file. */
function onlyMaterial(files: BundleManifest['files']): BundledFile | undefined {
  const [only, ...others] = files.filter(({ role }) => role !== 'list');
  if (!only || others.length > 0) return undefined;
  return only.source !== undefined || only.role === 'archive' ? only : undefined;
}
