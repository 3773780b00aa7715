import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyBundle } from '../../src/bundle/verify-bundle.ts';
import type { Category } from '../../src/model/notice.ts';
import { APART, buildBundle, request, world } from './make-plan.ts';
import { snapshot } from './snapshot.ts';

/** `LONG=1` kills two hundred times. */
const TIMES = process.env['LONG'] ? 200 : 8;
const FILES = ['故事.docx', '合影.jpg', '片.mp4'];

let base = '';
let child = '';
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'four-ones-killed-'));
  child = path.join(base, 'build-child.cjs');
  const entry = path.join(import.meta.dirname, 'build-child.ts');
  await build({
    entryPoints: [entry],
    outfile: child,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const folder = path.join(base, 'materials/战疫故事汇/作品');
  await mkdir(folder, { recursive: true });
  for (const [index, name] of FILES.entries())
    await writeFile(path.join(folder, name), randomBytes(4 * 10 ** (index + 4)));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const LYING = { together: {}, apart: APART } as const;

it.each(['together', 'apart'] as const)(
  `killed at ${TIMES} random moments (works %s), pack never leaves half a bundle, and the next run ends with the same bytes`,
  async (lying) => {
    const own = LYING[lying];
    const wanted = await firstBuild(own);
    let [finished, unfinished] = [0, 0];
    let whole = await timed(lying);
    for (let time = 0; time < TIMES; time++) {
      const root = await fresh(time);
      const outbox = path.join(root, 'outbox');
      const { done, milliseconds } = await run(root, 'new', moment(time, TIMES) * whole, lying);
      if (done) finished += 1;
      else unfinished += 1;
      // Whatever else ran on this machine has ended since: it is sooner done than was thought.
      if (done) whole = Math.min(whole, milliseconds);
      await assertWholeOrNothing(outbox);
      await buildBundle(await request(root, FILES, {}, own), world());
      expect(await snapshot(outbox)).toEqual(wanted);
      await rm(root, { recursive: true });
    }
    process.stderr.write(`killed in the middle ${unfinished} times, ended before that ${finished} times\n`);
    expect(unfinished).toBeGreaterThan(TIMES / 4);
  },
  600_000,
);

it('killed while it replaces, an older bundle is still there, whole', async () => {
  const whole = await timed();
  const times = Math.ceil(TIMES / 4);
  for (let time = 0; time < times; time++) {
    const root = await fresh(1000 + time);
    const outbox = path.join(root, 'outbox');
    await buildBundle(await request(root, FILES), world());
    const before = await snapshot(outbox);
    await appendFile(path.join(root, 'materials/战疫故事汇/作品', '故事.docx'), '改');
    await run(root, 'replace', moment(time, times) * whole);
    await buildBundle(await request(root, FILES, { replace: true }), world());
    const after = await snapshot(outbox);
    const kept = Object.entries(after).filter(([name]) => name.includes('.v1'));
    expect(kept.map(([name, hash]) => [name.replace('.v1', ''), hash]).sort()).toEqual(
      Object.entries(before).sort(),
    );
    expect(Object.keys(after)).toHaveLength(2 * Object.keys(before).length);
    await rm(root, { recursive: true });
  }
}, 600_000);

/** Somewhere in its own share of the whole and a half, so that few kills too are spread over all that happens. */
function moment(time: number, times: number): number {
  return ((time + Math.random()) / times) * 1.5;
}

async function fresh(time: number): Promise<string> {
  const root = path.join(base, String(time));
  await cp(path.join(base, 'materials'), path.join(root, 'materials'), { recursive: true });
  return root;
}

async function firstBuild(own: Partial<Category>) {
  const root = await fresh(-1);
  await buildBundle(await request(root, FILES, {}, own), world());
  const built = await snapshot(path.join(root, 'outbox'));
  await rm(root, { recursive: true });
  return built;
}

/** Milliseconds from the first sign of life to the end; the middle one of three. */
async function timed(lying: keyof typeof LYING = 'together'): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const root = await fresh(-2);
    times.push((await run(root, 'new', undefined, lying)).milliseconds);
    await rm(root, { recursive: true });
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

/** Not `done`: it was killed before. The clock starts when the child is about to build. */
function run(
  root: string,
  mode: string,
  killAfter: number | undefined,
  lying: keyof typeof LYING = 'together',
): Promise<{ done: boolean; milliseconds: number }> {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, root, mode, lying, ...FILES], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    let start = 0;
    running.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (start > 0) return;
      start = performance.now();
      if (killAfter !== undefined) setTimeout(() => running.kill('SIGKILL'), killAfter);
    });
    running.once('error', reject);
    running.once('close', () => {
      resolve({ done: said.includes('done'), milliseconds: performance.now() - start });
    });
  });
}

/** Before anybody tidies up: nothing but a building folder, or all three pieces, and those are whole. */
async function assertWholeOrNothing(outbox: string): Promise<void> {
  const names = await readdir(outbox).catch(() => []);
  const visible = names.filter((name) => !name.startsWith('.building-'));
  if (visible.length === 0) return;
  expect(visible).toHaveLength(3);
  for (const name of visible.filter((one) => !one.endsWith('.json'))) {
    expect((await verifyBundle(path.join(outbox, name), world())).verdict).toBe('pass');
  }
}
