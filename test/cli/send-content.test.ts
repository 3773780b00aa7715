import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { hasPython, readWithPython } from '../system/mail/read-with-python.ts';
import {
  flat,
  packAll,
  packedOnce,
  recordOf,
  STORY_BUNDLE,
  tamper,
  withStory,
  type MailKeys,
  type SendingProject,
} from './mail-project.ts';
import { readMails, startMailServer, USER } from './mail-server.ts';
import { everything } from './pack-project.ts';

vi.setConfig({ testTimeout: 240_000 });

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
