import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { packAll, packedOnce, STORY_BUNDLE, withStory, type SendingProject } from './mail-project.ts';
import { readMails, startMailServer, type MailServer } from './mail-server.ts';

vi.setConfig({ testTimeout: 240_000 });

const KIB = 1024;
const PHOTOS = [`${STORY_BUNDLE}+图1.jpg`, `${STORY_BUNDLE}+图2.jpg`];
const FILES = [`${STORY_BUNDLE}+推荐表.docx`, `${STORY_BUNDLE}+正文.docx`, '报送清单.docx', ...PHOTOS].sort();

/** Every file once, and every byte of it, over however many mails. */
async function expectAllOnce(project: SendingProject, server: MailServer, without: readonly string[] = []) {
  const mails = await readMails(server);
  const files = mails.flatMap(({ attachments }) => Object.entries(attachments));
  expect(files.map(([name]) => name).sort()).toEqual(FILES.filter((name) => !without.includes(name)));
  for (const [name, bytes] of files)
    expect(bytes.equals(await readFile(project.at('outbox', STORY_BUNDLE, name)))).toBe(true);
  return mails;
}

const numbers = (mails: readonly { readonly subject: string | undefined }[]) =>
  mails.map(({ subject = '' }) => /（(\d+\/\d+)）$/.exec(subject)?.[1]);

/** Takes so many mails in all, and refuses the recipients of the others. */
function takesOnly(count: { left: number }) {
  return startMailServer({
    onRcptTo: (_, __, done) => {
      if (count.left-- > 0) done();
      else done(Object.assign(new Error('no such user'), { responseCode: 550 }));
    },
  });
}

describe.concurrent('what is too large for one mail', () => {
  it('goes as numbered mails, each below the limit and each listing all of them', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port, limit: '60K' });
    const sent = await project.send();
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    const mails = await expectAllOnce(project, server);
    expect(mails.length).toBeGreaterThan(1);
    const all = mails.map((_, index) => `${index + 1}/${mails.length}`);
    expect(numbers(mails)).toEqual(all);
    for (const { bytes } of server.arrived) expect(bytes.length).toBeLessThanOrEqual(60 * KIB);
    for (const { text } of mails) {
      for (const number of all) expect(text).toContain(`（${number}）`);
      for (const name of FILES) {
        expect(text).toContain(name);
        const bytes = await readFile(project.at('outbox', STORY_BUNDLE, name));
        expect(text).toContain(createHash('sha256').update(bytes).digest('hex'));
      }
    }
    expect(server.logIns).toBe(1);
    expect((await project.send()).stdout).toContain('没有要发送的邮件');
    expect(server.connections).toBe(1);
  });

  it('is finished by the next run where it was broken off: what is left, divided alike', async () => {
    const left = { left: 1 };
    const server = await takesOnly(left);
    const project = await withStory({ port: server.port, limit: '60K' });
    const broken = await project.send();
    expect([broken.exit, server.arrived.length]).toEqual([3, 1]);
    expect((await project.run(['status'])).stdout).toContain('只发了一部分 1/');
    left.left = 99;
    const rest = await project.send();
    expect([rest.exit, rest.stderr]).toEqual([0, '']);
    const mails = await expectAllOnce(project, server);
    expect(numbers(mails)).toEqual(mails.map((_, index) => `${index + 1}/${mails.length}`));
  });

  it.each([
    ['larger', '35M', 0],
    ['smaller than what is left', '30K', 1],
  ] as const)('keeps its division when the limit becomes %s in between', async (_, limit, exit) => {
    const left = { left: 1 };
    const server = await takesOnly(left);
    const project = await withStory({ port: server.port, limit: '60K' });
    expect((await project.send()).exit).toBe(3);
    left.left = 99;
    await project.configure({ port: server.port, limit });
    const { connections } = server;
    const again = await project.send();
    expect(again.exit).toBe(exit);
    if (exit === 0) {
      await expectAllOnce(project, server);
      return;
    }
    expect([server.connections, server.arrived.length]).toEqual([connections, 1]);
    expect(again.stdout).toContain('mail.limit');
    await project.configure({ port: server.port, limit: '60K' });
    expect((await project.send()).exit).toBe(0);
    await expectAllOnce(project, server);
  });

  it('is not begun where a single file fits into no mail: no connection, nothing recorded, and what to do', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port, limit: '24K' });
    const stopped = await project.send();
    expect([stopped.exit, server.connections, await project.states()]).toEqual([1, 0, '']);
    for (const said of [...PHOTOS, '超过上限 24K', '--link', '一个都还没有发'])
      expect(stopped.stdout.replace(/\n +/g, '')).toContain(said);
  });

  it('goes by the link of the command line, which stands in the mail with size and checksum', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port, limit: '24K' });
    const links = PHOTOS.flatMap((name, index) => [
      '--link',
      `${name}=https://pan.example.edu.cn/s/${index} 提取码: ab1${index}`,
    ]);
    const one = await project.send(['--yes', ...links.slice(0, 2)]);
    expect([one.exit, server.connections]).toEqual([1, 0]);
    const sent = await project.send(['--yes', ...links]);
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    const [mail] = await expectAllOnce(project, server, PHOTOS);
    for (const [index, name] of PHOTOS.entries()) {
      const bytes = await readFile(project.at('outbox', STORY_BUNDLE, name));
      const sum = createHash('sha256').update(bytes).digest('hex');
      for (const said of [name, `https://pan.example.edu.cn/s/${index}`, `ab1${index}`, sum])
        expect(mail?.text).toContain(said);
    }
    const again = await project.send();
    expect([again.exit, server.connections]).toEqual([0, 1]);
    const stray = await project.send(['--yes', '--link', '没有的.jpg=https://pan.example.edu.cn/s/1']);
    expect([stray.exit, stray.stderr]).toEqual([2, expect.stringContaining('没有的.jpg')]);
  });

  const withLinks = packedOnce(async (project) => {
    const item = 'materials/战疫故事汇/逆行者';
    await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', item);
    const links = ['照片1.jpg', '照片2.jpg'].map(
      (name, index) =>
        `  - 文件: ${name}\n    网址: https://pan.example.edu.cn/s/${index}\n    有效期: 2020-08-0${index + 1}\n`,
    );
    await project.put(`${item}/作品信息.yaml`, `标题: 逆行者\n链接:\n${links.join('')}`);
    await packAll(project);
  });

  it('goes by the link of 作品信息.yaml', async () => {
    const server = await startMailServer();
    const project = await withLinks({ port: server.port, limit: '24K' });
    const sent = await project.send();
    expect([sent.exit, sent.stderr]).toEqual([0, '']);
    const mails = await readMails(server);
    expect(
      mails.flatMap(({ attachments }) => Object.keys(attachments)).some((name) => name.endsWith('.jpg')),
    ).toBe(false);
    for (const said of ['https://pan.example.edu.cn/s/0', 'https://pan.example.edu.cn/s/1', '2020-08-02'])
      expect(mails[0]?.text).toContain(said);
  });

  it('is attached all the same where it has a link and fits', async () => {
    const server = await startMailServer();
    const project = await withLinks({ port: server.port });
    expect((await project.send()).exit).toBe(0);
    const [mail] = await readMails(server);
    expect(Object.keys(mail?.attachments ?? {})).toEqual([`${STORY_BUNDLE}.zip`]);
  });
});

describe.concurrent('a server that takes less than was planned', () => {
  it('gets smaller mails, and never a byte of one that is too large', async () => {
    const server = await startMailServer({ size: 60_000 });
    const project = await withStory({ port: server.port });
    const sent = await project.send();
    expect(sent.exit).toBe(0);
    expect(sent.stderr).toContain('更小');
    const mails = await expectAllOnce(project, server);
    expect(mails.length).toBeGreaterThan(1);
    for (const { bytes } of server.arrived) expect(bytes.length).toBeLessThanOrEqual(60_000);
    expect(server.contentBytes).toBe(server.arrived.reduce((sum, { bytes }) => sum + bytes.length, 0));
    const again = await project.send();
    expect([again.exit, server.connections]).toEqual([0, 1]);
  });

  it('gets nothing at all where a single file is too large for it', async () => {
    const server = await startMailServer({ size: 24_000 });
    const project = await withStory({ port: server.port });
    const stopped = await project.send();
    expect([stopped.exit, server.contentBytes, await project.states()]).toEqual([1, 0, '']);
    expect(stopped.stderr).toContain('--link');
    expect(stopped.stdout).toContain('还有 1 个包没有发送');
    expect(stopped.stdout).not.toContain('都收下了');
  });
});
