import { MANIFEST_NAME, type BundleManifest } from '../model/bundle.ts';
import type { BundleFinding, VerifiedFile } from '../model/bundle-verification.ts';
import { decodeText } from '../model/decode-text.ts';
import { Interrupted } from '../model/problems.ts';
import { FileError } from '../system/system.ts';
import { failing, remark, type BundleContent, type ContentEntry } from './bundle-content.ts';
import { parseChecksums } from './checksum-list.ts';
import { createSums } from './pack-file.ts';
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

const MOST_LIST_BYTES = 32 * 1024 * 1024;
/** Laid down by file managers, wherever they look. */
const LITTER = /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$|^__MACOSX\//i;

/** Reads every byte and compares it with the bundle's own checksums: complete, unchanged, nothing added. */
export async function proveContent(content: BundleContent, watch: ProofWatch): Promise<Proof> {
  const entries = withoutRoot(content.entries);
  const list = entries.find(({ name }) => name === MANIFEST_NAME);
  const read = list ? await readChecksums(list) : { findings: [], sums: undefined };
  const findings = [...sameNames(entries), ...read.findings];
  if (!list) findings.push({ severity: 'unknown', fault: { kind: 'no-checksums' } });
  const expected = read.sums ?? new Map<string, string>();
  const files: VerifiedFile[] = [];
  for (const entry of entries) {
    if (entry === list) continue;
    const { file, finding } = await prove(
      entry,
      expected.get(entry.name.normalize('NFC')),
      list !== undefined,
      watch,
    );
    files.push(file);
    if (finding) findings.push(finding);
  }
  const present = new Set(entries.map(({ name }) => name.normalize('NFC')));
  const missing = [...expected.keys()].filter((name) => !present.has(name));
  findings.push(...missing.map((name) => failing({ kind: 'missing', name })));
  return { files, findings };
}

/** Some pack the folder itself: then everything lies one level deeper. */
function withoutRoot(entries: readonly ContentEntry[]): readonly ContentEntry[] {
  const material = entries.filter(({ name }) => !LITTER.test(name));
  const [first] = material;
  const root = first?.name.slice(0, first.name.indexOf('/') + 1) ?? '';
  const nested = root !== '' && material.every(({ name }) => name.startsWith(root));
  if (!nested || !material.some(({ name }) => name === root + MANIFEST_NAME)) return entries;
  return entries.map((entry) => ({
    ...entry,
    name: entry.name.startsWith(root) ? entry.name.slice(root.length) : entry.name,
  }));
}

function sameNames(entries: readonly ContentEntry[]): BundleFinding[] {
  const byKey = new Map<string, string[]>();
  for (const { name } of entries) {
    const key = nameKey(name);
    byKey.set(key, [...(byKey.get(key) ?? []), name]);
  }
  return [...byKey.values()]
    .filter((names) => names.length > 1)
    .map((names) => failing({ kind: 'same-name', names }));
}

interface Read {
  readonly findings: readonly BundleFinding[];
  /** By name in NFC. */
  readonly sums: ReadonlyMap<string, string> | undefined;
}

async function readChecksums(list: ContentEntry): Promise<Read> {
  if (list.bytes > MOST_LIST_BYTES) return unreadable('too large');
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of list.read()) pieces.push(piece);
  } catch (error) {
    return unreadable(detailOf(error));
  }
  const decoded = decodeText(Buffer.concat(pieces));
  if (!decoded) return unreadable('encoding');
  const { entries, malformed } = parseChecksums(decoded.text);
  const findings = malformed > 0 ? [failing({ kind: 'checksums-malformed', lines: malformed })] : [];
  return { findings, sums: new Map(entries.map(({ name, sha256 }) => [name.normalize('NFC'), sha256])) };
}

function unreadable(detail: string): Read {
  return { findings: [failing({ kind: 'unreadable', name: MANIFEST_NAME, detail })], sums: undefined };
}

async function prove(
  entry: ContentEntry,
  expected: string | undefined,
  listed: boolean,
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
  if (expected === sha256) return { file: { name, bytes, sha256, state: 'proven' } };
  if (expected !== undefined) {
    const fault = { kind: 'changed', name, expected, actual: sha256 } as const;
    return { file: { name, bytes, sha256, state: 'changed' }, finding: failing(fault) };
  }
  const file = { name, bytes, sha256, state: 'unlisted' } as const;
  if (LITTER.test(name)) return { file, finding: remark({ kind: 'extra', name }) };
  return listed ? { file, finding: failing({ kind: 'extra', name }) } : { file };
}

/** Of a bundle that cannot be read; anything else is our own mistake and passes through. */
export function detailOf(error: unknown): string {
  if (error instanceof BadZip) return error.message;
  if (error instanceof FileError) return error.kind;
  throw error;
}

/** The record beside the bundle is a second witness: whoever changed a file and the list may have forgotten it. */
export function compareRecord({ files }: BundleManifest, proof: Proof): readonly BundleFinding[] {
  const actual = new Map(proof.files.map((file) => [file.name.normalize('NFC'), file]));
  const recorded = new Set(files.map(({ name }) => name.normalize('NFC')));
  const differing = files.flatMap(({ name, bytes, sha256 }) => {
    const file = actual.get(name.normalize('NFC'));
    if (!file) return [failing({ kind: 'record-differs', name, what: 'missing' })];
    if (file.bytes !== bytes) return [failing({ kind: 'record-differs', name, what: 'bytes' })];
    return file.sha256 === sha256 ? [] : [failing({ kind: 'record-differs', name, what: 'sha256' })];
  });
  const extra = proof.files.filter(({ name }) => !recorded.has(name.normalize('NFC')) && !LITTER.test(name));
  return [...differing, ...extra.map(({ name }) => failing({ kind: 'record-differs', name, what: 'extra' }))];
}
