import { Readable } from 'node:stream';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { Interrupted } from '../model/problems.ts';
import type { MailMessage } from '../model/mail.ts';
import { writeMessage } from './node-mail-message.ts';
import type { SmtpDialogue } from './smtp-dialogue.ts';
import type { SmtpLine } from './smtp-line.ts';
import { AttachmentChanged, FileError } from './system.ts';

export interface Content {
  readonly stream: Readable;
  /** The final dot may be on its way: from here on no failure is certain. Never set too late. */
  readonly isOut: boolean;
  /** A mistake of our own, to be thrown once the connection is in order. */
  readonly mistake: Error | undefined;
}

export interface ContentTerms extends Pick<SmtpLine, 'connection' | 'dialogue' | 'limits' | 'interrupted'> {
  /** What the server was told; a message of another size has no end. */
  readonly bytes: number;
  readonly onBytes: ((sent: number) => void) | undefined;
}

/**
 * A message as nodemailer's data stream takes it. That stream writes the final dot when this one has ended, and only
 * then: so the end is held back until all that comes before it has left this process and the server has not objected.
 */
export function createContent(message: MailMessage, terms: ContentTerms): Content {
  const { dialogue, limits, onBytes } = terms;
  const state: { isOut: boolean; mistake: Error | undefined } = { isOut: false, mistake: undefined };
  const stream = Readable.from(pour(), { objectMode: false, highWaterMark: 64 * 1024 });

  async function* pour(): AsyncGenerator<Uint8Array, void> {
    try {
      let sent = 0;
      for await (const piece of writeMessage(message, terms.interrupted)) {
        // A limit for each piece (RFC 5321 4.5.3.2.5). While a disk is being read, the clock stands.
        dialogue.limit(limits.replySeconds);
        yield piece;
        dialogue.pause();
        sent += piece.length;
        onBytes?.(sent);
      }
      if (sent !== terms.bytes) throw new Error(`a message of ${sent} bytes, announced with ${terms.bytes}`);
      dialogue.limit(limits.replySeconds);
      await untilWritten(stream, terms);
    } catch (error) {
      state.mistake = abandon(error, dialogue);
      throw error;
    }
    state.isOut = true;
    dialogue.expect('reply');
    dialogue.limit(limits.acceptSeconds);
  }

  return {
    stream,
    get isOut() {
      return state.isOut;
    },
    get mistake() {
      return state.mistake;
    },
  };
}

/** Empty twice in a row: between this stream and the socket lies nodemailer's, which passes on in the next turn. */
async function untilWritten(stream: Readable, { connection, dialogue }: ContentTerms): Promise<void> {
  for (let quiet = 0; quiet < 2;) {
    await nextTurn();
    const socket = connection._socket;
    if (dialogue.broken || !socket || socket.destroyed) throw new Error('the connection is gone');
    const busy = stream.readableLength > 0 || socket.writableLength > 0;
    if (busy) await wait(1);
    quiet = busy ? 0 : quiet + 1;
  }
}

/** Ends the connection before the message has ended; what is no fault of the world comes back. */
function abandon(error: unknown, dialogue: SmtpDialogue): Error | undefined {
  if (dialogue.broken) return undefined;
  if (error instanceof AttachmentChanged || error instanceof FileError) {
    dialogue.break({ stage: 'content', cause: 'attachment-changed', detail: error.message });
    return undefined;
  }
  dialogue.break({ stage: 'content', cause: 'interrupted' });
  if (error instanceof Interrupted) return undefined;
  return error instanceof Error ? error : new Error(String(error));
}
