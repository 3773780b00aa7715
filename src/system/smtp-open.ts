import net from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailAccount, MailFailure } from '../model/mail.ts';
import { Interrupted } from '../model/problems.ts';
import { dial, isLoopback, tlsOptions, type MailNetwork } from './smtp-connect.ts';
import { SmtpDialogue } from './smtp-dialogue.ts';
import { failureOf } from './smtp-failure.ts';
import { createSmtpSession } from './smtp-session.ts';
import type { MailLimits, MailOpening } from './system.ts';

export interface SmtpWorld {
  readonly network: MailNetwork;
  readonly interrupted: AbortSignal;
}

/** Connects, secures and logs in, in that order: neither user nor password goes over an open line. */
export async function openSmtp(
  account: MailAccount,
  password: string,
  limits: MailLimits,
  world: SmtpWorld,
): Promise<MailOpening> {
  const { network, interrupted } = world;
  if (interrupted.aborted) return failed({ stage: 'connect', cause: 'interrupted' });
  if (account.security === 'none' && !isLoopback(account.host)) {
    return failed({ stage: 'tls', cause: 'no-tls' });
  }
  const hide = hider(account.user, password);
  const seconds = limits.replySeconds;
  const dialled = await dial(account, network, { seconds, signal: interrupted });
  if (dialled.kind === 'failed') {
    const { stage, error } = dialled;
    return failed(
      error instanceof Interrupted ? { stage, cause: 'interrupted' } : failureOf(stage, error, hide),
    );
  }
  const { connection, dialogue } = converse(account, dialled.socket, { limits, network, hide });
  const stop = () => {
    dialogue.break({ stage: dialogue.stage, cause: 'interrupted' });
  };
  interrupted.addEventListener('abort', stop);
  const release = () => {
    interrupted.removeEventListener('abort', stop);
  };
  const failure =
    (await greet(connection, dialogue, seconds)) ??
    (await logIn(connection, dialogue, { account, password, seconds }));
  if (failure) {
    dialogue.break(failure);
    release();
    return failed(failure);
  }
  return { kind: 'open', session: createSmtpSession({ connection, dialogue, limits, interrupted, release }) };
}

function failed(failure: MailFailure): MailOpening {
  return { kind: 'failed', failure };
}

interface Terms {
  readonly limits: MailLimits;
  readonly network: MailNetwork;
  readonly hide: (text: string) => string;
}

/** nodemailer leads, the dialogue reads along: its log tells what is sent before it is sent. */
function converse(account: MailAccount, socket: net.Socket, { limits, network, hide }: Terms) {
  const dialogue = new SmtpDialogue(hide, () => {
    connection.close();
  });
  // The dialogue's clock is the stricter; nodemailer's must not be the first.
  const patience = (limits.replySeconds + limits.acceptSeconds + 60) * 1000;
  const connection = new SMTPConnection({
    host: account.host,
    port: account.port,
    connection: socket,
    secure: account.security === 'tls',
    secured: account.security === 'tls',
    requireTLS: account.security === 'starttls',
    ignoreTLS: account.security === 'none',
    tls: tlsOptions(account, network),
    name: addressLiteral(socket),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Destroyed at once: what still waits to be written must not go out after all.
    socketCloseTimeout: 0,
    transactionLog: true,
    logger: {
      debug: (entry: unknown, message: unknown) => {
        if (!isCommand(entry) || typeof message !== 'string') return;
        if (connection._socket) dialogue.follow(connection._socket);
        dialogue.sends(message);
      },
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
  });
  connection.on('error', (error: unknown) => {
    dialogue.breakWith(error);
  });
  dialogue.follow(socket);
  return { connection, dialogue };
}

function isCommand(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'tnx' in entry && entry.tnx === 'client';
}

/** The name of this machine is nobody's business, and often no name that a server takes (RFC 5321 4.1.3). */
function addressLiteral({ localAddress }: net.Socket): string {
  const address = localAddress?.replace(/^::ffff:(?=\d+\.)/, '').replace(/%.*$/, '') ?? '127.0.0.1';
  return net.isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}

function greet(connection: SMTPConnection, dialogue: SmtpDialogue, seconds: number) {
  return dialogue.take({ stage: 'greeting', seconds }, (done) => {
    dialogue.expect('greeting');
    connection.connect(done);
  });
}

async function logIn(
  connection: SMTPConnection,
  dialogue: SmtpDialogue,
  { account, password, seconds }: { account: MailAccount; password: string; seconds: number },
): Promise<MailFailure | undefined> {
  if (account.user === '') return undefined;
  return dialogue.take({ stage: 'login', seconds }, (done) => {
    connection.login({ credentials: { user: account.user, pass: password } }, done);
  });
}

/** Some servers repeat what they were told, plain or as it was encoded. */
function hider(user: string, password: string): (text: string) => string {
  if (password === '') return (text) => text;
  const secrets = [
    Buffer.from(`\0${user}\0${password}`).toString('base64'),
    Buffer.from(password).toString('base64'),
    password,
  ];
  return (text) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}
