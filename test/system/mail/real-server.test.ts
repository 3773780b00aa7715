import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MailMessage } from '../../../src/model/mail.ts';
import { createMail } from '../../../src/system/node-mail.ts';
import type { MailSession } from '../../../src/system/system.ts';
import { certificateFor, type Certificate } from './certificates.ts';
import { dial, everyNameIsHere, PASSWORD, prepareTries, SECRETS, USER } from './deliver.ts';
import { bytesOf, mailOf, someBytes } from './messages.ts';
import { hasPython, readWithPython } from './read-with-python.ts';

const tries = prepareTries();
const mail = createMail(new AbortController().signal);
const HOST = 'mail.school.test';
let certificate: Certificate;
beforeAll(async () => {
  certificate = await certificateFor(HOST);
});

interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

interface RealServer {
  readonly port: number;
  readonly arrived: readonly Arrived[];
  readonly logIns: number;
}

const open: SMTPServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) {
    await new Promise<void>((resolve) => {
      server.close(resolve);
    });
  }
});

async function startReal(options: SMTPServerOptions): Promise<RealServer> {
  const arrived: Arrived[] = [];
  let logIns = 0;
  const server = new SMTPServer({
    ...certificate,
    size: 20_000_000,
    onAuth: ({ username, password }, _, done) => {
      logIns += 1;
      if (username === USER && password === PASSWORD) done(null, { user: username });
      else done(Object.assign(new Error('密码错误'), { responseCode: 535 }));
    },
    onData: (stream, { envelope }, done) => {
      void bytesOf(stream).then((bytes) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        arrived.push({ from, to: envelope.rcptTo.map(({ address }) => address), bytes });
        done(null);
      });
    },
    ...options,
  });
  open.push(server);
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return {
    port,
    arrived,
    get logIns() {
      return logIns;
    },
  };
}

async function logIn(port: number, security: 'tls' | 'starttls'): Promise<MailSession> {
  const network = { lookup: everyNameIsHere, ca: certificate.cert };
  const limits = { replySeconds: 10, acceptSeconds: 10 };
  const opening = await dial(port, { account: { host: HOST, security }, network, limits });
  if (opening.kind === 'failed') throw new Error(JSON.stringify(opening.failure));
  return opening.session;
}

const threeMails = async (): Promise<MailMessage[]> => {
  const names = [['材料.zip'], [`${'很长的名字'.repeat(20)}.mp4`, '表（盖章）.pdf'], []];
  return Promise.all(
    names.map(async (files, index) =>
      mailOf({
        messageId: `${index}@school.test`,
        subject: `马克思主义学院党委+战疫故事汇+20200715（${index + 1}/3）`,
        attachments: await Promise.all(
          files.map((name, file) => tries.folder().attach(name, someBytes(700_000 * (index + file) + 13))),
        ),
      }),
    ),
  );
};

describe.each([
  ['tls', { secure: true }],
  ['starttls', { secure: false }],
] as const)('a real server with %s', (security, options) => {
  it('receives exactly what was previewed, over one log-in, and another parser reads it back', async () => {
    const server = await startReal(options);
    const session = await logIn(server.port, security);
    expect(session.sizeLimit).toBe(20_000_000);
    const messages = await threeMails();
    for (const message of messages) expect(await session.send(message)).toMatchObject({ kind: 'accepted' });
    await session.close();
    expect(server.logIns).toBe(1);
    for (const [index, message] of messages.entries()) {
      const { from, to, bytes } = server.arrived[index] ?? { from: '', to: [], bytes: Buffer.alloc(0) };
      expect([from, to]).toEqual([message.from, [message.to]]);
      expect(bytes.equals(await bytesOf(mail.write(message)))).toBe(true);
      const read = await PostalMime.parse(bytes);
      expect([read.subject, read.text?.replaceAll('\r\n', '\n').trimEnd()]).toEqual([
        message.subject,
        message.text.trimEnd(),
      ]);
      expect(read.attachments.map(({ filename, content }) => [filename, hashOf(content)])).toEqual(
        message.attachments.map(({ name, sha256 }) => [name, sha256]),
      );
      if (hasPython)
        expect(readWithPython(bytes).attachments.map(({ name }) => name)).toEqual(
          message.attachments.map(({ name }) => name),
        );
      for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    }
  });

  it('says in Chinese that the password is wrong', async () => {
    const server = await startReal({
      ...options,
      onAuth: (_, __, done) => {
        done(Object.assign(new Error('密码错误'), { responseCode: 535 }));
      },
    });
    const network = { lookup: everyNameIsHere, ca: certificate.cert };
    expect(await dial(server.port, { account: { host: HOST, security }, network })).toMatchObject({
      kind: 'failed',
      failure: { stage: 'login', cause: 'refused', reply: { code: 535, text: '密码错误' } },
    });
  });
});

function hashOf(content: ArrayBuffer | Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  return createHash('sha256').update(bytes).digest('hex');
}
