import path from 'node:path';
import { MANIFEST_NAME, type BundledFile, type BundleManifest } from '../model/bundle.ts';
import type { NewFile, Storage } from '../system/system.ts';
import type { BuildRequest, BuildWorld, Built } from './build-request.ts';
import { buildingFolder, commit } from './building-folder.ts';
import { contentsOf, type Content } from './bundle-contents.ts';
import { formatBundleManifest, manifestOf } from './bundle-manifest.ts';
import { formatChecksums } from './checksum-list.ts';
import { nextVersion } from './existing-bundle.ts';
import { BUNDLE_TAILS } from './name-bundle.ts';
import { packBytes, packFile, type PackWorld } from './pack-file.ts';
import { nameKey } from './safe-text.ts';
import { sourceIdentities } from './source-identities.ts';
import { verifyWritten, type WrittenEntry } from './verify-written.ts';
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
  let packed: readonly PackedContent[];
  try {
    packed = await packAll(contents, folder, target, request, { ...world, onBytes });
    await target.flush();
  } finally {
    await target.close();
  }
  await verifyWritten(
    zipPath,
    packed.map(({ written }) => written),
    { ...world, onBytes },
  );
  return packed.flatMap(({ entry, written: { bytes, sha256 } }) =>
    entry ? [{ ...entry, bytes, sha256 }] : [],
  );
}

interface PackedContent {
  readonly written: WrittenEntry;
  /** Absent for the checksums, which are in no record. */
  readonly entry?: Content['entry'];
}

async function packAll(
  contents: readonly Content[],
  folder: string,
  target: NewFile,
  request: BuildRequest,
  world: Omit<PackWorld, 'zip'>,
): Promise<readonly PackedContent[]> {
  const identities = await sourceIdentities(contents, request, world);
  const zip = await createZip(target, request.bundle.date);
  const packing = { ...world, zip };
  const place = (name: string) => path.join(folder, 'bundle', ...name.split('/'));
  const packed: PackedContent[] = [];
  try {
    for (const content of contents) {
      const identity = identities.get(content.source) ?? '';
      const piece = { ...content, target: place(content.name), identity };
      const sums = await (content.made ? packBytes(piece, content.made, packing) : packFile(piece, packing));
      packed.push({ written: { ...sums, name: content.name }, entry: content.entry });
    }
    const list = Buffer.from(formatChecksums(packed.map(({ written }) => written)));
    const last = { target: place(MANIFEST_NAME), name: MANIFEST_NAME, stored: false };
    packed.push({ written: { ...(await packBytes(last, list, packing)), name: MANIFEST_NAME } });
    await zip.finish();
    return packed;
  } finally {
    await zip.abandon();
  }
}

function counter(
  bundle: string,
  contents: readonly Content[],
  { onBuilding }: BuildWorld,
): (count: number) => void {
  const total = 2 * contents.reduce((sum, { bytes }) => sum + bytes, 0);
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
