import type { Random } from './random.ts';

export interface Mutated {
  readonly bytes: Buffer;
  /** Nothing but the end is missing, so many bytes are left. */
  readonly cutAt?: number;
  /** For the report: what was done. */
  readonly how: string;
}

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

/** A file that grows by repetition stays below this. */
const MOST_BYTES = 1024 * 1024;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  bits: flipBits,
  field: setField,
  number: setNumber,
  zeros: (bytes, random) => fillRun(bytes, random, 0),
  ones: (bytes, random) => fillRun(bytes, random, 0xff),
  noise,
  remove,
  double: repeat,
  swap,
  insert,
  splice,
};
const NAMES = Object.keys(MUTATIONS);

/** One time in five the file is only cut off; else up to three things happen to it. */
export function mutate(bytes: Buffer, other: Buffer, random: Random): Mutated {
  if (random.below(5) === 0) {
    const cutAt = cutPlace(bytes, random);
    return { bytes: Buffer.from(bytes.subarray(0, cutAt)), cutAt, how: `cut at ${cutAt}` };
  }
  const how: string[] = [];
  let mutated: Buffer = Buffer.from(bytes);
  for (let times = 1 + random.below(3); times > 0; times--) {
    const name = NAMES[random.below(NAMES.length)] ?? 'bits';
    mutated = MUTATIONS[name]?.(mutated, random, other) ?? mutated;
    how.push(name);
  }
  return { bytes: mutated.subarray(0, MOST_BYTES), how: how.join('+') };
}

/** Anywhere, and often only a few bytes short. */
function cutPlace(bytes: Buffer, random: Random): number {
  const near = random.below(3) === 0;
  return near ? Math.max(0, bytes.length - 1 - random.below(64)) : random.below(bytes.length);
}

/** Headers and indexes lie at the ends: half of the blows fall there. */
function place(bytes: Buffer, random: Random): number {
  const edge = Math.min(bytes.length, 512);
  const [head, tail] = [random.below(edge), bytes.length - 1 - random.below(edge)];
  return Math.max(0, random.pick([head, tail, random.below(bytes.length), random.below(bytes.length)]));
}

function stretch(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + 1 + random.below(random.pick([4, 64, 1024, bytes.length])))];
}

function flipBits(bytes: Buffer, random: Random): Buffer {
  for (let times = 1 + random.below(16); times > 0 && bytes.length > 0; times--) {
    const at = place(bytes, random);
    bytes.writeUInt8((bytes.at(at) ?? 0) ^ (1 << random.below(8)), at);
  }
  return bytes;
}

/** Lengths, counts and offsets as a liar would write them. */
function setField(bytes: Buffer, random: Random): Buffer {
  const width = random.pick([1, 2, 4, 4, 4, 8]);
  if (bytes.length < width) return bytes;
  const at = Math.min(place(bytes, random), bytes.length - width);
  const value = random.pick([
    0n,
    1n,
    7n,
    8n,
    0x7fffffffn,
    0x80000000n,
    0xffffffffn,
    -1n,
    BigInt(bytes.length),
  ]);
  const field = Buffer.alloc(8);
  const wrapped = BigInt.asUintN(64, value);
  if (random.below(2) === 0) field.writeBigUInt64LE(wrapped);
  else field.writeBigUInt64LE(BigInt.asUintN(width * 8, wrapped));
  const written = random.below(2) === 0 ? field.subarray(0, width) : field.subarray(0, width).reverse();
  written.copy(bytes, at);
  return bytes;
}

/** A number written in figures becomes another one, of any length. */
function setNumber(bytes: Buffer, random: Random): Buffer {
  const text = bytes.toString('latin1');
  const from = text.slice(place(bytes, random)).search(/\d/);
  const at = from < 0 ? text.search(/\d/) : text.length - text.slice(-1 * (text.length - from)).length;
  if (at < 0) return bytes;
  const [found = ''] = /^\d+/.exec(text.slice(at)) ?? [];
  const value = random.pick([
    '0',
    '-1',
    '4294967295',
    '99999999999999999999',
    '1e309',
    '0x1',
    '',
    '.',
    '00000000',
  ]);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(value), bytes.subarray(at + found.length)]);
}

function fillRun(bytes: Buffer, random: Random, value: number): Buffer {
  const [from, to] = stretch(bytes, random);
  return bytes.fill(value, from, to);
}

function noise(bytes: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  random.bytes(Math.min(to - from, 4096)).copy(bytes, from);
  return bytes;
}

function remove(bytes: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const [from, to] = stretch(bytes, random);
  const times = Math.min(random.pick([1, 1, 3, 200, 5000]), Math.floor(MOST_BYTES / (to - from)));
  const block = bytes.subarray(from, to);
  return Buffer.concat([bytes.subarray(0, to), ...Array<Buffer>(times).fill(block), bytes.subarray(to)]);
}

function swap(bytes: Buffer, random: Random): Buffer {
  const length = 1 + random.below(Math.max(1, Math.min(256, bytes.length >> 1)));
  const [a, b] = [random.below(bytes.length - length + 1), random.below(bytes.length - length + 1)];
  const kept = Buffer.from(bytes.subarray(a, a + length));
  bytes.copy(bytes, a, b, b + length);
  kept.copy(bytes, b);
  return bytes;
}

function insert(bytes: Buffer, random: Random): Buffer {
  const at = place(bytes, random);
  return Buffer.concat([bytes.subarray(0, at), random.bytes(1 + random.below(64)), bytes.subarray(at)]);
}

function splice(bytes: Buffer, random: Random, other: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, place(bytes, random)), other.subarray(random.below(other.length))]);
}
