import path from 'node:path';
import { walkMaterials } from '../materials/walk-materials.ts';
import { EnvironmentError, Interrupted, UsageError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';
import { CONFIG_NAME, loadConfig } from './load-config.ts';
import type { CheckParams } from './check.ts';
import { materialsFolder, noticeRequest } from './settle-request.ts';
import { pause } from './pause.ts';

/** Seconds between two looks. */
const INTERVAL = 1;

/** What a folder and the settings look like, as an opaque string: changes whenever a judgement may. */
export type Snapshot = string;

/**
 * By looking, not by the system's own notices: those are lost on network drives, sticks and in many editors. `named`
 * settings that are files are watched too.
 */
export async function snapshot(
  params: Pick<CheckParams, 'materials' | 'config' | 'notice'>,
  system: System,
): Promise<Snapshot> {
  try {
    const loaded = await loadConfig(params.config, system);
    const { named, from } = noticeRequest(params, loaded);
    const base = from ?? system.environment.workingFolder;
    const settings = [loaded.file ?? path.join(base, CONFIG_NAME), path.resolve(base, named)];
    const { files, strays } = await walkMaterials(await materialsFolder(params, system), system.files);
    const seen = await Promise.all(settings.map((file) => identityOf(file, system)));
    return JSON.stringify([
      seen,
      files.map(({ path: name, identity }) => [name, identity]),
      strays.map(({ path: name, reason }) => [name, reason]),
    ]);
  } catch (error) {
    // Mistyped, or being moved at this very moment: where it stays so, the check itself will say what is wrong.
    const known =
      error instanceof FileError || error instanceof UsageError || error instanceof EnvironmentError;
    if (!known) throw error;
    const config = path.resolve(system.environment.workingFolder, params.config ?? CONFIG_NAME);
    return JSON.stringify([error.message, await identityOf(config, system)]);
  }
}

async function identityOf(file: string, { files }: System): Promise<string | undefined> {
  try {
    return (await files.stat(file)).identity;
  } catch (error) {
    if (error instanceof FileError) return undefined;
    throw error;
  }
}

/** Returns when something has changed and then stayed as it is for one look: a copy under way is waited for. */
export async function untilChanged(
  before: Snapshot,
  params: Pick<CheckParams, 'materials' | 'config' | 'notice'>,
  system: System,
): Promise<void> {
  let last = before;
  for (;;) {
    if (!(await pause(INTERVAL, system))) throw new Interrupted();
    const now = await snapshot(params, system);
    if (now !== before && now === last) return;
    last = now;
  }
}
