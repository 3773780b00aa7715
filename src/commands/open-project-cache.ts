import path from 'node:path';
import { noFactCache, openFactCache, type FactCache } from '../probe/fact-cache.ts';
import type { System } from '../system/system.ts';
import { liesWithin } from './lies-within.ts';

/** Rises with every change of what a probe sees, so that older facts are not taken for today's. */
const PROBES = 8;

export interface ProjectCache {
  /** Absolute folder of the materials. */
  readonly root: string;
  /** Absolute folder of the project. */
  readonly project: string;
  readonly enabled: boolean;
}

/** The facts kept in `.four-ones/` beside the project. Without a place to keep them, every run looks afresh. */
export async function openProjectCache(cache: ProjectCache, system: System): Promise<FactCache> {
  const { tools, environment, files } = system;
  // Nothing of ours is ever written among the user's materials.
  if (!cache.enabled || (await liesWithin(cache.project, cache.root, files))) return noFactCache;
  const [ffprobe, ffmpeg] = await Promise.all([tools.ffprobe(), tools.ffmpeg()]);
  const version = JSON.stringify([environment.version, PROBES, ffprobe ?? null, ffmpeg ?? null]);
  const file = path.join(cache.project, '.four-ones', 'facts.json');
  return openFactCache({ file, root: cache.root, version }, files);
}
