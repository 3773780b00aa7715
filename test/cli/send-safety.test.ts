import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { never } from '../system/mail/deliver.ts';
import { flat, packAll, packedOnce, STORY_BUNDLE, tamper, WITH_PASSWORD, withStory } from './mail-project.ts';
import { serve } from './mail-scripted.ts';
import { PASSWORD, readMails, SECRETS, startMailServer, USER } from './mail-server.ts';
import { startCli } from './project.ts';

vi.setConfig({ testTimeout: 240_000 });

/** Nothing of the password in any file of the project, whatever its name. */
async function expectNoSecretIn(folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const bytes = await readFile(path.join(name.parentPath, name.name));
    for (const secret of SECRETS) expect(bytes.includes(secret), name.name).toBe(false);
  }
}

describe.concurrent('the password', () => {
  it('stands nowhere: no output, no file, no ledger, though the server repeats it', async () => {
    const echo = `535 5.7.8 ${PASSWORD} ${SECRETS.join(' ')} is wrong`;
    const rude = await serve({ auth: echo });
    const chatty = await serve({ reply: `250 2.0.0 taken from ${USER} with ${SECRETS.join(' ')}` });
    const project = await withStory({ port: rude.port });
    const runs = [
      await project.send(['--dry-run']),
      await project.send(),
      await project.send(['--yes', '--format', 'json']),
    ];
    await project.configure({ port: chatty.port });
    runs.push(await project.send(), await project.run(['status']));
    expect(runs.map(({ exit }) => exit)).toEqual([0, 3, 3, 0, 0]);
    for (const { stdout, stderr } of runs)
      for (const secret of SECRETS) expect(`${stdout}${stderr}`).not.toContain(secret);
    expect((await project.run(['status', '--csv', 'ledger.csv'])).exit).toBe(0);
    await expectNoSecretIn(project.folder);
    for (const message of chatty.messages)
      for (const secret of SECRETS) expect(message).not.toContain(secret);
  });

  it.skipIf(process.platform !== 'linux')('is no argument of any process while mail is sent', async () => {
    const slow = await serve({ mail: never });
    const project = await withStory({ port: slow.port, timeout: 3, retries: [] });
    const { child, ended } = startCli(['send', '--yes'], { cwd: project.folder, env: WITH_PASSWORD });
    while (!slow.lines.some((line) => line.startsWith('MAIL'))) await wait(20);
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
      // Processes come and go.
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (Number(pid) !== process.pid) expect(line).not.toContain(PASSWORD);
    }
    child.kill('SIGKILL');
    await ended;
  });

  it('that nobody gives is asked for in words, before any connection', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const { exit, stderr } = await project.send(['--yes'], { env: { FOUR_ONES_SMTP_PASSWORD: '' } });
    expect([exit, server.connections]).toEqual([3, 0]);
    expect(stderr).toContain('FOUR_ONES_SMTP_PASSWORD');
  });

  it('may not stand in the config', async () => {
    const project = await withStory({ port: 1, password: 'x' });
    const { exit, stderr } = await project.send();
    expect([exit, stderr]).toEqual([2, expect.stringContaining('password')]);
  });
});

describe.concurrent('without a person to confirm', () => {
  it('--yes is needed: the plan is shown, nothing goes', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const { exit, stdout, stderr } = await project.send([]);
    expect([exit, server.connections]).toEqual([2, 0]);
    expect(stderr).toContain('--yes');
    for (const said of ['zzbdj@scau.edu.cn', USER, STORY_BUNDLE, '92.9 KB', '上限 35M'])
      expect(stdout).toContain(said);
    expect(await readdir(project.at('outbox'))).not.toContain('ledger.jsonl');
  });
});

describe.concurrent('the recipient', () => {
  it('of a record that was changed stops the bundle, naming both', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await tamper(project, (text) => text.replace('zzbdj@scau.edu.cn', 'zzbdj@scau.edu.cn.example.test'));
    const { exit, stdout } = await project.send();
    expect([exit, server.connections]).toEqual([1, 0]);
    for (const said of ['zzbdj@scau.edu.cn.example.test', '不是通知写明的', '通知写的是zzbdj@scau.edu.cn）'])
      expect(flat(stdout)).toContain(said);
  });

  it('of another route of the same notice is another mailbox too', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await tamper(project, (text) => text.replace('zzbdj@scau.edu.cn', 'xcb@scau.edu.cn'));
    expect((await project.send()).exit).toBe(1);
    expect(server.connections).toBe(0);
  });

  it('with a line break in it reaches no header', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await tamper(project, (text) =>
      text.replace('zzbdj@scau.edu.cn', 'zzbdj@scau.edu.cn\\r\\nBcc: evil@example.test'),
    );
    expect((await project.send()).exit).toBe(1);
    const forced = ['--yes', '--to', 'a@example.test\r\nRCPT TO:<evil@example.test>', '--confirm-recipient'];
    expect((await project.send(forced)).exit).toBe(2);
    for (const wrong of ['nobody', 'a@b@c', 'a@example.test, b@example.test', '<a@example.test>', '王老师'])
      expect([wrong, (await project.send(['--yes', '--to', wrong, '--confirm-recipient'])).exit]).toEqual([
        wrong,
        2,
      ]);
    expect(server.connections).toBe(0);
  });

  it('that no notice names goes only with --confirm-recipient, and to nobody else', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const bare = await project.send(['--yes', '--to', 'me@example.test']);
    expect([bare.exit, bare.stderr, server.connections]).toEqual([
      2,
      expect.stringContaining('--confirm-recipient'),
      0,
    ]);
    const sent = await project.send(['--yes', '--to', 'me@example.test', '--confirm-recipient']);
    expect([sent.exit, server.arrived.map(({ to }) => to)]).toEqual([0, [['me@example.test']]]);
    expect((await readMails(server))[0]?.to).toEqual(['me@example.test']);
    // To oneself first, for a try: the mailbox of the notice still waits for it.
    expect((await project.send()).exit).toBe(0);
    expect(server.arrived.map(({ to }) => to)).toEqual([['me@example.test'], ['zzbdj@scau.edu.cn']]);
  });

  const byOwnNotice = packedOnce(async (project) => {
    await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
    await project.put('own.yaml', OWN_NOTICE);
    await packAll(project, ['--notice', './own.yaml']);
  });

  it('of a notice of one’s own is believed once the notice is named, and its limit is kept', async () => {
    const server = await startMailServer();
    const project = await byOwnNotice({ port: server.port });
    const unnamed = await project.send();
    expect([unnamed.exit, server.connections]).toEqual([1, 0]);
    expect(unnamed.stdout).toContain('--notice');
    await project.put('own.yaml', OWN_NOTICE);
    const named = await project.send(['--yes', '--notice', './own.yaml']);
    expect([named.exit, named.stderr]).toEqual([0, '']);
    expect(server.arrived.length).toBeGreaterThan(1);
    for (const { to, bytes } of server.arrived) {
      expect(to).toEqual(['own@example.test']);
      expect(bytes.length).toBeLessThanOrEqual(60 * 1024);
    }
    await project.configure({ port: server.port }, { notice: './own.yaml' });
    expect((await project.send()).stdout).toContain('没有要发送的邮件');
  });
});

const OWN_NOTICE = [
  'title: 自己的通知',
  'extends: scau-2020',
  'routes:',
  '  organisation: { name: 自己的邮箱, mail: { to: own@example.test, limit: 60K } }',
].join('\n');
