import type { BuildRequest, BuildWorld, Built } from './build-request.ts';
import { buildAside } from './build-aside.ts';
import { sweepOutbox } from './building-folder.ts';
import { contentsOf } from './bundle-contents.ts';
import { nameTaken, noSpace, writingProblem } from './bundle-problems.ts';
import { differencesFrom, namesTaken } from './existing-bundle.ts';

/** For the folder's own entries, the record, the zip's directory. */
const MARGIN_BYTES = 64 * 1024 * 1024;

/**
 * Builds the planned bundles of one outbox, each folder, zip and record, all three or none. Built aside, flushed, read
 * back, and put in place at once; what a killed run left behind is finished or thrown away first. An equal bundle that
 * is there already is left alone. Before the first one is built it is certain that none stands in the way and that all
 * of them find room. Throws a `UsageError` where a different bundle has a name, an `EnvironmentError` where the disk
 * or a source fails, `Interrupted`; after each of them there is no half bundle.
 */
export async function buildBundles(
  requests: readonly BuildRequest[],
  world: BuildWorld,
): Promise<readonly Built[]> {
  const [outbox] = requests.map((request) => request.outbox);
  if (outbox === undefined) return [];
  try {
    await sweepOutbox(outbox, world);
    const examined: Examined[] = [];
    for (const request of requests) examined.push(await examine(request, world));
    await world.storage.makeFolder(outbox);
    await assertSpace(outbox, examined, world);
    const built: Built[] = [];
    for (const { request, taken, unchanged } of examined)
      built.push(unchanged ?? (await buildAside(request, taken, world)));
    return built;
  } catch (error) {
    throw writingProblem(error, outbox);
  }
}

interface Examined {
  readonly request: BuildRequest;
  /** Names in the outbox that are in its way. */
  readonly taken: readonly string[];
  readonly unchanged?: Built;
}

async function examine(request: BuildRequest, world: BuildWorld): Promise<Examined> {
  const { outbox, bundle } = request;
  const taken = await namesTaken(outbox, bundle.name, world);
  if (taken.length === 0) return { request, taken };
  const { manifest, differences } = await differencesFrom(request, world);
  if (manifest && differences.length === 0)
    return { request, taken, unchanged: { kind: 'unchanged', manifest } };
  if (!request.replace) throw nameTaken(bundle.name, taken, differences, manifest !== undefined);
  return { request, taken };
}

async function assertSpace(
  outbox: string,
  examined: readonly Examined[],
  { storage }: BuildWorld,
): Promise<void> {
  const contents = examined
    .filter(({ unchanged }) => !unchanged)
    .flatMap(({ request }) => contentsOf(request));
  if (contents.length === 0) return;
  const needed = contents.reduce((sum, { bytes }) => sum + bytes, 0) * 2 + MARGIN_BYTES;
  const free = await storage.freeBytes(outbox);
  if (free !== undefined && free < needed) throw noSpace(outbox, needed, free);
}
