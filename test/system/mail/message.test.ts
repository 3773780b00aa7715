import { createHash } from 'node:crypto';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMail } from '../../../src/system/node-mail.ts';
import { AttachmentChanged, FileError } from '../../../src/system/system.ts';
import { bytesOf, mailOf, openMailFolder, someBytes, type MailFolder } from './messages.ts';
import { hasPython, readWithPython } from './read-with-python.ts';

const mail = createMail(new AbortController().signal);
let folder: MailFolder;
beforeAll(async () => {
  folder = await openMailFolder();
});
afterAll(() => folder.remove());

const NAMES = [
  '材料.zip',
  '马克思主义学院党委+战疫故事汇+20200715.zip',
  `${'逆行者的二十四小时'.repeat(9)}.docx`,
  '第一章 在 一线（终稿）【2】《上》“引号”.pdf',
  'report.pdf',
  'a plain name with spaces.txt',
  `${'long-latin-name-'.repeat(12)}.zip`,
  '混合 mixed 𠮷野家 🎬 name.mp4',
  'quote\'s; name="x" \\ = %41 *.jpg',
  '=?UTF-8?B?5Lit?=.zip',
  '来信.eml',
  '无扩展名',
  'ＡＢＣ　全角　空格.doc',
];
const shownName = (name: string) => name.replace(/[/\\]/g, '_');

const hashOf = (content: ArrayBuffer | string | Uint8Array) =>
  createHash('sha256')
    .update(typeof content === 'string' ? content : new Uint8Array(content))
    .digest('hex');

describe('a message', () => {
  it('is the same to the byte whenever it is written, so that the preview is what goes out', async () => {
    const attachment = await folder.attach('材料.zip', someBytes(300_000));
    const message = mailOf({ attachments: [attachment] });
    const first = await bytesOf(mail.write(message));
    expect((await bytesOf(mail.write(message))).equals(first)).toBe(true);
    expect(first.toString('latin1')).not.toMatch(/[^\r]\n|\r[^\n]/);
    expect(first.subarray(-2).toString()).toBe('\r\n');
  });

  // postal-mime decodes what looks like an encoded word wherever it stands.
  it.each(NAMES.filter((name) => !name.includes('=?')))(
    'keeps the attachment name %s whole for postal-mime',
    async (name) => {
      const attachment = await folder.attach(name, someBytes(1000));
      const read = await PostalMime.parse(await bytesOf(mail.write(mailOf({ attachments: [attachment] }))));
      expect(read.attachments.map(({ filename }) => filename)).toEqual([shownName(name)]);
      expect(read.attachments.map(({ content }) => hashOf(content))).toEqual([attachment.sha256]);
    },
  );

  it('keeps every name, byte and word for the parser of Python', async (context) => {
    if (!hasPython) {
      context.skip('no python3 on this machine');
      return;
    }
    const attachments = await Promise.all(
      NAMES.map((name, index) => folder.attach(name, someBytes(index * 1000))),
    );
    const message = mailOf({ attachments });
    const read = readWithPython(await bytesOf(mail.write(message)));
    expect(read).toMatchObject({
      from: message.from,
      to: message.to,
      subject: message.subject,
      id: `<${message.messageId}>`,
      date: '2020-07-15T01:02:03+00:00',
      defects: [],
    });
    expect(read.text.replaceAll('\r\n', '\n')).toBe(message.text);
    expect(read.attachments.map(({ name, sha256 }) => [name, sha256])).toEqual(
      attachments.map(({ name, sha256 }) => [shownName(name), sha256]),
    );
  });

  it.each(NAMES.filter((name) => /[^ -~]/.test(name)))(
    'names %s in encoded words, for the programs that know nothing else',
    async (name) => {
      const attachment = await folder.attach(name, someBytes(10));
      const text = (await bytesOf(mail.write(mailOf({ attachments: [attachment] })))).toString('latin1');
      for (const parameter of ['filename', 'name']) {
        const found = new RegExp(`;\r\n ${parameter}="((?:=\\?UTF-8\\?B\\?[\\w+/=]+\\?=(?:\r\n )?)+)"`).exec(
          text,
        );
        const words = found?.[1]?.split('\r\n ').map((word) => Buffer.from(word.slice(10, -2), 'base64'));
        expect(words?.map((word) => word.toString('utf8')).join('')).toBe(name);
      }
      expect(text).toMatch(/filename\*(0\*)?=UTF-8''/);
      const named = text.split('\r\n').filter((line) => line.includes('name'));
      expect(named.every((line) => line.length <= 78)).toBe(true);
    },
  );

  it('cannot be given a header by a title or a file name', async () => {
    const evil = 'x\r\nBcc: thief@evil.test\n\u2028\u0000\u0085Reply-To: thief@evil.test\r\n\r\n<b>';
    const attachment = await folder.attach(`${evil}".zip`, someBytes(10));
    const message = mailOf({ subject: evil, attachments: [attachment] });
    const bytes = await bytesOf(mail.write(message));
    expect(bytes.toString('latin1')).not.toMatch(/^(Bcc|Reply-To)/im);
    expect(bytes.toString('latin1')).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xff]/);
    const read = await PostalMime.parse(bytes);
    expect(read.headers.map(({ key }) => key).sort()).toEqual([
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
    expect(read.attachments).toHaveLength(1);
    expect(read.subject).not.toMatch(/[\r\n\u2028]/);
  });

  it.each(['a@b.test, c@d.test', 'a@b.test\r\nBcc: c@d.test', 'Name <a@b.test>', 'a@b@c.test', 'nobody'])(
    'goes to one address only, never to %j',
    async (to) => {
      await expect(bytesOf(mail.write(mailOf({ to })))).rejects.toThrow(TypeError);
      await expect(bytesOf(mail.write(mailOf({ from: to })))).rejects.toThrow(TypeError);
      await expect(bytesOf(mail.write(mailOf({ messageId: to })))).rejects.toThrow(TypeError);
    },
  );

  it.each(['=?UTF-8?Q?=41?= 报送', 'see =?utf-8?Q?a b?= here', '全'.repeat(200), ' a  b '])(
    'shows the subject %j as it is',
    async (subject) => {
      const read = await PostalMime.parse(await bytesOf(mail.write(mailOf({ subject }))));
      expect(read.subject).toBe(subject.trim());
    },
  );
});

describe('the size told before dialling', () => {
  it('is that of the message to the byte, whatever it holds, without a look at the files', async () => {
    const file = await folder.attach('x', someBytes(200_000));
    const part = fc.record({
      name: fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'binary', maxLength: 300 })),
      bytes: fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(57 * 4096, 57 * 2048, 114, 171)),
    });
    const content = someBytes(57 * 4096);
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 4 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.string({ unit: 'binary', maxLength: 500 }),
        async (parts, subject, text) => {
          const attachments = await Promise.all(
            parts.map(({ name, bytes }) => folder.attach(name, content.subarray(0, bytes))),
          );
          const message = mailOf({ subject, text, attachments });
          const missing = attachments.map((attachment) => ({
            ...attachment,
            path: `${file.path}-not-there`,
          }));
          expect(await mail.measure({ ...message, attachments: missing })).toBe(
            (await bytesOf(mail.write(message))).length,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('a file that is no longer what was planned', () => {
  const changes = {
    'has grown': (path: string) => appendFile(path, 'x'),
    'was cut short': (path: string) => writeFile(path, someBytes(10)),
    'was exchanged for one of the same size': (path: string) =>
      writeFile(path, someBytes(100_000).fill(7, -1)),
  };
  it.each(Object.entries(changes))('is never sent whole when it %s', async (_, change) => {
    const attachment = await folder.attach('材料.zip', someBytes(100_000));
    await change(attachment.path);
    const message = mailOf({ attachments: [attachment] });
    const seen: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of mail.write(message)) seen.push(chunk);
    })();
    await expect(reading).rejects.toThrow(AttachmentChanged);
    expect(Buffer.concat(seen).toString('latin1')).not.toContain('--\r\n');
  });

  it('stops the message where it is gone', async () => {
    const attachment = await folder.attach('材料.zip', someBytes(100));
    await rm(attachment.path);
    await expect(bytesOf(mail.write(mailOf({ attachments: [attachment] })))).rejects.toThrow(FileError);
  });
});
