import path from 'node:path';
import { openFactCache, type FactCache } from './fact-cache.ts';
import type { System } from '../system/system.ts';

export interface ProjectCache {
  /** Absolute folder of the materials. */
  readonly root: string;
  /** Absolute folder of the project; never among the materials. */
  readonly project: string;
}

/** The facts kept in `.four-ones/` beside the project. */
export async function openProjectCache(
  { root, project }: ProjectCache,
  { tools, environment, files }: System,
): Promise<FactCache> {
  const [ffprobe, ffmpeg] = await Promise.all([tools.ffprobe(), tools.ffmpeg()]);
  const version = JSON.stringify([environment.build, ffprobe ?? null, ffmpeg ?? null]);
  const file = path.join(project, '.four-ones', 'facts.json');
  return openFactCache({ file, root, version }, files);
}
