import { leavesOf } from '../model/bundle.ts';
import type { Content } from './bundle-contents.ts';
import type { BuildRequest, BuildWorld } from './build-request.ts';
import { sourceChanged } from './bundle-problems.ts';
import { reading } from './pack-file.ts';

/**
 * What every source is before the first one is packed; compared again after each was read, so that a bundle never
 * mixes two states of the folder. Throws where one is no longer what was checked.
 */
export async function sourceIdentities(
  contents: readonly Content[],
  { identities }: BuildRequest,
  { files }: BuildWorld,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { made, source, shown, bytes } of leavesOf(contents)) {
    if (made) continue;
    const { kind, bytes: actual, identity } = await reading(shown, () => files.stat(source));
    if (kind !== 'file' || actual !== bytes) throw sourceChanged(shown);
    if ((identities?.get(shown) ?? identity) !== identity) throw sourceChanged(shown);
    found.set(source, identity);
  }
  return found;
}
