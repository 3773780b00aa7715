import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryOutcome, MailFailure, MailMessage } from '../model/mail.ts';
import { oneAddress } from './node-mail-address.ts';
import { measureMessage } from './node-mail-message.ts';
import { createContent, type Content } from './smtp-content.ts';
import type { SmtpLine } from './smtp-line.ts';
import type { MailSession } from './system.ts';

const GOODBYE_SECONDS = 2;

export function createSmtpSession(line: SmtpLine): MailSession {
  const { connection, dialogue, release } = line;
  const sizeLimit = readSizeLimit(dialogue.extensions);
  let untidy = false;

  async function send(message: MailMessage, onBytes?: (sent: number) => void): Promise<DeliveryOutcome> {
    const bytes = await measureMessage(message);
    if (dialogue.broken) return failed({ ...dialogue.broken, stage: 'from' });
    if (sizeLimit !== undefined && bytes > sizeLimit) return failed({ stage: 'from', cause: 'too-large' });
    const failure = untidy ? await reset(line) : undefined;
    if (failure) return failed(failure);
    untidy = true;
    const content = createContent(message, { ...line, bytes, onBytes });
    const outcome = await deliver(message, bytes, { line, content });
    if (content.mistake) throw content.mistake;
    untidy = outcome.kind !== 'accepted';
    return outcome;
  }

  return {
    ...(sizeLimit !== undefined && { sizeLimit }),
    send,
    get isOpen() {
      return !dialogue.broken && !connection.destroyed;
    },
    close: async () => {
      await sayGoodbye(line);
      dialogue.break({ stage: 'from', cause: 'cut' });
      release();
    },
  };
}

/** RFC 1870 4: `SIZE` alone, or 0, sets no limit. */
function readSizeLimit(extensions: readonly string[]): number | undefined {
  const found = extensions.map((line) => /^SIZE +(\d{1,15})$/i.exec(line)?.[1]).find(Boolean);
  return found === undefined || Number(found) === 0 ? undefined : Number(found);
}

/** What an earlier message left behind: a sender without content, most often. */
function reset({ connection, dialogue, limits }: SmtpLine): Promise<MailFailure | undefined> {
  return dialogue.take({ stage: 'from', seconds: limits.replySeconds }, (done) => {
    connection.reset(done);
  });
}

async function deliver(
  { from, to }: MailMessage,
  size: number,
  { line: { connection, dialogue, limits }, content }: { line: SmtpLine; content: Content },
): Promise<DeliveryOutcome> {
  const failure = await dialogue.take({ stage: 'from', seconds: limits.replySeconds }, (done) => {
    connection.send({ from: oneAddress(from), to: [oneAddress(to)], size }, content.stream, done);
  });
  const { verdict } = dialogue;
  if (verdict && verdict.code < 300) return { kind: 'accepted', reply: verdict };
  if (verdict) return failed({ stage: 'reply', cause: 'refused', reply: verdict });
  // Never a yes without the server's own.
  const reason = failure ?? { stage: dialogue.stage, cause: 'not-smtp' };
  return content.isOut ? { kind: 'in-doubt', failure: reason } : failed(reason);
}

function failed(failure: MailFailure): DeliveryOutcome {
  return { kind: 'failed', failure };
}

/** QUIT; some servers never answer it. */
async function sayGoodbye({ connection, dialogue }: SmtpLine): Promise<void> {
  const socket = connection._socket;
  if (dialogue.broken || !socket || socket.destroyed) return;
  const closed = once(socket, 'close');
  connection.quit();
  await Promise.race([closed, wait(GOODBYE_SECONDS * 1000, undefined, { ref: false })]);
}
