import type { Socket } from 'node:net';
import type { MailFailure, MailStage, SmtpReply } from '../model/mail.ts';
import { failureOf } from './smtp-failure.ts';
import { createReplyReader, readReply, type RawReply } from './smtp-reply.ts';

/** Which replies a stage may get; all else that is no refusal (4xx, 5xx) is no SMTP (RFC 5321 4.3.2, RFC 4954). */
const EXPECTED: Readonly<Partial<Record<MailStage, RegExp>>> = {
  greeting: /^2/,
  tls: /^2/,
  login: /^2|^334$/,
  from: /^2/,
  recipient: /^2/,
  data: /^354$/,
  reply: /^2/,
};

const STAGE_BY_COMMAND: Readonly<Record<string, MailStage>> = {
  EHLO: 'greeting',
  HELO: 'greeting',
  STAR: 'tls',
  RSET: 'from',
  MAIL: 'from',
  RCPT: 'recipient',
  DATA: 'data',
};

/** A log-in takes four, a message five; a server that goes on and on is stopped. */
const REPLIES_IN_A_STEP = 20;

/** Something asked of the server, from its first command to its last reply. */
export interface Step {
  readonly stage: MailStage;
  /** For each single reply. */
  readonly seconds: number;
}

/**
 * Keeps the account of a conversation that nodemailer leads: which replies are due, which came, and when it is over.
 * It reads the bytes that come from the server beside nodemailer, and before it: a reply that is not due, or not of
 * the kind that is due, ends the connection there and then, whatever nodemailer would make of it.
 */
export class SmtpDialogue {
  /** Why the connection is no more. */
  broken: MailFailure | undefined;
  /** What the server said no with in this step, first. */
  refusal: MailFailure | undefined;
  /** After the final dot. */
  verdict: SmtpReply | undefined;
  /** Of the last greeting, line by line: the extensions (RFC 5321 4.1.1.1). */
  extensions: readonly string[] = [];

  #socket: Socket | undefined;
  #reader = createReplyReader();
  #due: MailStage[] = [];
  #step: Step | undefined;
  #stage: MailStage = 'greeting';
  #replies = 0;
  #timer: NodeJS.Timeout | undefined;
  #onBreak: (() => void) | undefined;
  readonly #hide: (text: string) => string;
  readonly #disconnect: () => void;

  constructor(hide: (text: string) => string, disconnect: () => void) {
    this.#hide = hide;
    this.#disconnect = disconnect;
  }

  /** The stage of what is due next. */
  get stage(): MailStage {
    return this.#due[0] ?? this.#stage;
  }

  /** Reads along from here on; after STARTTLS from the socket that took the first one's place. */
  follow(socket: Socket): void {
    if (socket === this.#socket) return;
    this.#socket?.off('data', this.#onData);
    this.#socket = socket;
    this.#reader = createReplyReader();
    socket.prependListener('data', this.#onData);
    socket.once('end', this.#onEnd);
    socket.once('close', this.#onEnd);
    socket.on('error', this.#onError);
  }

  /** Runs a step; the failure it ended with, or undefined. `act` leads nodemailer and reports its end. */
  async take(step: Step, act: (done: (error?: unknown) => void) => void): Promise<MailFailure | undefined> {
    if (this.broken) return this.broken;
    [this.#step, this.#stage, this.#replies, this.refusal, this.verdict] = [
      step,
      step.stage,
      0,
      undefined,
      undefined,
    ];
    this.limit(step.seconds);
    try {
      return await new Promise((resolve) => {
        this.#onBreak = () => {
          resolve(this.broken);
        };
        act((error) => {
          resolve(
            error ? (this.broken ?? this.refusal ?? failureOf(this.stage, error, this.#hide)) : undefined,
          );
        });
      });
    } finally {
      this.pause();
      [this.#onBreak, this.#step, this.#stage, this.refusal] = [undefined, undefined, 'from', undefined];
    }
  }

  /** A command goes out. What is said while logging in may look like anything. */
  sends(command: string): void {
    const stage = this.#stage === 'login' ? 'login' : STAGE_BY_COMMAND[command.slice(0, 4)];
    if (stage) this.expect(stage);
  }

  /** A reply is due after those that are due already. */
  expect(stage: MailStage): void {
    // A second greeting takes back what the first was refused with: HELO after EHLO.
    if (stage === 'greeting') this.refusal = undefined;
    this.#due.push(stage);
  }

  /** From now on so long for what comes next; nothing comes when it is over, and a clock would hold the program back. */
  limit(seconds: number): void {
    clearTimeout(this.#timer);
    if (this.broken) return;
    this.#timer = setTimeout(() => {
      this.break({ stage: this.stage, cause: 'timeout', detail: `no answer within ${seconds} s` });
    }, seconds * 1000);
  }

  /** The clock stands: it is not the server that is being waited for. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** Ends the connection; the first reason counts. */
  break(failure: MailFailure): void {
    if (this.broken) return;
    this.broken = failure;
    this.pause();
    this.#disconnect();
    this.#socket?.destroy();
    this.#onBreak?.();
  }

  breakWith(error: unknown): void {
    this.break(this.refusal ?? failureOf(this.stage, error, this.#hide));
  }

  readonly #onError = (error: unknown): void => {
    this.break(failureOf(this.stage, error, this.#hide));
  };

  readonly #onEnd = (): void => {
    const { stage } = this;
    const last = this.#reader.unfinished();
    // Half a line after the final dot decides nothing.
    if (last && last.code >= 400 && stage !== 'reply') this.#refuse(stage, readReply(last, this.#hide));
    this.break(this.refusal ?? { stage, cause: 'cut' });
  };

  readonly #onData = (chunk: Uint8Array): void => {
    const replies = this.#reader.push(chunk);
    for (const reply of replies ?? []) {
      if (!this.broken) this.#take(reply);
    }
    if (!replies) this.break({ stage: this.stage, cause: 'not-smtp' });
  };

  #take(raw: RawReply): void {
    const stage = this.#due.shift();
    const reply = readReply(raw, this.#hide);
    if (this.#step) this.limit(this.#step.seconds);
    this.#replies += 1;
    if (raw.code >= 400) this.#refuse(stage ?? this.#stage, reply);
    const odd = raw.code < 400 && !(stage && EXPECTED[stage]?.test(String(raw.code)));
    const farewell = stage === undefined && this.refusal;
    // A server that refused the sender or the recipient and wants the content all the same.
    const contradiction = stage === 'data' && raw.code < 400 && this.refusal;
    if (farewell || contradiction) this.break(this.refusal ?? { stage: 'data', cause: 'not-smtp' });
    else if (odd || this.#replies > REPLIES_IN_A_STEP) {
      this.break({ stage: stage ?? this.#stage, cause: 'not-smtp', reply });
    } else this.#note(stage, reply, raw);
  }

  #refuse(stage: MailStage, reply: SmtpReply): void {
    this.refusal ??= { stage, cause: stage === 'tls' ? 'no-tls' : 'refused', reply };
  }

  /** What follows from a reply that was due. */
  #note(stage: MailStage | undefined, reply: SmtpReply, raw: RawReply): void {
    if (stage === 'reply') this.verdict = reply;
    if (stage === 'greeting') {
      this.extensions = raw.lines.slice(1).map((line) => Buffer.from(line).toString('latin1').trim());
    }
    // Now it is the handshake, or the content, that goes on without replies.
    if (stage === 'tls' && reply.code < 400) this.#stage = 'tls';
    if (stage === 'data' && reply.code < 400) this.#stage = 'content';
  }
}
