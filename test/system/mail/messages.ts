import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MailAttachment, MailMessage } from '../../../src/model/mail.ts';

export interface MailFolder {
  readonly folder: string;
  /** A file that lies there under an unsuspicious name, as an attachment named otherwise. */
  attach(name: string, content: Uint8Array): Promise<MailAttachment>;
  remove(): Promise<void>;
}

export async function openMailFolder(): Promise<MailFolder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'four-ones-mail-'));
  let count = 0;
  return {
    folder,
    attach: async (name, content) => {
      const file = path.join(folder, `file-${++count}`);
      await writeFile(file, content);
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { name, path: file, bytes: content.length, sha256 };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Bytes that no compression and no text rule leaves alone: every value, lines that begin with a dot among them. */
export function someBytes(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (index * 151 + (index >> 8) * 89 + 46) % 256);
}

export function mailOf(parts: Partial<MailMessage> = {}): MailMessage {
  return {
    from: 'secretary@school.test',
    to: 'collect@ministry.test',
    subject: '马克思主义学院党委+战疫故事汇+20200715',
    messageId: '0123456789abcdef0123456789abcdef@school.test',
    date: new Date('2020-07-15T01:02:03Z'),
    text: '您好：\n\n附件是作品，请查收。\n.\n..\n联系人：见附件\n',
    attachments: [],
    ...parts,
  };
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
