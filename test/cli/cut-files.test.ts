import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pLimit from 'p-limit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineFile } from '../../src/commands/examine-file.ts';
import type { Format } from '../../src/model/format.ts';
import { home } from '../run-cli.ts';
import { realSystem } from './real-system.ts';

/** A file that says nowhere where it ends; a cut leaves a shorter one that is just as good. */
const WITHOUT_END: readonly Format[] = ['srt', 'ass', 'vtt', 'text', 'yaml'];
/** Besides the last byte of each; `LONG=1` takes more. */
const CUTS = process.env['LONG'] === undefined ? 1 : 6;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'four-ones-cut-'));
});
afterAll(async () => {
  await realSystem().isolation.close();
  await rm(folder, { recursive: true, force: true });
});

/** Numbers between 0 and 1, the same in every run. */
function seeded(text: string): () => number {
  let state = createHash('sha256').update(text).digest().readUInt32LE(0);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every material of the fixtures, each content once. */
async function samples(): Promise<readonly Sample[]> {
  const root = path.join(home, 'fixtures');
  const names = (await readdir(root, { recursive: true })).filter(
    (name) => name.includes('materials') && /\.(?:mp4|mov|jpg|jpeg|pdf|docx|doc|png)$/.test(name),
  );
  const found = new Map<string, Sample>();
  for (const name of names.sort()) {
    const bytes = await readFile(path.join(root, name));
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (bytes.length > 0 && !found.has(digest)) found.set(digest, { name, bytes });
  }
  return [...found.values()];
}

/**
 * Length below which every cut loses something. PDF: readers look for `%%EOF` and need no line end behind it
 * (ISO 32000-1, 7.5.5). JPEG: what follows the end of the picture belongs to no one (ITU-T T.81, B.1.1.3).
 */
function neededLength(format: Format, bytes: Buffer): number {
  if (format === 'pdf') return bytes.lastIndexOf('%%EOF') + 5;
  if (format === 'jpg') return bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) + 2;
  return bytes.length;
}

async function integrityOf(name: string, bytes: Buffer) {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  const facts = await examineFile({ path: file, deep: false }, realSystem());
  await rm(file);
  return { format: facts.format, state: facts.integrity.state };
}

it(
  'no film, photo, scan or document passes as readable once it is cut off, wherever that is',
  { timeout: 120_000 * CUTS },
  async () => {
    const all = await samples();
    const pool = pLimit(3);
    const outcomes = await pool.map(all, async ({ name, bytes }, at) => {
      const extension = path.extname(name);
      const whole = await integrityOf(`${at}${extension}`, bytes);
      if (whole.state !== 'whole' || WITHOUT_END.includes(whole.format)) return { name, cuts: 0, passed: [] };
      const needed = neededLength(whole.format, bytes);
      const random = seeded(name);
      const lengths = [
        needed - 1,
        ...Array.from({ length: CUTS }, () => 1 + Math.floor(random() * (needed - 2))),
      ];
      const passed: number[] = [];
      for (const length of lengths) {
        const cut = await integrityOf(`${at}-${length}${extension}`, bytes.subarray(0, length));
        if (cut.state === 'whole') passed.push(length);
      }
      return { name, cuts: lengths.length, passed };
    });
    expect(outcomes.filter(({ passed }) => passed.length > 0)).toEqual([]);
    const cuts = outcomes.reduce((sum, outcome) => sum + outcome.cuts, 0);
    expect(cuts).toBeGreaterThan(50 * (1 + CUTS));
  },
);
