import type { BundleManifest } from '../model/bundle.ts';
import type { BundleFinding, BundleVerification } from '../model/bundle-verification.ts';
import { FileError, type Files } from '../system/system.ts';
import { failing, type BundleContent } from './bundle-content.ts';
import { MOST_MANIFEST_BYTES, parseBundleManifest } from './bundle-manifest.ts';
import { contentOfFolder } from './folder-content.ts';
import { compareRecord, proveContent } from './prove-content.ts';
import { detailOf } from './prove-files.ts';
import { contentOfZip } from './zip-content.ts';

export interface VerifyWorld {
  readonly files: Files;
  readonly interrupted: AbortSignal;
  /** Bytes read so far, and in all. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads a bundle again, a folder or a zip, ours or somebody else's, and says whether it is complete, unchanged and
 * safe to unpack. A bad bundle is a result, never an error; only an interruption throws. `path` is absolute.
 */
export async function verifyBundle(path: string, world: VerifyWorld): Promise<BundleVerification> {
  const kind = await kindOf(path, world.files);
  if (kind === undefined) return rejected('neither', { kind: 'not-found' });
  if (kind === 'link' || kind === 'special')
    return rejected('neither', { kind: 'not-a-bundle', detail: kind });
  try {
    if (kind === 'folder') return await judge(path, await contentOfFolder(path, world.files), world);
    const file = await world.files.open(path);
    try {
      return await judge(path, await contentOfZip(file), world);
    } finally {
      await file.close();
    }
  } catch (error) {
    const detail = detailOf(error);
    return kind === 'folder'
      ? rejected('folder', { kind: 'unreadable', detail })
      : rejected('neither', { kind: 'not-a-bundle', detail });
  }
}

async function kindOf(path: string, files: Files) {
  try {
    return (await files.stat(path)).kind;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

async function judge(path: string, content: BundleContent, world: VerifyWorld): Promise<BundleVerification> {
  const total = content.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const record = await readRecord(path, world.files);
  const proof = await proveContent(content, record.manifest, {
    interrupted: world.interrupted,
    onBytes: (count) => {
      done += count;
      world.onProgress?.(done, total);
    },
  });
  const compared = record.manifest ? compareRecord(record.manifest, proof) : [];
  const empty = content.entries.length === 0 && content.findings.length === 0;
  const findings = [
    ...content.findings,
    ...(empty ? [failing({ kind: 'empty' })] : []),
    ...proof.findings,
    ...record.findings,
    ...compared,
  ];
  return {
    kind: content.kind,
    verdict: verdictOf(findings),
    findings,
    files: proof.files,
    ...(record.manifest && { manifest: record.manifest }),
  };
}

function verdictOf(findings: readonly BundleFinding[]): BundleVerification['verdict'] {
  if (findings.some(({ severity }) => severity === 'fail')) return 'fail';
  return findings.some(({ severity }) => severity === 'unknown') ? 'unsettled' : 'pass';
}

/** `<bundle>.bundle.json` beside `<bundle>/` or `<bundle>.zip`. */
export async function readRecord(
  path: string,
  files: Files,
): Promise<{ readonly manifest?: BundleManifest; readonly findings: readonly BundleFinding[] }> {
  const place = `${path.replace(/[/\\]+$/, '').replace(/\.zip$/i, '')}.bundle.json`;
  try {
    if (!(await files.exists(place))) return { findings: [] };
    const manifest = parseBundleManifest(await files.readWhole(place, MOST_MANIFEST_BYTES));
    return manifest ? { manifest, findings: [] } : { findings: [failing({ kind: 'record-unreadable' })] };
  } catch (error) {
    if (error instanceof FileError) return { findings: [failing({ kind: 'record-unreadable' })] };
    throw error;
  }
}

function rejected(kind: BundleVerification['kind'], fault: BundleFinding['fault']): BundleVerification {
  return { kind, verdict: 'fail', findings: [failing(fault)], files: [] };
}
