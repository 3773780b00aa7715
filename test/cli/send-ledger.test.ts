import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { home, type CliRun } from '../run-cli.ts';
import { never } from '../system/mail/deliver.ts';
import type { Peer, Script } from '../system/mail/scripted-server.ts';
import { STORY_BUNDLE, WITH_PASSWORD, withFilm, withStory, type SendingProject } from './mail-project.ts';
import { serve } from './mail-scripted.ts';
import { startMailServer } from './mail-server.ts';
import { startCli } from './project.ts';

vi.setConfig({ testTimeout: 240_000 });

const ledgerOf = (project: SendingProject) => project.at('outbox', 'ledger.jsonl');
const locksIn = async (project: SendingProject) =>
  (await readdir(project.at('outbox'))).filter((name) => name.endsWith('.lock'));

/** A process that is no more. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe.concurrent('two senders at once', () => {
  // A lock tells one process from another.
  const send = (project: SendingProject, args = ['--yes']) => project.send(args, { apart: true });

  it('send everything once: whoever comes second is told who is at it', async () => {
    let free: () => void = () => undefined;
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    });
    const server = await serve({ reply: () => freed.then(() => '250 taken') });
    const project = await withStory({ port: server.port });
    const first = send(project);
    while (server.messages.length === 0) await wait(20);
    const second = await send(project);
    expect([second.exit, second.stdout, second.stderr]).toEqual([
      3,
      '',
      expect.stringContaining(os.hostname()),
    ]);
    const looking = await send(project, ['--dry-run']);
    expect([looking.exit, looking.stdout]).toEqual([4, expect.stringContaining('正在发送')]);
    expect(looking.stdout).not.toContain('--settle');
    expect((await project.run(['status'])).stdout).toContain('正在发送');
    expect((await send(project, ['--settle', STORY_BUNDLE, 'not-sent'])).exit).toBe(2);
    free();
    expect((await first).exit).toBe(0);
    expect([server.messages.length, await locksIn(project)]).toEqual([1, []]);
  });

  it('started in the same moment never send twice', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const runs = await Promise.all([send(project), send(project), send(project)]);
    expect(server.arrived.length).toBeLessThanOrEqual(1);
    for (const { exit, stderr } of runs) expect([0, 3], stderr).toContain(exit);
    expect((await project.send()).exit).toBe(0);
    expect(server.arrived).toHaveLength(1);
  });

  it('of which one is dead: its lock is taken over', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const lock = `sending-${os.hostname()}-${await deadPid()}-${Date.now()}.lock`;
    await writeFile(project.at('outbox', lock), '');
    expect([(await project.send()).exit, server.arrived.length, await locksIn(project)]).toEqual([0, 1, []]);
  });

  it('of which one is another computer: nothing goes, and which file to delete', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const lock = `sending-BAN-GONG-SHI-77-${Date.now()}.lock`;
    await writeFile(project.at('outbox', lock), '');
    const { exit, stderr } = await project.send();
    expect([exit, server.connections]).toEqual([3, 0]);
    for (const said of ['BAN-GONG-SHI', lock]) expect(stderr).toContain(said);
    expect(await locksIn(project)).toEqual([lock]);
  });
});

describe.concurrent('a ledger', () => {
  it('with a torn last line is gone on with', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await writeFile(ledgerOf(project), '{"schemaVersion":1,"at":"2020-07-10T08:');
    const { exit } = await project.send();
    expect([exit, server.arrived.length]).toEqual([0, 1]);
    expect((await project.send()).stdout).toContain('没有要发送的邮件');
    const lines = (await readFile(ledgerOf(project), 'utf8')).trim().split('\n');
    expect([lines.length, lines[0]]).toEqual([4, '{"schemaVersion":1,"at":"2020-07-10T08:']);
  });

  it.each([
    ['garbled', 'not ours'],
    ['of a later version', '{"schemaVersion":2,"state":"sent"}'],
    ['half overwritten', '{"schemaVersion":1,"at":"2020-07-10T08:00:00.000+08:00","state":"se\u0000\u0000"}'],
  ])('with a line in its middle that is %s keeps everything back, and says which line', async (_, line) => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    expect((await project.send()).exit).toBe(0);
    await appendFile(ledgerOf(project), `${line}\n`);
    for (const args of [['--yes'], ['--yes', '--resend', '--bundle', STORY_BUNDLE]]) {
      const { exit, stdout } = await project.send(args);
      expect([exit, server.connections]).toEqual([4, 1]);
      expect(stdout).toContain('第 4 行');
      expect(stdout).toContain('删掉');
    }
    const json = await project.send(['--yes', '--format', 'json']);
    expect([json.exit, JSON.parse(json.stdout)]).toEqual([
      4,
      expect.objectContaining({ unreadableLines: [4] }),
    ]);
    expect((await project.run(['status'])).stdout).toContain('第 4 行');
  });

  it('that is a folder, or cannot be read, keeps everything back', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await mkdir(ledgerOf(project));
    const { exit, stderr } = await project.send();
    expect([exit, server.connections]).toEqual([3, 0]);
    expect(stderr).toContain('不能再发');
  });

  /** With a limit on the size of files: as on a disk that is full. */
  async function onFullDisk(project: SendingProject, bytes: number): Promise<CliRun> {
    const program = path.join(home, 'bin', 'four-ones.js');
    const command = `ulimit -f ${bytes / 512} && exec "$0" "$@"`;
    const child = spawn('sh', ['-c', command, process.execPath, program, 'send', '--yes'], {
      cwd: project.folder,
      env: { ...process.env, NO_COLOR: '1', ...WITH_PASSWORD },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    const [exit] = (await once(child, 'close')) as [number | null];
    return { exit, ...output };
  }

  it.skipIf(process.platform === 'win32')('that cannot be written lets nothing go', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await writeFile(ledgerOf(project), '\n'.repeat(4096));
    const { exit, stderr } = await onFullDisk(project, 4096);
    expect([exit, server.contentBytes]).toEqual([3, 0]);
    for (const said of ['写不进去', '没有记下的就没有发送']) expect(stderr).toContain(said);
    expect(await locksIn(project)).toEqual([]);
    expect([(await project.send()).exit, server.arrived.length]).toEqual([0, 1]);
  });

  it.skipIf(process.platform === 'win32')(
    'that cannot be written once the server has the mail is told, and doubted',
    async () => {
      const server = await startMailServer();
      const measured = await withStory({ port: server.port });
      expect((await measured.send()).exit).toBe(0);
      const [planned = '', sending = ''] = (await readFile(ledgerOf(measured), 'utf8')).split('\n');
      const project = await withStory({ port: server.port });
      const room = Buffer.byteLength(`${planned}\n${sending}\n`) + 40;
      await writeFile(ledgerOf(project), '\n'.repeat(8192 - room));
      const { exit, stderr } = await onFullDisk(project, 8192);
      expect([exit, server.arrived.length]).toEqual([3, 2]);
      for (const said of ['已经收下', `--settle "${STORY_BUNDLE}" sent`]) expect(stderr).toContain(said);
      const again = await project.send();
      expect([again.exit, server.arrived.length]).toEqual([4, 2]);
      expect((await project.send(['--settle', STORY_BUNDLE, 'sent'])).exit).toBe(0);
      expect([(await project.send()).exit, server.arrived.length]).toEqual([0, 2]);
    },
  );
});

describe.skipIf(process.platform === 'win32').concurrent('broken off', () => {
  /** Starts to send, and waits until the server has got so far. */
  async function sendingUntil(project: SendingProject, reached: () => boolean) {
    const started = startCli(['send', '--yes'], { cwd: project.folder, env: WITH_PASSWORD });
    while (!reached()) await wait(10);
    return started;
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s inside the content: certainly not sent, and said so',
    async (signal) => {
      let isInside = false;
      const content = async (peer: Peer) => {
        await peer.bytes(20_000);
        isInside = true;
        peer.sleep();
        await never();
      };
      const server = await serve({ content });
      const project = await withFilm({ port: server.port });
      const { child, ended } = await sendingUntil(project, () => isInside);
      child.kill(signal);
      const { exit, stdout, stderr } = await ended;
      expect([exit, stderr]).toEqual([130, '']);
      expect(stdout).toContain('已中断');
      expect(await project.states()).toBe('planned sending failed');
      expect((await project.ledger()).at(-1)?.reason).toBe('content/interrupted');
      expect(await locksIn(project)).toEqual([]);
    },
  );

  it('by SIGINT while the last reply is awaited: in doubt, and how to settle it', async () => {
    const server = await serve({ reply: never });
    const project = await withStory({ port: server.port });
    const { child, ended } = await sendingUntil(project, () => server.messages.length > 0);
    child.kill('SIGINT');
    const { exit, stdout } = await ended;
    expect(exit).toBe(130);
    expect(stdout).toContain(`four-ones send --settle ${STORY_BUNDLE} sent`);
    expect(await project.states()).toBe('planned sending in-doubt');
  });

  it('by SIGINT while it waits to try again: it ends at once, and the next run goes on', async () => {
    const server = await serve({ rcpt: '450 later' });
    const project = await withStory({ port: server.port, retries: [600] });
    const { child, ended } = await sendingUntil(project, () =>
      server.lines.some((line) => line.startsWith('RCPT')),
    );
    while (!(await project.states()).endsWith('failed')) await wait(20);
    child.kill('SIGINT');
    expect((await ended).exit).toBe(130);
    const good = await startMailServer();
    await project.configure({ port: good.port });
    expect([(await project.send()).exit, good.arrived.length]).toEqual([0, 1]);
  });

  it.each([
    ['inside the content', { content: (peer) => (peer.sleep(), never()) }, 0],
    ['before the last reply', { reply: never }, 1],
  ] as const satisfies readonly (readonly [string, Script, number])[])(
    'by kill -9 %s: in doubt for ever, until a person settles it',
    async (_, script: Script, messages) => {
      const server = await serve(script);
      const project = await (messages === 0 ? withFilm : withStory)({ port: server.port });
      const reached = () => (messages === 0 ? server.lines.includes('DATA') : server.messages.length > 0);
      const { child, ended } = await sendingUntil(project, reached);
      child.kill('SIGKILL');
      await ended;
      expect(await project.states()).toBe('planned sending');
      const good = await startMailServer();
      await project.configure({ port: good.port });
      for (const again of [await project.send(), await project.send()]) {
        expect([again.exit, good.connections]).toEqual([4, 0]);
        expect(again.stdout).toContain('未知是否送达');
      }
      expect((await project.run(['status'])).stdout).toContain('未知是否送达');
      const bundle = (await project.ledger())[0]?.bundle ?? '';
      expect((await project.send(['--settle', bundle, 'not-sent'])).exit).toBe(0);
      expect([(await project.send()).exit, good.arrived.length, await locksIn(project)]).toEqual([0, 1, []]);
    },
  );
});
