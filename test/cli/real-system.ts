import { pathToFileURL } from 'node:url';
import { createNodeSystem } from '../../src/system/node-system.ts';
import type { System } from '../../src/system/system.ts';
import { home } from '../run-cli.ts';

let system: System | undefined;

/** The real world for the programmatic API; one for all tests of a file, as it listens for signals. */
export function realSystem(): System {
  const here = pathToFileURL(`${home}/`);
  system ??= createNodeSystem({ home: here, threadEntry: new URL('bin/probe-thread.js', here) });
  return system;
}
