import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { hasPython, readWithPython } from '../system/mail/read-with-python.ts';
import { never } from '../system/mail/deliver.ts';
import { startServer, type Script, type ScriptedServer } from '../system/mail/scripted-server.ts';
import {
  packAll,
  packedOnce,
  type MailKeys,
  STORY_BUNDLE,
  WITH_PASSWORD,
  withStory,
  type SendingProject,
} from './mail-project.ts';
import { PASSWORD, readMails, SECRETS, startMailServer, USER } from './mail-server.ts';
import { everything } from './pack-project.ts';
import { startCli } from './project.ts';

vi.setConfig({ testTimeout: 240_000 });

const servers: ScriptedServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));
async function serve(script: Script): Promise<ScriptedServer> {
  const server = await startServer(script);
  servers.push(server);
  return server;
}

/** Without what wrapping puts in. */
const flat = (text: string) => text.replace(/\s+/g, '');
const recordOf = (project: SendingProject) => project.at('outbox', `${STORY_BUNDLE}.bundle.json`);

/** Changes the record of the bundle, as somebody with an editor would. */
async function tamper(project: SendingProject, change: (text: string) => string): Promise<void> {
  const before = await readFile(recordOf(project), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(recordOf(project), after);
}

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

describe.concurrent('what is sent', () => {
  it('has no header but its own, whatever the titles, the names and the organisation hold', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    const evil =
      'x\\r\\nBcc: evil@example.test\\r\\nX-Evil: 1\\r\\n\\r\\n<b>\\u0000\\u202e=?utf-8?Q?=0ABcc:_e?=';
    await tamper(project, (text) =>
      text
        .replace(/"subject": ".*"/, `"subject": "${evil}"`)
        .replace(/"org": ".*"/, `"org": "${evil}"`)
        .replace(/"title": ".*"/, `"title": "${evil}"`)
        .replace(/"categoryName": ".*"/, `"categoryName": "${evil}"`)
        .replace(/"name": "王老师"/, `"name": "${evil}"`),
    );
    const { exit, stdout } = await project.send();
    expect(exit).toBe(0);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    const [arrived] = server.arrived;
    expect(arrived?.to).toEqual(['zzbdj@scau.edu.cn']);
    const [mail] = await readMails(server);
    expect(mail?.headers.map(({ key }) => key).sort()).toEqual([...HEADERS].sort());
    expect(mail?.subject).toContain('X-Evil: 1');
    if (hasPython) {
      const read = readWithPython(arrived?.bytes ?? Buffer.alloc(0));
      expect([read.headers.map((name) => name.toLowerCase()).sort(), read.defects]).toEqual([
        [...HEADERS].sort(),
        [],
      ]);
    }
  });

  it('has the subject of a title with a line break on one line', async () => {
    const server = await startMailServer();
    const project = await withEvilTitle({ port: server.port });
    const sent = await project.send();
    expect([sent.exit, server.arrived.length]).toEqual([0, 1]);
    const [mail] = await readMails(server);
    expect(server.arrived[0]?.to).toEqual(['314362198@qq.com']);
    expect(mail?.subject).toContain('Bcc: evil@example.test');
    expect(mail?.headers.map(({ key }) => key).sort()).toEqual([...HEADERS].sort());
  });

  const withEvilTitle = packedOnce(async (project) => {
    await project.copy('cases/lecture-info/materials/专题微党课/齐全', 'materials/专题微党课/齐全');
    const info =
      'title: "党课\\r\\nBcc: evil@example.test"\ntopic: 有序推进学校复学复课\npresenter: 张\nkeywords: [a, b, c]\n';
    await project.put('materials/专题微党课/齐全/作品信息.yaml', info);
    await packAll(project, ['--notice', 'moe-2020']);
  });

  it('is to the byte what --dry-run wrote, apart from the date; and nothing else was written or sent', async () => {
    const server = await startMailServer();
    for (const limit of ['35M', '60K']) {
      const project = await withStory({ port: server.port, limit });
      await project.put('outbox/preview/我的.txt', '自己的');
      const before = await everything(project.folder);
      const { connections } = server;
      const arrived = server.arrived.length;
      for (const { exit, stdout } of [await project.send(['--dry-run']), await project.send(['--dry-run'])])
        expect([exit, stdout]).toEqual([0, expect.stringContaining('没有发送')]);
      const after = await everything(project.folder);
      const previews = Object.keys(after).filter((name) => name.endsWith('.eml'));
      const folders = ['outbox', 'outbox/preview'];
      const without = (all: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(all).filter(([name]) => !previews.includes(name) && !folders.includes(name)),
        );
      expect(without(after)).toEqual(without(before));
      expect(server.connections).toBe(connections);
      expect((await project.send()).exit).toBe(0);
      const sent = server.arrived.slice(arrived).map(({ bytes }) => undated(bytes));
      const shown = await Promise.all(
        previews.sort().map((name) => readFile(project.at(name)).then(undated)),
      );
      expect(shown).toEqual(sent);
    }
  });
});

const HEADERS = ['content-type', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version'];
const undated = (bytes: Buffer) => bytes.toString('latin1').replace(/^Date: .*$/m, 'Date:');

describe.concurrent('a bundle that is not what was packed is not sent', () => {
  const inBundle = (project: SendingProject, name: string) => project.at('outbox', STORY_BUNDLE, name);
  const zipOf = (project: SendingProject) => project.at('outbox', `${STORY_BUNDLE}.zip`);
  const flip = async (file: string) => {
    const bytes = await readFile(file);
    bytes[bytes.length >> 1] = ((bytes[bytes.length >> 1] ?? 0) + 1) % 256;
    await writeFile(file, bytes);
  };
  type Change = (project: SendingProject) => Promise<unknown>;
  const expectStopped = async (change: Change, mail: MailKeys) => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port, ...mail });
    await change(project);
    const { exit, stdout, stderr } = await project.send();
    expect([exit, server.connections, stderr]).toEqual([1, 0, '']);
    expect(flat(stdout)).toMatch(/再打包一次|重新打包/);
    const english = await project.send(['--yes', '--lang', 'en']);
    expect([english.exit, english.stdout]).toEqual([1, expect.stringMatching(/pack again/)]);
  };
  const changes: readonly (readonly [string, Change])[] = [
    ['a byte of the zip', (project) => flip(zipOf(project))],
    [
      'a zip cut short',
      async (project) => writeFile(zipOf(project), (await readFile(zipOf(project))).subarray(0, 9000)),
    ],
    ['no zip', (project) => rm(zipOf(project))],
    ['a folder instead of the zip', async (project) => (await rm(zipOf(project)), mkdir(zipOf(project)))],
    ['a file of the folder edited after packing', (project) => flip(inBundle(project, '报送清单.docx'))],
    ['a file of the folder gone', (project) => rm(inBundle(project, '报送清单.docx'))],
    [
      'a checksum in the record',
      (project) => tamper(project, (text) => text.replace(/"sha256": "..../, '"sha256": "0000')),
    ],
    [
      'a file fewer in the record',
      (project) => tamper(project, (text) => text.replace(/,\s*\{[^{}]*"role": "list"[^{}]*\}/, '')),
    ],
    [
      'a name in the record that leads out of the bundle, to a file of that very checksum',
      async (project) => {
        const config = await readFile(project.at('four-ones.yaml'));
        const sum = createHash('sha256').update(config).digest('hex');
        await tamper(project, (text) =>
          text.replace(
            /"name": "报送清单.docx",(\s*"role": "list",\s*)"bytes": \d+,(\s*)"sha256": "\w+"/,
            `"name": "../../four-ones.yaml",$1"bytes": ${config.length},$2"sha256": "${sum}"`,
          ),
        );
      },
    ],
    ['a record that is none', (project) => writeFile(recordOf(project), '{"schemaVersion":1}')],
    ['a record that is empty', (project) => writeFile(recordOf(project), '')],
  ];
  it.each(changes)('%s', (_, change) => expectStopped(change, {}));

  const changesOfOne: readonly (readonly [string, Change])[] = [
    ['a byte of a file that goes by itself', (project) => flip(inBundle(project, '报送清单.docx'))],
    ['a file that goes by itself gone', (project) => rm(inBundle(project, '报送清单.docx'))],
  ];
  it.each(changesOfOne)('%s', (_, change) => expectStopped(change, { limit: '60K' }));

  it('and so is one changed between the plan and the sending, as far as it has not gone', async () => {
    const server = await startMailServer({
      onAuth: (_, __, done) => {
        void wait(50).then(async () => {
          await flip(path.join(folder, 'outbox', `${STORY_BUNDLE}.zip`));
          done(null, { user: USER });
        });
      },
    });
    const project = await withStory({ port: server.port });
    const { folder } = project;
    const { exit, stdout } = await project.send();
    expect([exit, server.arrived, await project.states()]).toEqual([3, [], 'planned sending failed']);
    expect(stdout).toContain('改动过');
  });

  it('the folder may be gone: the zip is all that is sent', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await rm(project.at('outbox', STORY_BUNDLE), { recursive: true });
    expect([(await project.send()).exit, server.arrived.length]).toEqual([0, 1]);
  });

  it('an older version that pack --replace kept is not sent', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    for (const tail of ['.zip', '.bundle.json'])
      await cp(
        project.at('outbox', `${STORY_BUNDLE}${tail}`),
        project.at('outbox', `${STORY_BUNDLE}.1${tail}`),
      );
    expect([(await project.send()).exit, server.arrived.length]).toEqual([0, 1]);
  });
});

describe.concurrent('sent again', () => {
  it('only when asked for by name, and marked', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    expect((await project.send()).exit).toBe(0);
    const again = await project.send(['--yes', '--resend', '--bundle', STORY_BUNDLE]);
    expect([again.exit, again.stdout]).toEqual([0, expect.stringContaining('重发')]);
    const mails = await readMails(server);
    expect(mails.map(({ subject }) => subject)).toEqual([STORY_BUNDLE, `【重发】${STORY_BUNDLE}`]);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
    expect((await project.send()).stdout).toContain('没有要发送的邮件');
  });

  it('whole, in a division of its own, where the rest of a division no longer fits', async () => {
    let left = 1;
    const server = await startMailServer({
      onRcptTo: (_, __, done) => {
        if (left-- > 0) done();
        else done(Object.assign(new Error('no such user'), { responseCode: 550 }));
      },
    });
    const project = await withStory({ port: server.port, limit: '60K' });
    expect((await project.send()).exit).toBe(3);
    left = 99;
    await project.configure({ port: server.port, limit: '36K' });
    const stopped = await project.send();
    const advised = /four-ones (send --resend --bundle .*)/.exec(stopped.stdout)?.[1] ?? '';
    expect([stopped.exit, advised]).toEqual([1, `send --resend --bundle "${STORY_BUNDLE}"`]);
    const again = await project.send(['--yes', '--resend', '--bundle', STORY_BUNDLE]);
    expect(again.exit).toBe(0);
    const mails = (await readMails(server)).slice(1);
    expect(mails.every(({ subject = '' }) => subject.startsWith('【重发】'))).toBe(true);
    expect(mails.flatMap(({ attachments }) => Object.keys(attachments))).toHaveLength(5);
  });
});
