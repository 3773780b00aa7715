#!/usr/bin/env node
import { main } from '../dist/program/main.js';
import { createNodeSystem } from '../dist/program/node-system.js';

const system = createNodeSystem({
  home: new URL('../', import.meta.url),
  threadEntry: new URL('probe-thread.js', import.meta.url),
});
process.exitCode = await main(process.argv.slice(2), system);
