import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { runFuzz } from './fuzz/run-fuzz.ts';
import { TARGETS } from './fuzz/targets.ts';

/** `LONG=1` takes other files in every run; `FUZZ_SEED` those of an earlier one. */
const LONG = process.env['LONG'] !== undefined;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? (LONG ? 10_000 : 15));
const SEED = Number(process.env['FUZZ_SEED'] ?? (LONG ? randomInt(2 ** 31) : 20200715));
const WANTED = process.env['FUZZ_TARGETS']?.split(',') ?? TARGETS;

/** MiB that thousands of files may leave behind. */
const MOST_GROWTH = 200;

/** A process for each costs more than few rounds do; of thousands, each has its own, whose memory is watched. */
const TOGETHER = LONG ? 1 : 6;
const wanted = TARGETS.filter((target) => WANTED.includes(target));
const groups = Array.from({ length: Math.ceil(wanted.length / TOGETHER) }, (_, at) =>
  wanted.slice(at * TOGETHER, (at + 1) * TOGETHER),
);

it.each(groups.map((targets) => ({ names: targets.join(', '), targets })))(
  `a damaged $names is told as such: no crash, no hang, no false “whole” (${ROUNDS} files, seed ${SEED})`,
  { timeout: 120_000 + ROUNDS * TOGETHER * 200 },
  async ({ targets }) => {
    const { faults, memory } = await runFuzz(targets, SEED, ROUNDS);
    expect(faults).toEqual([]);
    const [early = 0] = memory;
    expect((memory.at(-1) ?? 0) - early).toBeLessThan(MOST_GROWTH);
  },
);
