import type { BundleFinding } from '../model/bundle-verification.ts';
import type { OpenFile } from '../system/system.ts';
import { failing, remark, type BundleContent, type ContentEntry } from './bundle-content.ts';
import { decodeNames } from './entry-names.ts';
import { openZip, type ZipEntry } from './read-zip.ts';
import { isDangerous, unsafeNameOf } from './unsafe-name.ts';

/** More than this, and a hundred times the zip itself: made to fill a disk. What is smaller harms nobody. */
const BOMB = { bytes: 1024 ** 3, ratio: 100 };
/** Local header (APPNOTE.TXT 4.3.7) without its name. */
const LOCAL_BYTES = 30;

/**
 * Throws `BadZip` where it is no zip, or its directory cannot be read. Nothing is unpacked yet. `inside`: what all of
 * its names begin with, where it lies in another one.
 */
export async function contentOfZip(file: OpenFile, inside = ''): Promise<BundleContent> {
  const zip = await openZip(file);
  const names = decodeNames(zip.entries);
  const findings: BundleFinding[] = [...bombs(zip.entries, file.bytes), ...overlaps(zip.entries)];
  const harmless = findings.length === 0;
  const entries: ContentEntry[] = [];
  for (const entry of zip.entries) {
    const name = names.get(entry)?.replace(/^(?:\.\/)+/, '');
    const faults = faultsOf(entry, name, inside);
    findings.push(...faults);
    const readable = harmless && !faults.some(({ severity }) => severity === 'fail');
    if (name === undefined || name.endsWith('/') || !readable) continue;
    entries.push({
      name: inside + name,
      bytes: entry.bytes,
      read: () => zip.read(entry),
      open: () => zip.openStored(entry),
    });
  }
  return { kind: 'zip', entries, findings };
}

function faultsOf(entry: ZipEntry, bare: string | undefined, inside: string): readonly BundleFinding[] {
  if (bare === undefined || bare === '') {
    return [failing({ kind: 'name-unreadable', shown: inside + new TextDecoder().decode(entry.rawName) })];
  }
  const faults: BundleFinding[] = [];
  const name = inside + bare;
  const why = unsafeNameOf(bare);
  if (why) faults.push((isDangerous(why) ? failing : remark)({ kind: 'unsafe-name', name, why }));
  if (entry.link) faults.push(failing({ kind: 'link', name }));
  if (entry.encrypted) faults.push(failing({ kind: 'encrypted', name }));
  else if (entry.method !== 0 && entry.method !== 8) {
    faults.push(failing({ kind: 'unsupported', name, method: entry.method }));
  }
  return faults;
}

function bombs(entries: readonly ZipEntry[], packed: number): readonly BundleFinding[] {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const isBomb = unpacked > BOMB.bytes && unpacked > packed * BOMB.ratio;
  return isBomb ? [failing({ kind: 'bomb', packed, unpacked })] : [];
}

/** Entries that share their data are how a small zip unpacks to terabytes; no honest packer writes them. */
function overlaps(entries: readonly ZipEntry[]): readonly BundleFinding[] {
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  const overlapping = ordered.some((entry, index) => {
    const next = ordered[index + 1];
    return (
      next !== undefined && entry.offset + LOCAL_BYTES + entry.rawName.length + entry.packed > next.offset
    );
  });
  return overlapping ? [failing({ kind: 'damaged', detail: 'entries overlap' })] : [];
}
