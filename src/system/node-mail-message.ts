import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { encodeWord } from 'nodemailer/lib/mime-funcs';
import MimeNode from 'nodemailer/lib/mime-node';
import type { MailAttachment, MailMessage } from '../model/mail.ts';
import { oneAddress } from './node-mail-address.ts';
import { readAttachment } from './node-mail-attachment.ts';
import { fileHeaders } from './node-mail-headers.ts';
import { cleanLine } from './node-mail-line.ts';

/** The same message makes the same bytes, always: nothing in it comes from a clock or from chance. */
export async function* writeMessage(
  message: MailMessage,
  interrupted: AbortSignal,
): AsyncGenerator<Uint8Array, void> {
  yield* bytesOf(message, (attachment) => readAttachment(attachment, interrupted));
}

/** Everything but the attachments is really written; what those take follows from their size. */
export async function measureMessage(message: MailMessage): Promise<number> {
  let total = message.attachments.reduce((sum, { bytes }) => sum + base64Length(bytes), 0);
  for await (const piece of bytesOf(message, () => [])) total += piece.length;
  return total;
}

/** Lines of 76 characters, CRLF between them and none after the last (RFC 2045 6.8). */
function base64Length(bytes: number): number {
  const characters = Math.ceil(bytes / 3) * 4;
  const lines = Math.ceil(characters / 76);
  return characters + Math.max(lines - 1, 0) * 2;
}

type Content = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
type ContentOf = (attachment: MailAttachment) => Content;

async function* bytesOf(message: MailMessage, contentOf: ContentOf): AsyncGenerator<Uint8Array, void> {
  const stream = composeMessage(message, contentOf).createReadStream();
  for await (const piece of stream) {
    if (!(piece instanceof Uint8Array)) throw new TypeError('a message is made of bytes');
    yield piece;
  }
}

function composeMessage(message: MailMessage, contentOf: ContentOf): MimeNode {
  const { attachments } = message;
  if (attachments.length === 0)
    return setText(setHead(new MimeNode('text/plain; charset=utf-8'), message), message);
  const baseBoundary = createHash('sha256').update(message.messageId).digest('hex').slice(0, 32);
  const whole = setHead(new MimeNode('multipart/mixed', { baseBoundary }), message);
  setText(whole.createChild('text/plain; charset=utf-8'), message);
  for (const attachment of attachments) {
    const { type, disposition } = fileHeaders(attachment.name);
    whole
      .createChild()
      .setHeader('Content-Type', { prepared: true, value: type })
      .setHeader('Content-Disposition', { prepared: true, value: disposition })
      .setHeader('Content-Transfer-Encoding', 'base64')
      .setContent(Readable.from(contentOf(attachment), { objectMode: false, highWaterMark: 64 * 1024 }));
  }
  return whole;
}

function setHead(node: MimeNode, { from, to, subject, messageId, date }: MailMessage): MimeNode {
  return node
    .setHeader('From', { name: '', address: oneAddress(from) })
    .setHeader('To', { name: '', address: oneAddress(to) })
    .setHeader('Subject', encodedSubject(cleanLine(subject)))
    .setHeader('Message-ID', `<${oneAddress(messageId)}>`)
    .setHeader('Date', date);
}

/** What only looks like an encoded word would otherwise be passed on as one, and read as something else. */
function encodedSubject(subject: string): string {
  return subject.includes('=?') ? encodeWord(subject, 'B', 52) : subject;
}

/** Text proper has CRLF between its lines, under base64 too (RFC 2045 6.8). */
function setText(node: MimeNode, { text }: MailMessage): MimeNode {
  return node
    .setHeader('Content-Transfer-Encoding', 'base64')
    .setContent(text.replace(/\r\n|\r|\n/g, '\r\n'));
}
