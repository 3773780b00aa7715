import type net from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { DeliveryOutcome, MailAccount, MailFailure, MailMessage } from '../../../src/model/mail.ts';
import { createMail } from '../../../src/system/node-mail.ts';
import type { MailNetwork } from '../../../src/system/smtp-connect.ts';
import type { MailLimits, MailOpening, MailSession } from '../../../src/system/system.ts';
import { mailOf, openMailFolder, someBytes, type MailFolder } from './messages.ts';
import { startServer, type Peer, type Script, type ScriptedServer } from './scripted-server.ts';

export const PASSWORD = 'geheim-授权码-16';
export const USER = 'secretary@school.test';
/** No machine is that slow. */
const PATIENT: MailLimits = { replySeconds: 20, acceptSeconds: 20 };
/** For a server that lets one wait. */
export const HASTY: MailLimits = { replySeconds: 0.6, acceptSeconds: 0.6 };
/** The password as it is, and as the two ways to log in encode it. */
export const SECRETS = [
  PASSWORD,
  Buffer.from(PASSWORD).toString('base64'),
  Buffer.from(`\0${USER}\0${PASSWORD}`).toString('base64'),
];

export interface MailWorld {
  readonly account?: Partial<MailAccount>;
  readonly network?: MailNetwork;
  readonly signal?: AbortSignal;
  readonly limits?: MailLimits;
}

export interface Tries {
  readonly folder: () => MailFolder;
  /** A message of a few lines, and one that does not fit into the buffers on the way. */
  readonly small: () => MailMessage;
  readonly large: () => MailMessage;
  readonly serve: (script: Script, secure?: Parameters<typeof startServer>[1]) => Promise<ScriptedServer>;
}

/** For the tests of one file: messages on the disk, servers that end with each test. */
export function prepareTries(): Tries {
  let made: { folder: MailFolder; small: MailMessage; large: MailMessage } | undefined;
  const ready = () => {
    if (!made) throw new Error('not yet prepared');
    return made;
  };
  const servers: ScriptedServer[] = [];
  beforeAll(async () => {
    const folder = await openMailFolder();
    made = {
      folder,
      small: mailOf({ attachments: [await folder.attach('材料.zip', someBytes(2000))] }),
      large: mailOf({ attachments: [await folder.attach('影片.mp4', someBytes(12_000_000))] }),
    };
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  afterAll(() => made?.folder.remove());
  return {
    folder: () => ready().folder,
    small: () => ready().small,
    large: () => ready().large,
    serve: async (script, secure) => {
      const server = await startServer(script, secure);
      servers.push(server);
      return server;
    },
  };
}

export function dial(
  port: number,
  { account, network, signal, limits = PATIENT }: MailWorld = {},
): Promise<MailOpening> {
  const from = { host: '127.0.0.1', port, security: 'none', user: USER, from: USER } as const;
  const mail = createMail(signal ?? new AbortController().signal, network);
  return mail.open({ ...from, ...account }, PASSWORD, limits);
}

/** Hasty where it is the waiting that is tried: all others go by what the server does, not by how fast. */
export function patienceFor(expected: unknown): MailLimits {
  return JSON.stringify(expected).includes('"timeout"') ? HASTY : PATIENT;
}

/** Opens, sends, closes; nothing of what comes back holds the password. */
export async function deliver(
  port: number,
  message: MailMessage,
  world: MailWorld = {},
): Promise<DeliveryOutcome | MailFailure> {
  const opening = await dial(port, world);
  const result = opening.kind === 'failed' ? opening.failure : await sendAndClose(opening.session, message);
  const shown = JSON.stringify(result);
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  return result;
}

async function sendAndClose(session: MailSession, message: MailMessage): Promise<DeliveryOutcome> {
  const outcome = await session.send(message);
  await session.close();
  expect(session.isOpen).toBe(false);
  return outcome;
}

export const failed = (failure: unknown) => ({ kind: 'failed', failure });
export const inDoubt = (failure: unknown) => ({ kind: 'in-doubt', failure });
export const refused = (stage: string, code: number, text?: string) => ({
  stage,
  cause: 'refused',
  reply: { code, ...(text !== undefined && { text }) },
});

export const never = () => wait(3000);
/** Not so fast that it is no connection at all. */
export const cut = async (peer: Peer) => {
  await wait(30);
  peer.cut();
};
/** Lines that come one by one and never end the reply; each alone would be in time. */
export const drip = async (peer: Peer) => {
  for (let count = 0; count < 40; count++) {
    peer.say('250-x\r\n');
    await wait(100);
  }
};
/** 密码错误，请使用授权码登录 in GBK. */
export const GBK = Buffer.from('c3dcc2ebb4edcef3a3acc7ebcab9d3c3cadac8a8c2ebb5c7c2bc', 'hex');

/** Every name leads to this machine, which is thereby no loopback name. */
export const everyNameIsHere: net.LookupFunction = (_, options, done) => {
  if (options.all === true) done(null, [{ address: '127.0.0.1', family: 4 }]);
  else done(null, '127.0.0.1', 4);
};
