import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { hasPython, readWithPython } from '../system/mail/read-with-python.ts';
import {
  CONTACT,
  openSendingProject,
  ORG,
  packAll,
  STORY_BUNDLE,
  type SendingProject,
} from './mail-project.ts';
import { readMails, startMailServer, type MailServer, type ReadMail } from './mail-server.ts';
import { DATE } from './project.ts';

vi.setConfig({ testTimeout: 240_000 });

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every file that a mail should hold, from the outbox: its name and its bytes. */
async function filesOf(project: SendingProject, bundle: string): Promise<Readonly<Record<string, Buffer>>> {
  const names = (await readdir(project.at('outbox', bundle))).filter(
    (name) => name !== 'manifest-sha256.txt',
  );
  const read = names.map(async (name) => [name, await readFile(project.at('outbox', bundle, name))] as const);
  return Object.fromEntries(await Promise.all(read));
}

/** Name, size and checksum of each file stand in the text. */
function expectListed(text: string, files: Readonly<Record<string, Buffer>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    expect(text).toContain(name);
    expect(text).toContain(sha256(bytes));
    if (bytes.length >= 1024) expect(text).toContain(`${bytes.length.toLocaleString('en-US')} 字节`);
  }
}

/** A second run finds nothing left to do, and does not even call. */
async function expectSentOnce(project: SendingProject, server: MailServer): Promise<void> {
  const { connections } = server;
  const arrived = server.arrived.length;
  const again = await project.send();
  expect([again.exit, again.stderr]).toEqual([0, '']);
  expect(again.stdout).toContain('没有要发送的邮件');
  expect([server.connections, server.arrived.length]).toEqual([connections, arrived]);
}

function mailTo(mails: readonly ReadMail[], part: string): ReadMail {
  const found = mails.find(({ subject }) => subject?.includes(part));
  if (!found) throw new Error(`no mail about ${part}`);
  return found;
}

describe.concurrent('each notice gets the mail that it asks for, whole, and once', () => {
  it('scau-2020: checked, packed, sent: the zip, named as the bundle, under a subject of the same name', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
    await project.copy(
      'cases/press-contact/materials/红色防火墙/写了联系人.docx',
      'materials/红色防火墙/写了联系人.docx',
    );
    expect((await project.run(['check', ...DATE], { apart: true })).exit).toBe(0);
    expect((await project.run(['pack', ...DATE], { apart: true })).exit).toBe(0);
    const sent = await project.send(['--yes'], { apart: true });
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    expect(server.arrived.map(({ from, to }) => [from, ...to]).sort()).toEqual([
      ['secretary@school.test', 'xcb@scau.edu.cn'],
      ['secretary@school.test', 'zzbdj@scau.edu.cn'],
    ]);
    expect([server.connections, server.logIns]).toEqual([1, 1]);
    const mails = await readMails(server);
    const story = mailTo(mails, '战疫故事汇');
    const zip = await readFile(project.at('outbox', `${STORY_BUNDLE}.zip`));
    expect(story.subject).toBe(STORY_BUNDLE);
    expect(Object.keys(story.attachments)).toEqual([`${STORY_BUNDLE}.zip`]);
    expect(story.attachments[`${STORY_BUNDLE}.zip`]?.equals(zip)).toBe(true);
    expectListed(story.text, { ...(await filesOf(project, STORY_BUNDLE)), [`${STORY_BUNDLE}.zip`]: zip });

    const press = mailTo(mails, '红色防火墙');
    expect(press.subject).toBe(`${ORG}+红色防火墙`);
    for (const said of Object.values(CONTACT)) expect(press.text).toContain(said);
    const [name = '', ...others] = Object.keys(press.attachments);
    expect([name, others]).toEqual([`${ORG}+红色防火墙.docx`, []]);
    const single = await readFile(project.at('materials/红色防火墙/写了联系人.docx'));
    expect(press.attachments[name]?.equals(single)).toBe(true);
    expectListed(press.text, { [name]: single });
    await expectSentOnce(project, server);
  });

  it('scau-2020: the whole sample folder arrives, every name and every byte, as two parsers read it', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    await project.copy('materials', 'materials');
    await packAll(project);
    const sent = await project.send();
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    const mails = await readMails(server);
    expect(mails).toHaveLength(5);
    for (const [index, { subject = '', text, attachments }] of mails.entries()) {
      const files = await filesOf(project, subject);
      const { '报送清单.docx': list, ...materials } = files;
      const zip = await readFile(project.at('outbox', `${subject}.zip`));
      const expected = Object.keys(materials).length === 1 ? materials : { [`${subject}.zip`]: zip };
      expect(list?.subarray(0, 2).toString()).toBe('PK');
      expect(Object.keys(attachments)).toEqual(Object.keys(expected));
      for (const [name, bytes] of Object.entries(expected))
        expect(attachments[name]?.equals(bytes)).toBe(true);
      expectListed(text, expected);
      expect(text).toContain('测试');
      if (!hasPython) continue;
      const read = readWithPython(server.arrived[index]?.bytes ?? Buffer.alloc(0));
      expect([read.subject, read.defects]).toEqual([subject, []]);
      expect(read.attachments.map((one) => [one.name, one.sha256])).toEqual(
        Object.entries(expected).map(([name, bytes]) => [name, sha256(bytes)]),
      );
    }
    await expectSentOnce(project, server);
  });

  it('moe-2020: the lecture as files under title, topic and keywords; the plan in the text, without attachment', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    await project.configure({ port: server.port }, { notice: 'moe-2020' });
    await project.copy('cases/lecture-info/materials/专题微党课/齐全', 'materials/专题微党课/齐全');
    await project.put(
      'materials/微党课计划/计划/作品信息.yaml',
      'title: 党旗在一线飘扬\npresenter: 张教授\nplanned: 6 月 20 日\n',
    );
    await packAll(project);
    const sent = await project.send();
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    const mails = await readMails(server);
    expect(mails).toHaveLength(2);
    const lecture = mails.find(({ to }) => to.includes('314362198@qq.com'));
    expect(lecture?.subject).toBe('齐全+有序推进学校复学复课+复学、党旗、青春');
    const bundle = (await project.ledger()).find(({ to }) => to === '314362198@qq.com')?.bundle ?? '';
    const files = await filesOf(project, bundle);
    expect(Object.keys(lecture?.attachments ?? {}).sort()).toEqual(Object.keys(files).sort());
    for (const [name, bytes] of Object.entries(files))
      expect(lecture?.attachments[name]?.equals(bytes)).toBe(true);
    expectListed(lecture?.text ?? '', files);

    const plan = mails.find(({ to }) => to.includes('zxc@moe.edu.cn'));
    expect(plan?.attachments).toEqual({});
    for (const said of ['党旗在一线飘扬', '张教授', '6 月 20 日']) expect(plan?.text).toContain(said);
    // The lecture goes to WeChat as well: that is a person's business, and said.
    expect(sent.stdout).toContain('sizhengwang_cn');
    await expectSentOnce(project, server);
  });

  it('wust-2020: the name of the work, to the mailbox of its category', async () => {
    const server = await startMailServer();
    const project = await openSendingProject({ port: server.port });
    await project.configure({ port: server.port }, { notice: 'wust-2020' });
    await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
    await packAll(project);
    expect((await project.send()).exit).toBe(0);
    const [mail, ...others] = await readMails(server);
    expect([mail?.to, mail?.subject, others]).toEqual([['wkdzzb@wust.edu.cn'], `${ORG}+逆行者`, []]);
    expect(Object.keys(mail?.attachments ?? {})).toEqual([`${ORG}+逆行者.zip`]);
    await expectSentOnce(project, server);
  });
});
