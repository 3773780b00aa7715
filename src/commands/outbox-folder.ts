import path from 'node:path';
import type { Environment } from '../system/system.ts';
import type { LoadedConfig } from './load-config.ts';

const DEFAULT_OUTBOX = './outbox';

/** An outbox in the config is meant from where the config lies, one on the command line from where the user stands. */
export function outboxFolder(
  named: string | undefined,
  { config, folder }: LoadedConfig,
  { workingFolder }: Environment,
): { readonly folder: string; readonly shown: string } {
  if (named === undefined && config.outbox !== undefined)
    return { folder: path.resolve(folder, config.outbox), shown: config.outbox };
  const shown = named ?? DEFAULT_OUTBOX;
  return { folder: path.resolve(workingFolder, shown), shown };
}
