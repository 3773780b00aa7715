import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { home } from '../../run-cli.ts';
import { SEEDS } from './seeds.ts';
import type { Target } from './targets.ts';

/** Seconds without a sign of life after which a round hangs. */
const PATIENCE = 60;
const MOST_TOLD = 20;

export interface FuzzResult {
  readonly rounds: number;
  /** Each with its round: the same seed and round give the same file again. */
  readonly faults: readonly string[];
  /** Resident memory in MiB, early and at the end; of the process that did most of the rounds. */
  readonly memory: readonly number[];
}

let program: Promise<string> | undefined;

/** Throws `rounds` changed files at each target, in a process of their own that may hang or die; another goes on then. */
export async function runFuzz(targets: readonly Target[], seed: number, rounds: number): Promise<FuzzResult> {
  program ??= buildProgram();
  const child = await program;
  const folder = await mkdtemp(path.join(tmpdir(), 'four-ones-fuzz-'));
  try {
    for (const target of targets) {
      await mkdir(path.join(folder, target));
      for (const [index, bytes] of (await SEEDS[target]()).entries())
        await writeFile(path.join(folder, target, String(index)), bytes);
    }
    const faults: string[] = [];
    let memory: readonly number[] = [];
    for (let at = 0; at < targets.length * rounds && faults.length < MOST_TOLD;) {
      const run = await throwFrom(child, [
        folder,
        targets.join(','),
        String(seed),
        String(at),
        String(rounds),
      ]);
      faults.push(...run.faults);
      memory = run.memory;
      at = run.last + 1;
    }
    return { rounds, faults: faults.slice(0, MOST_TOLD), memory };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Within the project, so that the packages left outside are found. */
async function buildProgram(): Promise<string> {
  const folder = path.join(home, 'node_modules', '.cache', 'four-ones-tests');
  await mkdir(folder, { recursive: true });
  const outfile = path.join(folder, `fuzz-child-${process.pid}.mjs`);
  const entryPoints = [path.join(import.meta.dirname, 'fuzz-child.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outfile;
}

interface Throwing {
  readonly last: number;
  readonly faults: readonly string[];
  readonly memory: readonly number[];
}

function throwFrom(program: string, args: readonly string[]): Promise<Throwing> {
  const [, targets = '', , , rounds] = args;
  const roundOf = (at: number) =>
    `${targets.split(',')[Math.floor(at / Number(rounds))] ?? ''} ${at % Number(rounds)}`;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=1024', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const faults: string[] = [];
    const memory: number[] = [];
    let last = Number(args[3]);
    let errors = '';
    let alarm = setTimeout(hang, PATIENCE * 1000);
    function hang(): void {
      faults.push(`${roundOf(last)} hangs`);
      child.kill('SIGKILL');
    }
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      clearTimeout(alarm);
      alarm = setTimeout(hang, PATIENCE * 1000);
      if (line.startsWith('> ')) last = Number(line.slice(2));
      else if (line.startsWith('m ')) memory.push(Number(line.slice(2)));
      else faults.push(line.slice(2, 800));
      if (faults.length >= MOST_TOLD) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (status, signal) => {
      clearTimeout(alarm);
      if (status !== 0 && faults.length < MOST_TOLD && !faults.at(-1)?.endsWith('hangs')) {
        faults.push(`${roundOf(last)} ended it: ${signal ?? String(status)} ${errors}`);
      }
      resolve({ last, faults, memory });
    });
  });
}
