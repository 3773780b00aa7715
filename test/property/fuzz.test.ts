import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { runFuzz } from './fuzz/run-fuzz.ts';
import { TARGETS } from './fuzz/targets.ts';

/** `LONG=1` takes other files in every run; `FUZZ_SEED` those of an earlier one. */
const LONG = process.env['LONG'] !== undefined;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? (LONG ? 10_000 : 40));
const SEED = Number(process.env['FUZZ_SEED'] ?? (LONG ? randomInt(2 ** 31) : 20200715));
const WANTED = process.env['FUZZ_TARGETS']?.split(',') ?? TARGETS;

/** MiB that thousands of files may leave behind. */
const MOST_GROWTH = 200;

it.each(TARGETS.filter((target) => WANTED.includes(target)))(
  `a damaged %s is told as such: no crash, no hang, no false “whole” (${ROUNDS} files, seed ${SEED})`,
  { timeout: 120_000 + ROUNDS * 200 },
  async (target) => {
    const { faults, memory } = await runFuzz(target, SEED, ROUNDS);
    expect(faults).toEqual([]);
    const [early = 0] = memory;
    expect((memory.at(-1) ?? 0) - early).toBeLessThan(MOST_GROWTH);
  },
);
