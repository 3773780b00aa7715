import { pathToFileURL } from 'node:url';
import type * as Main from '../../src/cli/main.ts';
import { createLazyMedia } from '../../src/system/lazy-ports.ts';
import type * as NodeSystem from '../../src/system/node-system.ts';
import type { System } from '../../src/system/system.ts';
import { createTools } from '../../src/system/tools.ts';
import { home, type CliOptions, type CliRun } from '../run-cli.ts';

/** What the program reads from the environment through its ports alone, and so can be told to one run of many. */
const TOLD: ReadonlySet<string> = new Set([
  'NO_COLOR',
  'FFPROBE_PATH',
  'FFMPEG_PATH',
  'FOUR_ONES_SMTP_PASSWORD',
]);

interface Built {
  readonly main: typeof Main.main;
  readonly system: System;
}
let built: Promise<Built> | undefined;

async function loadBuilt(): Promise<Built> {
  const program = pathToFileURL(`${home}/dist/program/`);
  const { main } = (await import(new URL('main.js', program).href)) as typeof Main;
  const { createNodeSystem } = (await import(new URL('node-system.js', program).href)) as typeof NodeSystem;
  const here = pathToFileURL(`${home}/`);
  // Each film that is looked at is let go when the process ends; here many are, side by side.
  process.setMaxListeners(0);
  return {
    main,
    system: createNodeSystem({ home: here, threadEntry: new URL('bin/probe-thread.js', here) }),
  };
}

/** What is about the process itself needs one of its own: signals, locks, memory, other variables. */
export function canRunHere({ apart = false, interruptAfter, env = {} }: CliOptions): boolean {
  return !apart && interruptAfter === undefined && Object.keys(env).every((name) => TOLD.has(name));
}

/**
 * The built program with its real ports, but in this process and with its output kept: what it says and does is the
 * same as when a user starts it, in a tenth of the time.
 */
export async function runHere(
  args: readonly string[],
  { cwd = home, env = {} }: CliOptions,
): Promise<CliRun> {
  const { main, system } = await (built ??= loadBuilt());
  const output = { stdout: '', stderr: '' };
  const interrupted = new AbortController().signal;
  const variables = { ...process.env, NO_COLOR: '1', ...env };
  const exit = await main(args, {
    ...system,
    ...('FFPROBE_PATH' in env || 'FFMPEG_PATH' in env ? ownTools(variables, interrupted) : {}),
    // Threads that have read one run's files read the next one's.
    isolation: { ...system.isolation, close: () => Promise.resolve() },
    terminal: {
      out: (text) => (output.stdout += text),
      err: (text) => (output.stderr += text),
      outIsTerminal: false,
      errIsTerminal: false,
      columns: 80,
      colors: false,
    },
    environment: {
      ...system.environment,
      version: system.environment.version,
      workingFolder: cwd,
      variables,
    },
    interrupted,
  });
  return { exit, ...output };
}

function ownTools(variables: Readonly<Record<string, string | undefined>>, signal: AbortSignal) {
  const tools = createTools(variables);
  return { tools, media: createLazyMedia({ tools, signal }) };
}
