import path from 'node:path';
import type { ContentEntry } from '../bundle/bundle-content.ts';
import { contentOfFolder } from '../bundle/folder-content.ts';
import { withArchive } from '../bundle/prove-archive.ts';
import { unsafeNameOf } from '../bundle/unsafe-name.ts';
import { contentOfZip } from '../bundle/zip-content.ts';
import { leavesOf, MADE_ROLES, type BundledFile, type BundleManifest } from '../model/bundle.ts';
import type { BundleVerification } from '../model/bundle-verification.ts';
import { Interrupted } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';

interface ProvenBundle {
  /** Absolute. */
  readonly target: string;
  readonly kind: BundleVerification['kind'];
  readonly manifest: BundleManifest;
}

/**
 * The materials of a proven bundle under the names they were handed in by, out of their archives, in folders by work,
 * as they lay before they were packed. Throws a `FileError` where there is no room, or something is not there.
 */
export async function layOutBundle(
  { target, kind, manifest }: ProvenBundle,
  root: string,
  system: System,
): Promise<void> {
  const materials = leavesOf(manifest.files).filter(({ role }) => !isMade(role));
  const needed = materials.reduce((sum, { bytes }) => sum + bytes, 0);
  const free = await system.storage.freeBytes(root);
  if (free !== undefined && free < needed) throw new FileError('full', root);
  const folderOf = (file: BundledFile) => foldersOf(file.source ?? neighbour(file, materials));
  const layOut = (entries: readonly ContentEntry[]) =>
    layOutFiles(entries, manifest.files, { root, folderOf }, system);
  if (kind === 'folder') return layOut((await contentOfFolder(target, system.files)).entries);
  const file = await system.files.open(target);
  try {
    await layOut((await contentOfZip(file)).entries);
  } finally {
    await file.close();
  }
}

interface Ground {
  readonly root: string;
  /** Steps below the root. */
  readonly folderOf: (file: BundledFile) => readonly string[];
}

async function layOutFiles(
  entries: readonly ContentEntry[],
  files: readonly BundledFile[],
  ground: Ground,
  system: System,
): Promise<void> {
  for (const file of files) {
    if (isMade(file.role) && !file.holds) continue;
    const entry =
      entries.find(({ name }) => name === file.name) ??
      entries.find(({ name }) => name.endsWith(`/${file.name}`));
    if (!entry) throw new FileError('missing', file.name);
    if (file.holds) await layOutArchive(entry, file.holds, ground, system);
    else {
      const folder = path.join(ground.root, ...ground.folderOf(file));
      await system.storage.makeFolder(folder);
      await copy(entry, path.join(folder, path.posix.basename(file.name)), system);
    }
  }
}

async function layOutArchive(
  archive: ContentEntry,
  holds: readonly BundledFile[],
  ground: Ground,
  system: System,
): Promise<void> {
  const done = await withArchive(archive, async ({ entries }) => {
    await layOutFiles(entries, holds, ground, system);
    return true;
  });
  if (done !== true) throw new FileError('other', archive.name);
}

function isMade(role: BundledFile['role']): boolean {
  return MADE_ROLES.some((made) => made === role);
}

/** A record may come from anybody: no step of it leads out of our folder. */
function foldersOf(source: string): readonly string[] {
  const steps = source.split(/[/\\]/).slice(0, -1);
  return steps.filter((step) => step !== '.' && unsafeNameOf(step) === undefined).slice(-4);
}

/** A form that was filled lies with the work whose files are named most like it. */
function neighbour({ name }: BundledFile, others: readonly BundledFile[]): string {
  const near = others
    .filter(({ source }) => source !== undefined)
    .map((other) => ({ ...other, alike: alike(name, other.name) }));
  return near.sort((a, b) => b.alike - a.alike)[0]?.source ?? '';
}

function alike(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

async function copy(entry: ContentEntry, place: string, { storage, interrupted }: System): Promise<void> {
  const target = await storage.createFile(place);
  try {
    for await (const piece of entry.read()) {
      if (interrupted.aborted) throw new Interrupted();
      await target.write(piece);
    }
  } finally {
    await target.close();
  }
}
