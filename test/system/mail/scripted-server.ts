import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import type { Certificate } from './certificates.ts';

/** What the server says at a step: a reply, or whatever it does instead; a text that comes back from it is said. */
export type Answer = string | Uint8Array | ((peer: Peer) => unknown);

export interface Script {
  readonly greeting?: Answer;
  readonly ehlo?: Answer;
  readonly helo?: Answer;
  readonly starttls?: Answer;
  readonly auth?: Answer;
  readonly mail?: Answer;
  readonly rcpt?: Answer;
  readonly data?: Answer;
  readonly rset?: Answer;
  readonly quit?: Answer;
  /** Instead of taking the content whole. */
  readonly content?: (peer: Peer) => unknown;
  readonly reply?: Answer;
}

export interface Peer {
  say(text: string | Uint8Array): void;
  /** The next line of what came; undefined: the client has gone. */
  line(): Promise<string | undefined>;
  /** Waits until so many bytes have come that no line took. */
  bytes(count: number): Promise<void>;
  startTls(): Promise<void>;
  /** Closes in good order. */
  end(): void;
  /** Takes nothing in any more. */
  sleep(): void;
  /** Breaks off. */
  cut(): void;
}

export interface ScriptedServer {
  readonly port: number;
  readonly connections: number;
  /** Every line that came outside of a message. */
  readonly lines: readonly string[];
  /** The messages whose final dot came. */
  readonly messages: readonly string[];
  /** Bytes that came after 354. */
  readonly contentBytes: number;
  close(): Promise<void>;
}

const DEFAULTS = {
  greeting: '220 scripted.test ESMTP',
  ehlo: '250-scripted.test\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 50000000',
  helo: '250 scripted.test',
  starttls: '220 go on',
  auth: '235 2.7.0 welcome',
  mail: '250 2.1.0 sender ok',
  rcpt: '250 2.1.5 recipient ok',
  data: '354 end with a dot',
  rset: '250 2.0.0 fresh',
  quit: '221 2.0.0 bye',
  reply: '250 2.0.0 queued as 4711',
} as const;

/** A server that does what it is told to, right or wrong. */
export async function startServer(
  script: Script,
  secure: { readonly certificate?: Certificate; readonly implicit?: boolean } = {},
): Promise<ScriptedServer> {
  const seen = { connections: 0, lines: [] as string[], messages: [] as string[], contentBytes: 0 };
  const open = new Set<net.Socket>();
  const serve = (socket: net.Socket) => {
    seen.connections += 1;
    void converse(createPeer(socket, secure.certificate), script, seen);
  };
  const keep = (socket: net.Socket) => {
    open.add(socket.on('error', () => undefined));
  };
  const server =
    secure.implicit && secure.certificate
      ? tls.createServer({ ...secure.certificate }, serve).on('tlsClientError', () => undefined)
      : net.createServer(serve);
  server.on('connection', keep).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    get connections() {
      return seen.connections;
    },
    get lines() {
      return seen.lines;
    },
    get messages() {
      return seen.messages;
    },
    get contentBytes() {
      return seen.contentBytes;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

type Seen = { connections: number; lines: string[]; messages: string[]; contentBytes: number };

async function converse(peer: Peer, script: Script, seen: Seen): Promise<void> {
  await answer(peer, script.greeting ?? DEFAULTS.greeting);
  for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
    seen.lines.push(line);
    const step = stepOf(line);
    const said = await answer(peer, script[step] ?? DEFAULTS[step]);
    if (step === 'starttls' && script.starttls === undefined) await peer.startTls();
    if (step === 'quit') peer.end();
    if (step !== 'data' || (said !== undefined && !said.startsWith('354'))) continue;
    if (script.content) await script.content(peer);
    else await takeMessage(peer, seen);
    await answer(peer, script.reply ?? DEFAULTS.reply);
  }
}

async function takeMessage(peer: Peer, seen: Seen): Promise<void> {
  const message: string[] = [];
  for (let line = await peer.line(); line !== undefined; line = await peer.line()) {
    seen.contentBytes += line.length + 2;
    if (line === '.') {
      seen.messages.push(message.join('\r\n'));
      return;
    }
    message.push(line.startsWith('.') ? line.slice(1) : line);
  }
}

function stepOf(line: string): keyof typeof DEFAULTS {
  const verb = line.slice(0, 4).toLowerCase();
  if (verb === 'ehlo' || verb === 'helo' || verb === 'mail' || verb === 'rcpt' || verb === 'data')
    return verb;
  if (verb === 'rset' || verb === 'quit') return verb;
  return verb === 'star' ? 'starttls' : 'auth';
}

/** What was said; undefined where it is not known. */
async function answer(peer: Peer, given: Answer): Promise<string | undefined> {
  const chosen = typeof given === 'function' ? await given(peer) : given;
  if (typeof chosen !== 'string' && !(chosen instanceof Uint8Array)) return undefined;
  peer.say(Buffer.concat([Buffer.from(chosen), Buffer.from('\r\n')]));
  if (String(chosen).startsWith('421')) peer.end();
  return String(chosen);
}

function createPeer(first: net.Socket, certificate: Certificate | undefined): Peer {
  let socket = first;
  let pending = Buffer.alloc(0);
  let gone = false;
  let wake: () => void = () => undefined;
  const listen = () => {
    socket.on('data', (chunk: Buffer) => {
      pending = Buffer.concat([pending, chunk]);
      wake();
    });
    for (const event of ['end', 'close', 'error'] as const) {
      socket.on(event, () => {
        gone = true;
        wake();
      });
    }
  };
  const change = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  listen();
  return {
    say: (text) => socket.writable && socket.write(text),
    line: async () => {
      for (;;) {
        const end = pending.indexOf('\r\n');
        if (end >= 0) {
          const line = pending.toString('latin1', 0, end);
          pending = pending.subarray(end + 2);
          return line;
        }
        if (gone) return undefined;
        await change();
      }
    },
    bytes: async (count) => {
      while (pending.length < count && !gone) await change();
    },
    startTls: async () => {
      socket.removeAllListeners('data');
      const upgraded = new tls.TLSSocket(socket, {
        isServer: true,
        ...(certificate && { secureContext: tls.createSecureContext(certificate) }),
      });
      upgraded.on('error', () => undefined);
      socket = upgraded;
      listen();
      await Promise.race([once(upgraded, 'secure'), once(upgraded, 'close')]);
    },
    end: () => socket.end(),
    sleep: () => socket.pause(),
    cut: () => (first instanceof tls.TLSSocket ? first.destroy() : first.resetAndDestroy()),
  };
}
