import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Format } from '../../../src/model/format.ts';
import { readStructure } from '../../../src/probe/video/read-structure.ts';
import type { Structure } from '../../../src/probe/video/structure.ts';
import { aac, formatOf, h264, openClips, picture, tone, type Clips } from './clips.ts';

function structureOf(bytes: Uint8Array, format: Format): Promise<Structure> {
  const file = {
    bytes: bytes.length,
    read: (at: number, length: number) => Promise.resolve(bytes.subarray(at, at + length)),
    close: () => Promise.resolve(),
  };
  return readStructure('film', format, { open: () => Promise.resolve(file) });
}

const FRAGMENTED = ['-movflags', '+frag_keyframe+empty_moov'];
const KINDS: readonly (readonly string[])[] = [
  ['-movflags', '+faststart', 'faststart.mp4'],
  ['index-last.mp4'],
  [...FRAGMENTED, 'fragments.mp4'],
  ['-movflags', '+dash+frag_keyframe+empty_moov+global_sidx+skip_trailer', 'indexed-fragments.mp4'],
  ['-movflags', '+frag_keyframe', 'half-fragments.mp4'],
  ['phone.mov'],
  ['film.mkv'],
  ['-c:v', 'mpeg4', '-c:a', 'mp3', 'film.avi'],
  ['film.flv'],
  ['-c:v', 'wmv2', '-c:a', 'wmav2', 'film.wmv'],
];
const OPEN_KINDS: readonly (readonly string[])[] = [
  [...FRAGMENTED, '-movflags', '+frag_keyframe+empty_moov+skip_trailer', 'open.mp4'],
  ['-live', '1', '-f', 'matroska', 'live.mkv'],
  ['-flvflags', 'no_duration_filesize', 'live.flv'],
  ['film.ts'],
  ['-c:v', 'mpeg2video', '-c:a', 'mp2', 'film.mpg'],
];

let clips: Clips;
const films = new Map<string, Buffer>();

beforeAll(async () => {
  clips = await openClips();
  for (const kind of [...KINDS, ...OPEN_KINDS]) {
    const file = await clips.make([...picture(), ...tone(), ...h264, ...aac, '-shortest', ...kind]);
    films.set(kind.at(-1) ?? '', await readFile(file));
  }
});
afterAll(() => clips.remove());

function film(name: string): Buffer {
  const bytes = films.get(name);
  if (!bytes) throw new Error(`no film ${name}`);
  return Buffer.from(bytes);
}

/** The same places in every run, another set for each film. */
function* places(seed: number, count: number, limit: number): Generator<number> {
  let state = seed;
  for (let index = 0; index < count; index++) {
    state = (state * 1_103_515_245 + 12_345) % 0x8000_0000;
    yield state % limit;
  }
}

const names = KINDS.map((kind) => kind.at(-1) ?? '');
const openNames = OPEN_KINDS.map((kind) => kind.at(-1) ?? '');

describe('a film cut off anywhere', () => {
  it.each(names)('%s is whole uncut, and never when cut', async (name) => {
    const bytes = film(name);
    expect((await structureOf(bytes, formatOf(name))).integrity).toEqual({ state: 'whole' });
    const cuts = [
      ...places(bytes.length, 300, bytes.length),
      ...Array.from({ length: 60 }, (_, i) => bytes.length - 1 - i),
    ];
    for (const cut of cuts) {
      const { integrity } = await structureOf(bytes.subarray(0, cut), formatOf(name));
      expect(integrity.state, `cut at ${cut} of ${bytes.length}`).not.toBe('whole');
    }
  });

  it.each(openNames)('%s does not say where it ends, and is never called whole', async (name) => {
    const bytes = film(name);
    expect((await structureOf(bytes, formatOf(name))).integrity).toMatchObject({
      cause: { kind: 'open-ended' },
    });
    for (const cut of places(bytes.length, 100, bytes.length)) {
      expect((await structureOf(bytes.subarray(0, cut), formatOf(name))).integrity.state).not.toBe('whole');
    }
  });

  it('says how long it ought to be', async () => {
    const bytes = film('faststart.mp4');
    const { integrity } = await structureOf(bytes.subarray(0, Math.floor(bytes.length / 2)), 'mp4');
    const cause = { kind: 'cut-off', declared: bytes.length, actual: Math.floor(bytes.length / 2) };
    expect(integrity).toEqual({ state: 'broken', cause });
  });

  it('between two fragments is not whole', async () => {
    const bytes = film('fragments.mp4');
    for (let at = bytes.indexOf('moof'); at >= 0; at = bytes.indexOf('moof', at + 1)) {
      const { integrity } = await structureOf(bytes.subarray(0, at - 4), 'mp4');
      expect(integrity.state).not.toBe('whole');
    }
  });

  it('before its index has none', async () => {
    const bytes = film('index-last.mp4');
    const { integrity } = await structureOf(bytes.subarray(0, bytes.indexOf('moov') - 4), 'mp4');
    expect(integrity).toEqual({ state: 'broken', cause: { kind: 'no-index' } });
  });
});

describe('a film copied in part, its length already set', () => {
  it.each(['faststart.mp4', 'fragments.mp4', 'film.mkv', 'film.avi', 'film.ts'])(
    '%s with its second half empty is not whole',
    async (name) => {
      const bytes = film(name);
      const end = name === 'film.avi' ? bytes.indexOf('idx1') : bytes.length;
      bytes.fill(0, Math.floor(bytes.length / 2), end);
      const { integrity } = await structureOf(bytes, formatOf(name));
      expect(integrity.state).toBe('broken');
    },
  );

  it('with its index at the end intact is hollow', async () => {
    const bytes = film('index-last.mp4');
    bytes.fill(0, Math.floor(bytes.length / 3), bytes.indexOf('moov') - 4);
    const { integrity } = await structureOf(bytes, 'mp4');
    expect(integrity).toMatchObject({ state: 'broken', cause: { kind: 'hollow' } });
  });

  it('with padding behind everything is still whole', async () => {
    const bytes = Buffer.concat([film('faststart.mp4'), Buffer.alloc(5000)]);
    expect((await structureOf(bytes, 'mp4')).integrity).toEqual({ state: 'whole' });
  });
});

describe('fragments', () => {
  it('are summed where the header does not say how long the film is', async () => {
    const structure = await structureOf(film('open.mp4'), 'mp4');
    expect(structure.duration).toBeCloseTo(2, 1);
    expect(structure.tracks?.map(({ kind, samples }) => [kind, samples])).toEqual([
      ['picture', 50],
      ['sound', 88],
    ]);
  });
});

describe('a damaged or hostile index', () => {
  it.each([...names, ...openNames])('%s ends with a fact, quickly, and reads little', async (name) => {
    const marks = [
      'moov',
      'trak',
      'stsz',
      'stco',
      'stsc',
      'stts',
      'trun',
      'tfhd',
      'sidx',
      'movi',
      'idx1',
      'strl',
    ];
    const original = film(name);
    const spots = [0, ...marks.map((mark) => original.indexOf(mark)).filter((at) => at > 0)];
    const random = [...places(original.length + 1, 600, 4096)];
    for (let turn = 0; turn < 150; turn++) {
      const [a = 0, b = 0, c = 0, d = 0] = random.slice(turn * 4);
      const bytes = Buffer.from(original);
      bytes.fill(
        [0, 1, 127, 255][a % 4] ?? 0,
        ...stretch((spots[b % spots.length] ?? 0) + (c % 40), 1 + (d % 4)),
      );
      await structureOf(bytes, formatOf(name));
    }
  });

  it('of four billion samples costs no time', async () => {
    const bytes = film('index-last.mp4');
    const sizes = bytes.indexOf('stsz');
    bytes.writeUInt32BE(1, sizes + 8);
    bytes.writeUInt32BE(0xffff_ffff, sizes + 12);
    // Processor time: other tests run at the same time.
    const started = process.cpuUsage();
    expect((await structureOf(bytes, 'mp4')).integrity.state).not.toBe('whole');
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});

function stretch(from: number, length: number): [number, number] {
  return [from, from + length];
}
