import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { otherSenders, takeSenderLock } from '../../src/mail/sender-lock.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';

const disk = { files: nodeFiles, storage: nodeStorage };
let base = '';
let outbox = '';
let script = '';
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'four-ones-lock-'));
  script = path.join(base, 'lock-child.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'lock-child.ts')],
    ...{ outfile: script, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' },
  });
});
beforeEach(async () => {
  outbox = await mkdtemp(path.join(base, '发件 '));
});
afterAll(() => rm(base, { recursive: true, force: true }));

const locks = async () => (await readdir(outbox)).filter((name) => name.endsWith('.lock'));

class Sender {
  readonly process: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, outbox]);
  readonly #lines: string[] = [];
  constructor() {
    this.process.stdout.on('data', (data: Buffer) => this.#lines.push(...data.toString().trim().split('\n')));
  }
  async line(place: number): Promise<string> {
    while (this.#lines.length <= place) await once(this.process.stdout, 'data');
    return this.#lines[place] ?? '';
  }
  async start(): Promise<string> {
    await this.line(0);
    this.process.stdin.write('go\n');
    return this.line(1);
  }
  async end(how: 'let go' | 'kill'): Promise<void> {
    const gone = once(this.process, 'exit');
    if (how === 'kill') this.process.kill('SIGKILL');
    else this.process.stdin.write('end\n');
    await gone;
  }
}

it('of several that start at the same moment at most one sends', async () => {
  for (let time = 0; time < 6; time++) {
    const senders = Array.from({ length: 4 }, () => new Sender());
    await Promise.all(senders.map((sender) => sender.line(0)));
    const said = await Promise.all(senders.map((sender) => sender.start()));
    expect(said.filter((word) => word === 'locked').length).toBeLessThanOrEqual(1);
    expect(said.filter((word) => word === 'locked' || word === 'taken')).toHaveLength(4);
    await Promise.all(senders.map((sender) => sender.end('let go')));
    expect(await locks()).toEqual([]);
  }
}, 120_000);

it('while one sends the next is told who it is, and may once that one has ended', async () => {
  const sender = new Sender();
  expect(await sender.start()).toBe('locked');
  const refused = await takeSenderLock(outbox, disk);
  const owner = { host: hostname(), pid: sender.process.pid, since: expect.any(Number) as number };
  expect(refused).toMatchObject({ kind: 'taken', by: { owner, state: 'alive' } });
  expect(await otherSenders(outbox, disk)).toMatchObject([{ owner, state: 'alive' }]);
  expect(await locks()).toHaveLength(1);
  await sender.end('let go');
  const taken = await takeSenderLock(outbox, disk);
  expect(taken.kind).toBe('locked');
  // The same process is no other sender, and is not let in a second time.
  expect(await otherSenders(outbox, disk)).toEqual([]);
  expect((await takeSenderLock(outbox, disk)).kind).toBe('taken');
  if (taken.kind === 'locked') await taken.lock.release();
  expect(await locks()).toEqual([]);
});

it('a sender killed in the middle locks nobody out', async () => {
  const sender = new Sender();
  expect(await sender.start()).toBe('locked');
  await sender.end('kill');
  expect(await locks()).toHaveLength(1);
  expect(await otherSenders(outbox, disk)).toEqual([]);
  const taken = await takeSenderLock(outbox, disk);
  expect(taken.kind).toBe('locked');
  expect(await locks()).toHaveLength(1);
  if (taken.kind === 'locked') await taken.lock.release();
});

it('a sender of another machine, or one that nobody can read, is respected and its file named', async () => {
  for (const name of ['sending-%E5%8A%9E%E5%85%AC%E5%AE%A4-7-1600000000000.lock', 'sending-x (1).lock']) {
    await mkdir(outbox, { recursive: true });
    await writeFile(path.join(outbox, name), '');
    expect(await takeSenderLock(outbox, disk)).toMatchObject({
      kind: 'taken',
      by: { path: path.join(outbox, name), state: 'elsewhere' },
    });
    expect(await locks()).toEqual([name]);
    await rm(path.join(outbox, name));
  }
});

it('names of machines are written so that any system takes them, and read back', async () => {
  for (const host of ['办公室-电脑 2', 'a*b?c', 'PC-1-2', '..', 'x'.repeat(64)]) {
    const owner = { host, pid: 12, since: 1_600_000_000_000 };
    const storage = { ...nodeStorage, owner, isAlive: () => Promise.resolve('alive' as const) };
    const taken = await takeSenderLock(outbox, { files: nodeFiles, storage });
    expect(taken.kind).toBe('locked');
    for (const name of await locks()) expect(name).toMatch(/^sending-[\w.%-]+-12-1600000000000\.lock$/);
    const other = { ...storage, owner: { ...owner, pid: 13 } };
    expect(await otherSenders(outbox, { files: nodeFiles, storage: other })).toMatchObject([{ owner }]);
    if (taken.kind === 'locked') await taken.lock.release();
  }
});

it('an outbox that is not there has no sender', async () => {
  expect(await otherSenders(path.join(outbox, 'none'), disk)).toEqual([]);
});
