import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { putAwayLater } from '../leftovers.ts';

export const USER = 'secretary@school.test';
export const PASSWORD = 'geheim-授权码-16';
/** The password as it is, and as the two ways to log in encode it. */
export const SECRETS = [
  PASSWORD,
  Buffer.from(PASSWORD).toString('base64'),
  Buffer.from(`\0${USER}\0${PASSWORD}`).toString('base64'),
];

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly bytes: Buffer;
}

export interface MailServer {
  readonly port: number;
  /** Whole messages, in the order in which they came. */
  readonly arrived: readonly Arrived[];
  readonly connections: number;
  readonly logIns: number;
  /** Bytes of content, of messages that were broken off too. */
  readonly contentBytes: number;
  close(): Promise<void>;
}

/** A server as others run it, on this very machine, that asks for the password and keeps what it takes. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const seen = { connections: 0, logIns: 0, contentBytes: 0 };
  const server = new SMTPServer({
    size: 60_000_000,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) => {
      seen.connections += 1;
      done();
    },
    onAuth: ({ username, password }, _, done) => {
      seen.logIns += 1;
      if (username === USER && password === PASSWORD) done(null, { user: username });
      else done(Object.assign(new Error('密码错误'), { responseCode: 535 }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        seen.contentBytes += chunk.length;
        chunks.push(chunk);
      });
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        arrived.push({ from, to, bytes: Buffer.concat(chunks) });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const made: MailServer = {
    port: (listener.address() as AddressInfo).port,
    arrived,
    get connections() {
      return seen.connections;
    },
    get logIns() {
      return seen.logIns;
    },
    get contentBytes() {
      return seen.contentBytes;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
  putAwayLater(() => made.close());
  return made;
}

export interface ReadMail {
  readonly to: readonly string[];
  readonly subject: string | undefined;
  readonly text: string;
  readonly attachments: Readonly<Record<string, Buffer>>;
  readonly messageId: string | undefined;
  readonly headers: Email['headers'];
}

/** As another program reads it. */
export async function readMail({ to, bytes }: Arrived): Promise<ReadMail> {
  const { subject, text = '', attachments, messageId, headers } = await PostalMime.parse(bytes);
  const named = attachments.map(({ filename, content }): [string, Buffer] => [
    filename ?? '',
    typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
  ]);
  return {
    ...{ to, subject, messageId, headers },
    text: text.replaceAll('\r\n', '\n'),
    attachments: Object.fromEntries(named),
  };
}

export function readMails({ arrived }: Pick<MailServer, 'arrived'>): Promise<readonly ReadMail[]> {
  return Promise.all(arrived.map(readMail));
}
