import type { BundleFinding } from '../model/bundle-verification.ts';
import { failing, type BundleContent, type ContentEntry } from './bundle-content.ts';
import { detailOf, proveFiles, type Proof, type ProofWatch } from './prove-files.ts';
import { contentOfZip } from './zip-content.ts';

/**
 * One work's own zip within a bundle: every byte of what it holds against the checksums, whatever the archive's own
 * checksum says. `expected`: by name in NFC, each beginning with the archive's name.
 */
export async function proveArchive(
  archive: ContentEntry,
  expected: ReadonlyMap<string, string> | undefined,
  watch: ProofWatch,
): Promise<Proof> {
  try {
    const proof = await withArchive(archive, async ({ entries, findings }) => {
      const { files, findings: wrong } = await proveFiles(entries, expected, watch);
      return { files, findings: [...findings, ...wrong] };
    });
    return proof ?? { files: [], findings: [unread(archive)] };
  } catch (error) {
    const { name } = archive;
    return { files: [], findings: [failing({ kind: 'damaged', name, detail: detailOf(error) })] };
  }
}

function unread({ name }: ContentEntry): BundleFinding {
  return { severity: 'unknown', fault: { kind: 'archive-unread', name } };
}

/** Undefined where nobody can look into it. Throws `BadZip` or a `FileError`. */
export async function withArchive<T>(
  archive: ContentEntry,
  use: (content: BundleContent) => Promise<T>,
): Promise<T | undefined> {
  const file = await archive.open();
  if (!file) return undefined;
  try {
    return await use(await contentOfZip(file, `${archive.name}/`));
  } finally {
    await file.close();
  }
}
