import path from 'node:path';
import { leavesOf, type BundledFile, type BundleManifest } from '../model/bundle.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { Interrupted } from '../model/problems.ts';
import { formatBundleManifest, manifestOf } from './bundle-manifest.ts';
import type { BuildRequest, BuildWorld } from './build-request.ts';
import { sourceChanged } from './bundle-problems.ts';
import { BUNDLE_TAILS } from './name-bundle.ts';
import { bundledFiles, contentsOf, type Content, type ContentSums } from './bundle-contents.ts';
import { reading } from './pack-file.ts';
import { createSums, type Sums } from './sums.ts';
import { readAhead } from './read-ahead.ts';
import { nameKey } from './safe-text.ts';
import { readRecord, verifyBundle } from './verify-bundle.ts';
import { writeArchive } from './write-archive.ts';

/** What already bears the bundle's names in the outbox, in the disk's own spelling. */
export async function namesTaken(
  outbox: string,
  bundle: string,
  { files }: BuildWorld,
): Promise<readonly string[]> {
  if (!(await files.exists(outbox))) return [];
  const keys = new Set(BUNDLE_TAILS.map((tail) => nameKey(bundle + tail)));
  const names = (await files.list(outbox)).flatMap(({ name }) => (name === undefined ? [] : [name]));
  return names.filter((name) => keys.has(nameKey(name)));
}

/**
 * What stands there against what would be built now: empty where all of it is the same, down to the last byte of
 * folder and zip. Otherwise the names that differ. No manifest: nobody knows what it is.
 */
export async function differencesFrom(
  request: BuildRequest,
  world: BuildWorld,
): Promise<{ readonly manifest?: BundleManifest; readonly differences: readonly string[] }> {
  const place = path.join(request.outbox, request.bundle.name);
  const { manifest } = await readRecord(place, world.files);
  if (!manifest) return { differences: [] };
  const named = unlikePlan(manifest, request);
  if (named.length > 0) return { manifest, differences: named };
  const now = manifestOf(request.bundle, await hashAll(request, world), request.forced);
  const differences = unlikeManifest(manifest, now);
  if (differences.length > 0) return { manifest, differences };
  return { manifest, differences: await damages(place, world) };
}

/** Cheap: names and sizes, before anything is read. */
function unlikePlan({ files }: BundleManifest, request: BuildRequest): readonly string[] {
  const recorded = new Map(leavesOf(files).map(({ name, bytes }) => [name, bytes]));
  const planned = new Map(leavesOf(contentsOf(request)).map(({ name, bytes }) => [name, bytes]));
  const names = new Set([...recorded.keys(), ...planned.keys()]);
  return [...names].filter((name) => recorded.get(name) !== planned.get(name));
}

function unlikeManifest(before: BundleManifest, now: BundleManifest): readonly string[] {
  if (formatBundleManifest(before) === formatBundleManifest(now)) return [];
  const sums = new Map(leavesOf(before.files).map(({ name, sha256 }) => [name, sha256]));
  const changed = leavesOf(now.files).filter(({ name, sha256 }) => sums.get(name) !== sha256);
  return changed.length > 0 ? changed.map(({ name }) => name) : [`${now.bundle}.bundle.json`];
}

async function hashAll(request: BuildRequest, world: BuildWorld): Promise<readonly BundledFile[]> {
  const contents = contentsOf(request);
  const sums: ContentSums[] = [];
  for (const content of contents) sums.push(await hash(content, request.bundle.date, world));
  return bundledFiles(contents, sums);
}

/** An archive is written once more, into nothing: its own sums hang on every byte that it holds. */
async function hash(content: Content, date: CalendarDate, world: BuildWorld): Promise<ContentSums> {
  const sums = createSums({ crc: false });
  if (!content.holds) {
    for await (const piece of piecesOf(content, world)) sums.add(piece);
    return sums.result();
  }
  const target = {
    write: (bytes: Uint8Array) => {
      sums.add(bytes);
      return Promise.resolve();
    },
  };
  const holds = await writeArchive(content, target, date, async (inner, name, zip) => {
    const own = createSums({ crc: false });
    await zip.add(name, true, summed(piecesOf(inner, world), own));
    return own.result();
  });
  return { ...sums.result(), holds };
}

async function* summed(pieces: AsyncGenerator<Uint8Array>, sums: Sums): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    sums.add(piece);
    yield piece;
  }
}

async function* piecesOf(content: Content, { files, interrupted }: BuildWorld): AsyncGenerator<Uint8Array> {
  const { source, shown, bytes, made } = content;
  if (made) {
    yield made;
    return;
  }
  const file = await reading(shown, () => files.open(source));
  try {
    if (file.bytes !== bytes) throw sourceChanged(shown);
    const pieces = readAhead(file, 0, file.bytes);
    for (;;) {
      const next = await reading(shown, () => pieces.next());
      if (next.done === true) return;
      if (interrupted.aborted) throw new Interrupted();
      yield next.value;
    }
  } finally {
    await file.close();
  }
}

async function damages(place: string, { files, interrupted }: BuildWorld): Promise<readonly string[]> {
  const damaged: string[] = [];
  for (const piece of [place, `${place}.zip`]) {
    const { verdict } = await verifyBundle(piece, { files, interrupted });
    if (verdict !== 'pass') damaged.push(path.basename(piece));
  }
  return damaged;
}

/** The first number under which nothing is kept yet: `<bundle>.v1`, `.v2` … */
export async function nextVersion(outbox: string, bundle: string, { files }: BuildWorld): Promise<string> {
  const taken = new Set((await files.list(outbox)).map(({ shownName }) => nameKey(shownName)));
  let version = 1;
  const isTaken = () => BUNDLE_TAILS.some((tail) => taken.has(nameKey(`${bundle}.v${version}${tail}`)));
  while (isTaken()) version += 1;
  return `${bundle}.v${version}`;
}
