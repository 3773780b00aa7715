import { readdirSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { mutate, type Mutated } from './mutate.ts';
import { integrityFault, plainFault } from './plain-fault.ts';
import { openRandom, type Random } from './random.ts';
import { lookAt, neededLength, TARGETS, type Target } from './targets.ts';

/**
 * The program that throws: `fuzz-child <folder of seeds> <targets> <seed> <first> <rounds>`: so many rounds for each
 * target, one target after the other, counted throughout. Each round is a line: its number, and what was wrong with it. A process of its own, so that a hang or a crash ends nothing else.
 */
const CPU_LIMIT_MS = 8000;
const INNER: ReadonlySet<Target> = new Set(['docx', 'form', 'zip', 'bundle']);

const [folder = '', names = '', seed = '0', first = '0', rounds = '0'] = process.argv.slice(2);
const targets = names.split(',').map((name) => {
  const target = TARGETS.find((one) => one === name);
  if (!target) throw new Error(`no target ${name}`);
  return target;
});
let seeds: readonly Buffer[] = [];
const say = (line: string) => writeSync(1, `${line}\n`);

process.on('uncaughtException', (error) => {
  say(`! ${current} uncaught: ${error.stack ?? error.message}`);
});
process.on('unhandledRejection', (error) => {
  say(
    `! ${current} unhandled: ${error instanceof Error ? (error.stack ?? '') : String(error)}`.replace(
      /\n\s*/g,
      ' | ',
    ),
  );
});

let current = 0;
let reading: Target | undefined;
for (current = Number(first); current < targets.length * Number(rounds); current++) {
  const target = targets[Math.floor(current / Number(rounds))];
  if (!target) break;
  if (target !== reading) seeds = readSeeds(target);
  reading = target;
  say(`> ${current}`);
  const round = current % Number(rounds);
  const fault = await throwOne(target, openRandom(Number(seed), round));
  if (fault !== undefined) say(`! ${target} ${round} ${fault.replace(/\n\s*/g, ' | ')}`);
  if ((current + 1) % 1000 === 0) say(`m ${Math.round(process.memoryUsage().rss / 1024 / 1024)}`);
}
say(`m ${Math.round(process.memoryUsage().rss / 1024 / 1024)}`);

function readSeeds(target: Target): readonly Buffer[] {
  const own = path.join(folder, target);
  return readdirSync(own)
    .sort()
    .map((file) => readFileSync(path.join(own, file)));
}

async function throwOne(at: Target, random: Random): Promise<string | undefined> {
  const original = pickOne(random);
  const mutated =
    INNER.has(at) && random.below(2) === 0
      ? mutateInside(original, random)
      : mutate(original, pickOne(random), random);
  const before = process.cpuUsage();
  try {
    const { integrity, said } = await lookAt(at, mutated.bytes);
    const spent = process.cpuUsage(before);
    const milliseconds = (spent.user + spent.system) / 1000;
    const fault =
      (integrity && integrityFault(integrity)) ??
      plainFault(said) ??
      (milliseconds > CPU_LIMIT_MS ? `took ${Math.round(milliseconds)} ms` : undefined) ??
      (integrity?.state === 'whole' ? falselyWhole(at, original, mutated) : undefined);
    return fault && `${mutated.how}: ${fault}`;
  } catch (error) {
    return `${mutated.how}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function falselyWhole(at: Target, original: Buffer, { cutAt }: Mutated): string | undefined {
  return cutAt !== undefined && cutAt < neededLength(at, original)
    ? `whole, though cut at ${cutAt} of ${original.length}`
    : undefined;
}

function pickOne(random: Random): Buffer {
  return seeds[random.below(seeds.length)] ?? Buffer.alloc(1);
}

/** A part of the package is changed and packed again, checksum and all: what is wrong with it lies deeper. */
function mutateInside(original: Buffer, random: Random): Mutated {
  const parts = Object.entries(unzipSync(original));
  const chosen = parts[random.below(parts.length)];
  const main = parts.find(([part]) => part === 'word/document.xml');
  const [part, data] = (random.below(3) > 0 ? main : undefined) ?? chosen ?? ['', new Uint8Array()];
  if (data.length === 0) return mutate(original, original, random);
  const { bytes, how } = mutate(Buffer.from(data), Buffer.from(data), random);
  const packed = zipSync({ ...Object.fromEntries(parts), [part]: bytes }, { level: 1 });
  return { bytes: Buffer.from(packed), how: `${how} in ${part}` };
}
