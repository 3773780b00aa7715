import type { BundleFinding, VerifiedFile } from '../model/bundle-verification.ts';
import { Interrupted } from '../model/problems.ts';
import { FileError } from '../system/system.ts';
import { failing, remark, type ContentEntry } from './bundle-content.ts';
import { createSums } from './sums.ts';
import { BadZip } from './read-zip.ts';
import { nameKey } from './safe-text.ts';

export interface Proof {
  readonly files: readonly VerifiedFile[];
  readonly findings: readonly BundleFinding[];
}

export interface ProofWatch {
  readonly interrupted: AbortSignal;
  readonly onBytes: (count: number) => void;
}

/** Laid down by file managers, wherever they look. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$|^__MACOSX\//i;

export function isLitter(name: string): boolean {
  return LITTER.test(name);
}

/**
 * Every byte of these files against their checksums, by name in NFC: complete, unchanged, nothing added, no two that
 * are one to some system. Without a list nothing can be missing or too much.
 */
export async function proveFiles(
  entries: readonly ContentEntry[],
  expected: ReadonlyMap<string, string> | undefined,
  watch: ProofWatch,
): Promise<Proof> {
  const findings: BundleFinding[] = [...sameNames(entries)];
  const files: VerifiedFile[] = [];
  for (const entry of entries) {
    const { file, finding } = await prove(entry, expected, watch);
    files.push(file);
    if (finding) findings.push(finding);
  }
  const present = new Set(entries.map(({ name }) => name.normalize('NFC')));
  const missing = [...(expected?.keys() ?? [])].filter((name) => !present.has(name));
  findings.push(...missing.map((name) => failing({ kind: 'missing', name })));
  return { files, findings };
}

function sameNames(entries: readonly ContentEntry[]): readonly BundleFinding[] {
  const byKey = new Map<string, string[]>();
  for (const { name } of entries) {
    const key = nameKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return [...byKey.values()]
    .filter((names) => names.length > 1)
    .map((names) => failing({ kind: 'same-name', names }));
}

async function prove(
  entry: ContentEntry,
  expected: ReadonlyMap<string, string> | undefined,
  watch: ProofWatch,
): Promise<{ readonly file: VerifiedFile; readonly finding?: BundleFinding }> {
  const { name, bytes } = entry;
  const sums = createSums({ crc: false });
  try {
    for await (const piece of entry.read()) {
      if (watch.interrupted.aborted) throw new Interrupted();
      sums.add(piece);
      watch.onBytes(piece.length);
    }
  } catch (error) {
    return {
      file: { name, bytes, state: 'damaged' },
      finding: failing({ kind: 'damaged', name, detail: detailOf(error) }),
    };
  }
  const { sha256 } = sums.result();
  const listed = expected?.get(name.normalize('NFC'));
  if (listed === sha256) return { file: { name, bytes, sha256, state: 'proven' } };
  if (listed !== undefined) {
    const fault = { kind: 'changed', name, expected: listed, actual: sha256 } as const;
    return { file: { name, bytes, sha256, state: 'changed' }, finding: failing(fault) };
  }
  const file = { name, bytes, sha256, state: 'unlisted' } as const;
  if (isLitter(name)) return { file, finding: remark({ kind: 'extra', name }) };
  return expected ? { file, finding: failing({ kind: 'extra', name }) } : { file };
}

/** Of a bundle that cannot be read; anything else is our own mistake and passes through. */
export function detailOf(error: unknown): string {
  if (error instanceof BadZip) return error.message;
  if (error instanceof FileError) return error.kind;
  throw error;
}
