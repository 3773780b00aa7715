import { allFiles, MANIFEST_NAME, type BundleManifest } from '../model/bundle.ts';
import type { BundleFinding, VerifiedFile } from '../model/bundle-verification.ts';
import { decodeText } from '../model/decode-text.ts';
import { failing, type BundleContent, type ContentEntry } from './bundle-content.ts';
import { parseChecksums, type Checksum } from './checksum-list.ts';
import { proveArchive } from './prove-archive.ts';
import { detailOf, isLitter, proveFiles, type Proof, type ProofWatch } from './prove-files.ts';
import { MOST_ENTRIES } from './read-zip.ts';

const MOST_LIST_BYTES = 32 * 1024 * 1024;

/**
 * Reads every byte and compares it with the bundle's own checksums: complete, unchanged, nothing added. The works'
 * own archives are opened, those that the list tells the inside of and those that `record` does.
 */
export async function proveContent(
  content: BundleContent,
  record: BundleManifest | undefined,
  watch: ProofWatch,
): Promise<Proof> {
  const entries = withoutRoot(content.entries);
  const list = entries.find(({ name }) => name === MANIFEST_NAME);
  const read = list ? await readChecksums(list) : NO_LIST;
  const listed = entries.filter((entry) => entry !== list);
  const whole = await proveFiles(listed, list && read.sums, watch);
  const within = await proveArchives(listed, read.inside, record, watch);
  return {
    files: [...whole.files, ...within.files],
    findings: [...read.findings, ...whole.findings, ...within.findings],
  };
}

/** Some pack the folder itself: then everything lies one level deeper. */
export function withoutRoot(entries: readonly ContentEntry[]): readonly ContentEntry[] {
  const material = entries.filter(({ name }) => !isLitter(name));
  const [first] = material;
  const root = first?.name.slice(0, first.name.indexOf('/') + 1) ?? '';
  const nested = root !== '' && material.every(({ name }) => name.startsWith(root));
  if (!nested || !material.some(({ name }) => name === root + MANIFEST_NAME)) return entries;
  return entries.map((entry) => ({
    ...entry,
    name: entry.name.startsWith(root) ? entry.name.slice(root.length) : entry.name,
  }));
}

async function proveArchives(
  entries: readonly ContentEntry[],
  inside: readonly Checksum[],
  record: BundleManifest | undefined,
  watch: ProofWatch,
): Promise<Proof> {
  const expected = byArchive(entries, inside);
  const recorded = new Set(
    record?.files.filter(({ holds }) => holds !== undefined).map(({ name }) => name.normalize('NFC')),
  );
  const files: VerifiedFile[] = [];
  const findings: BundleFinding[] = [];
  for (const entry of entries) {
    const name = entry.name.normalize('NFC');
    const sums = expected.get(name);
    if (!sums && !recorded.has(name)) continue;
    // Its bytes have been counted already, as a whole.
    const proof = await proveArchive(entry, sums, { ...watch, onBytes: () => undefined });
    files.push(...proof.files);
    findings.push(...proof.findings);
    if (files.length > MOST_ENTRIES) {
      findings.push(failing({ kind: 'too-many', limit: MOST_ENTRIES }));
      break;
    }
  }
  return { files, findings };
}

/** What the list says of the inside of files that are there; what it says of others is somebody's remark. */
function byArchive(
  entries: readonly ContentEntry[],
  inside: readonly Checksum[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const names = new Set(entries.map(({ name }) => name.normalize('NFC')));
  const archives = new Map<string, Map<string, string>>();
  for (const { name, sha256 } of inside) {
    const full = name.normalize('NFC');
    const steps = full.split('/');
    const parents = steps.slice(1).map((_, depth) => steps.slice(0, depth + 1).join('/'));
    const archive = parents.find((parent) => names.has(parent));
    if (archive === undefined) continue;
    const sums = archives.get(archive) ?? new Map<string, string>();
    archives.set(archive, sums.set(full, sha256));
  }
  return archives;
}

interface Read {
  readonly findings: readonly BundleFinding[];
  /** By name in NFC. */
  readonly sums: ReadonlyMap<string, string>;
  readonly inside: readonly Checksum[];
}

const NO_LIST: Read = {
  findings: [{ severity: 'unknown', fault: { kind: 'no-checksums' } }],
  sums: new Map(),
  inside: [],
};

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
  const { entries, inside, malformed } = parseChecksums(decoded.text);
  const findings = malformed > 0 ? [failing({ kind: 'checksums-malformed', lines: malformed })] : [];
  const sums = new Map(entries.map(({ name, sha256 }) => [name.normalize('NFC'), sha256]));
  return { findings, sums, inside };
}

function unreadable(detail: string): Read {
  const finding = failing({ kind: 'unreadable', name: MANIFEST_NAME, detail });
  return { findings: [finding], sums: new Map(), inside: [] };
}

/** The record beside the bundle is a second witness: whoever changed a file and the list may have forgotten it. */
export function compareRecord({ files }: BundleManifest, proof: Proof): readonly BundleFinding[] {
  const all = allFiles(files);
  const actual = new Map(proof.files.map((file) => [file.name.normalize('NFC'), file]));
  const recorded = new Set(all.map(({ name }) => name.normalize('NFC')));
  const differing = all.flatMap(({ name, bytes, sha256 }) => {
    const file = actual.get(name.normalize('NFC'));
    if (!file) return [failing({ kind: 'record-differs', name, what: 'missing' })];
    if (file.bytes !== bytes) return [failing({ kind: 'record-differs', name, what: 'bytes' })];
    return file.sha256 === sha256 ? [] : [failing({ kind: 'record-differs', name, what: 'sha256' })];
  });
  const extra = proof.files.filter(({ name }) => !recorded.has(name.normalize('NFC')) && !isLitter(name));
  return [...differing, ...extra.map(({ name }) => failing({ kind: 'record-differs', name, what: 'extra' }))];
}
