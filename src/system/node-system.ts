import { readFileSync } from 'node:fs';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { Interrupted } from '../model/problems.ts';
import {
  createLazyIsolation,
  createLazyKeyring,
  createLazyMail,
  createLazyMedia,
  createLazyProcesses,
  createLazyViewer,
} from './lazy-ports.ts';
import { nodeFiles } from './node-files.ts';
import { nodeStorage } from './node-storage.ts';
import { createTerminal } from './node-terminal.ts';
import type { System } from './system.ts';
import { createTools } from './tools.ts';

/** `home`: the folder of this package. `threadEntry`: the program of the threads that do isolated work. */
export interface Installation {
  readonly home: URL;
  readonly threadEntry: URL;
}

/** The real world. SIGINT and SIGTERM become `interrupted`, so that whoever is at work can put things in order. */
export function createNodeSystem({ home, threadEntry }: Installation): System {
  const interruption = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Once more: whoever insists is obeyed at once, in the usual way.
      if (interruption.signal.aborted) process.kill(process.pid, 'SIGKILL');
      interruption.abort(new Interrupted());
    });
  }
  const variables = process.env;
  const interrupted = interruption.signal;
  const tools = createTools(variables);
  return {
    files: nodeFiles,
    storage: nodeStorage,
    processes: createLazyProcesses(interrupted),
    isolation: createLazyIsolation(threadEntry, interrupted),
    tools,
    media: createLazyMedia({ tools, signal: interrupted }),
    mail: createLazyMail(interrupted),
    keyring: createLazyKeyring(),
    terminal: createTerminal(variables, interrupted),
    viewer: createLazyViewer(process.platform, variables),
    environment: {
      workingFolder: process.cwd(),
      variables,
      processors: os.availableParallelism(),
      templates: fileURLToPath(new URL('templates/', home)),
      built: fileURLToPath(new URL('dist/', home)),
      get version() {
        return versionOf(new URL('package.json', home));
      },
      get build() {
        return buildOf(new URL('dist/.built-from', home)) ?? this.version;
      },
      platform: process.platform,
      nodeVersion: process.versions.node,
    },
    interrupted,
    now: () => new Date(),
  };
}

/** The digest of all it was built from; undefined where it was not built, as in a checkout under test. */
function buildOf(stamp: URL): string | undefined {
  try {
    return readFileSync(stamp, 'utf8').split('\n')[0];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function versionOf(manifest: URL): string {
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'version' in parsed &&
    typeof parsed.version === 'string'
  ) {
    return parsed.version;
  }
  throw new Error('package.json has no version');
}
