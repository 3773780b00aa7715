import path from 'node:path';
import { MANIFEST_NAME, type BundledFile, type BundleManifest } from '../model/bundle.ts';
import type { NewFile, Storage } from '../system/system.ts';
import type { BuildRequest, BuildWorld, Built } from './build-request.ts';
import { buildingFolder, commit } from './building-folder.ts';
import { bundledFiles, contentsOf, type Content, type ContentSums } from './bundle-contents.ts';
import { formatBundleManifest, manifestOf } from './bundle-manifest.ts';
import { formatChecksums } from './checksum-list.ts';
import { nextVersion } from './existing-bundle.ts';
import { BUNDLE_TAILS } from './name-bundle.ts';
import { packContent } from './pack-content.ts';
import { packBytes, type PackWorld } from './pack-file.ts';
import type { Packed } from './sums.ts';
import { nameKey } from './safe-text.ts';
import { sourceIdentities } from './source-identities.ts';
import { verifyWritten, writtenEntry } from './verify-written.ts';
import { createZip } from './write-zip.ts';

/** One bundle, complete, in a folder of its own beside its place; then put there at once. */
export async function buildAside(
  request: BuildRequest,
  taken: readonly string[],
  world: BuildWorld,
): Promise<Built> {
  const { outbox, bundle } = request;
  const folder = buildingFolder(outbox, world.storage.owner, bundle.name);
  await world.storage.removeFolder(folder);
  let kept: string | undefined;
  let manifest: BundleManifest;
  try {
    const inside = foldersIn(contentsOf(request)).map((steps) => path.join(folder, 'bundle', ...steps));
    for (const place of inside) await world.storage.makeFolder(place);
    manifest = manifestOf(bundle, await fill(folder, request, world), request.forced);
    await writeWhole(path.join(folder, 'record'), Buffer.from(formatBundleManifest(manifest)), world.storage);
    for (const place of inside.toReversed()) await world.storage.flushFolder(place);
    kept = taken.length > 0 ? await nextVersion(outbox, bundle.name, world) : undefined;
  } catch (error) {
    await world.storage.removeFolder(folder);
    throw error;
  }
  // From the journal on, whatever happens, the next run finishes it.
  await commit(outbox, folder, renamesFor(bundle.name, taken, kept), world);
  return { kind: 'built', manifest, ...(kept !== undefined && { kept }) };
}

/** The bundle's own folder and those within it, each after the one that it lies in. */
function foldersIn(contents: readonly Content[]): readonly (readonly string[])[] {
  const folders = new Map<string, readonly string[]>([['', []]]);
  for (const { name } of contents) {
    const steps = name.split('/').slice(0, -1);
    for (const depth of steps.keys()) {
      const inside = steps.slice(0, depth + 1);
      folders.set(inside.join('/'), inside);
    }
  }
  return [...folders.values()];
}

const PIECES = ['bundle', 'zip', 'record'] as const;

/** The older pieces make room first. The record comes last: where it stands, the bundle is whole. */
function renamesFor(bundle: string, taken: readonly string[], kept: string | undefined) {
  const tailOf = (name: string) =>
    BUNDLE_TAILS.find((tail) => nameKey(bundle + tail) === nameKey(name)) ?? '';
  const older =
    kept === undefined ? [] : taken.map((from) => ({ inside: false, from, to: kept + tailOf(from) }));
  const newer = PIECES.map((from, index) => ({
    inside: true,
    from,
    to: bundle + (BUNDLE_TAILS[index] ?? ''),
  }));
  return [...older, ...newer];
}

/** Everything into the folder and into the zip beside it, which is then read back. */
async function fill(
  folder: string,
  request: BuildRequest,
  world: BuildWorld,
): Promise<readonly BundledFile[]> {
  const contents = contentsOf(request);
  const onBytes = counter(request.bundle.name, contents, world);
  const zipPath = path.join(folder, 'zip');
  const target = await world.storage.createFile(zipPath);
  let packed: PackedBundle;
  try {
    packed = await packAll(contents, folder, target, request, { ...world, onBytes });
    await target.flush();
  } finally {
    await target.close();
  }
  const { sums, list } = packed;
  const written = contents.flatMap((content, index) => writtenEntry(content, sums[index]));
  await verifyWritten(zipPath, [...written, { ...list, name: MANIFEST_NAME }], { ...world, onBytes });
  return bundledFiles(contents, sums);
}

interface PackedBundle {
  /** In the order of the contents. */
  readonly sums: readonly ContentSums[];
  /** Of the checksums, which are in no record. */
  readonly list: Packed;
}

async function packAll(
  contents: readonly Content[],
  folder: string,
  target: NewFile,
  request: BuildRequest,
  world: Omit<PackWorld, 'zip'>,
): Promise<PackedBundle> {
  const { date } = request.bundle;
  const identities = await sourceIdentities(contents, request, world);
  const zip = await createZip(target, date);
  const packing = { ...world, zip };
  const place = (name: string) => path.join(folder, 'bundle', ...name.split('/'));
  const sums: ContentSums[] = [];
  try {
    for (const content of contents)
      sums.push(await packContent(content, { target: place(content.name), identities, date }, packing));
    const checksums = Buffer.from(formatChecksums(bundledFiles(contents, sums)));
    const last = { target: place(MANIFEST_NAME), name: MANIFEST_NAME, stored: false };
    const list = await packBytes(last, checksums, packing);
    await zip.finish();
    return { sums, list };
  } finally {
    await zip.abandon();
  }
}

function counter(
  bundle: string,
  contents: readonly Content[],
  { onBuilding }: BuildWorld,
): (count: number) => void {
  // Into its own zip, from there into the bundle's, and both read back: an archive passes by four times.
  const total = contents.reduce((sum, { bytes, holds }) => sum + bytes * (holds ? 4 : 2), 0);
  let done = 0;
  return (count) => {
    done = Math.min(total, done + count);
    onBuilding?.(bundle, done, total);
  };
}

async function writeWhole(target: string, content: Uint8Array, storage: Storage): Promise<void> {
  const file = await storage.createFile(target);
  try {
    await file.write(content);
    await file.flush();
  } finally {
    await file.close();
  }
}
