import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineFile } from '../../src/commands/examine-file.ts';
import { familyOf, isFormat } from '../../src/model/format.ts';
import { realSystem } from '../cli/real-system.ts';
import { mutate } from '../property/fuzz/mutate.ts';
import { integrityFault, plainFault } from '../property/fuzz/plain-fault.ts';
import { openRandom } from '../property/fuzz/random.ts';
import { SEEDS } from '../property/fuzz/seeds.ts';
import { neededLength, TARGETS, type Target } from '../property/fuzz/targets.ts';

/** The whole look at a file, ffprobe and the listening ffmpeg included: two processes each. */
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? randomInt(2 ** 31));
const SECONDS = 20;

const MEDIA = TARGETS.filter((target) => isFormat(target) && ['video', 'audio'].includes(familyOf(target)));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'four-ones-films-'));
});
afterAll(async () => {
  await realSystem().isolation.close();
  await rm(folder, { recursive: true, force: true });
});

/** Programs that this very process started and that still live; where the system does not say, none. */
function childrenLeft(): readonly string[] {
  try {
    return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean);
  } catch {
    return [];
  }
}

it.each(MEDIA)(
  `a damaged %s costs its own time and leaves nothing running (${ROUNDS} files, seed ${SEED})`,
  async (target) => {
    const seeds = await SEEDS[target]();
    const before = childrenLeft();
    const faults: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const fault = await throwOne(target, seeds, round);
      if (fault !== undefined) faults.push(`${round}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(childrenLeft().filter((pid) => !before.includes(pid))).toEqual([]);
  },
);

async function throwOne(
  target: Target,
  seeds: readonly Buffer[],
  round: number,
): Promise<string | undefined> {
  const random = openRandom(SEED, round);
  const pick = () => seeds[random.below(seeds.length)] ?? Buffer.alloc(1);
  const original = pick();
  const { bytes, cutAt, how } = mutate(original, pick(), random);
  const file = path.join(folder, `片.${target}`);
  await writeFile(file, bytes);
  const started = performance.now();
  const facts = await examineFile(
    { path: file, deep: round % 10 === 0, limits: { media: SECONDS } },
    realSystem(),
  );
  const seconds = (performance.now() - started) / 1000;
  const { integrity, ...rest } = facts;
  // Three letters are a text, whatever they were before.
  const isStill = facts.format === target && cutAt !== undefined && cutAt < neededLength(target, original);
  if (isStill && integrity.state === 'whole')
    return `${how}: whole, though cut at ${cutAt} of ${original.length}`;
  // That another program breaks on it (a signal, a complaint of its decoder) is a fact; that this one does is a fault.
  const crash =
    integrity.state === 'unknown' && integrity.cause.kind === 'crashed' ? integrity.cause.detail : '';
  if (crash !== '' && !/^(?:SIG|\[)/.test(crash)) return `${how}: ${crash}`;
  const fault = integrityFault(integrity) ?? plainFault(rest);
  return fault ?? (seconds > 4 * SECONDS ? `${how}: ${Math.round(seconds)} s` : undefined);
}
