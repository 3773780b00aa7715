import net from 'node:net';
import tls from 'node:tls';
import type { MailAccount, MailStage } from '../model/mail.ts';
import { Interrupted } from '../model/problems.ts';

/** How the outside is reached; tests hand in another name service and their own certificate authority. */
export interface MailNetwork {
  readonly lookup?: net.LookupFunction;
  readonly ca?: string;
}

export type Dialling =
  | { readonly kind: 'connected'; readonly socket: net.Socket }
  | { readonly kind: 'failed'; readonly stage: MailStage; readonly error: unknown };

const LOOPBACK = new net.BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** By what the account says, not by what a name service answers. */
export function isLoopback(host: string): boolean {
  const family = net.isIP(host);
  return family === 0 ? isLocalName(host) : LOOPBACK.check(host, family === 6 ? 'ipv6' : 'ipv4');
}

function isLocalName(host: string): boolean {
  return /^localhost\.?$/i.test(host);
}

/** For both ways to TLS; a certificate goes unverified on this very machine alone. */
export function tlsOptions({ host }: MailAccount, { ca }: MailNetwork): tls.ConnectionOptions {
  return {
    host,
    ...(net.isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: !isLoopback(host),
    minVersion: 'TLSv1.2',
    ...(ca !== undefined && { ca: [...tls.rootCertificates, ca] }),
  };
}

/** Connects, and speaks TLS where the account wants it from the first byte. Paused: nothing is read yet. */
export async function dial(
  account: MailAccount,
  network: MailNetwork,
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<Dialling> {
  const { host, port, security } = account;
  const lookup = isLocalName(host) ? lookUpHere : network.lookup;
  const plain = net.connect({ host, port, ...(lookup !== undefined && { lookup }) });
  const reached = await ready(plain, 'connect', { stage: 'connect', seconds, signal });
  if (reached.kind === 'failed' || security !== 'tls') return reached;
  const secure = tls.connect({ ...tlsOptions(account, network), socket: plain });
  return ready(secure, 'secureConnect', { stage: 'tls', seconds, signal });
}

function ready(
  socket: net.Socket,
  event: 'connect' | 'secureConnect',
  {
    stage,
    seconds,
    signal,
  }: { readonly stage: MailStage; readonly seconds: number; readonly signal: AbortSignal },
): Promise<Dialling> {
  return new Promise((resolve) => {
    const fail = (error: unknown) => {
      settle();
      // What a dying socket still complains about tells nothing more.
      socket.on('error', () => undefined);
      socket.destroy();
      resolve({ kind: 'failed', stage, error });
    };
    const timer = setTimeout(() => {
      fail(Object.assign(new Error(`no answer within ${seconds} s`), { code: 'ETIMEDOUT' }));
    }, seconds * 1000);
    const stop = () => {
      fail(new Interrupted());
    };
    const close = () => {
      fail(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
    };
    const settle = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
      socket.off('error', fail).off('close', close).off(event, succeed);
    };
    const succeed = () => {
      settle();
      socket.pause();
      resolve({ kind: 'connected', socket });
    };
    signal.addEventListener('abort', stop);
    socket.on('error', fail).on('close', close).on(event, succeed);
    if (signal.aborted) stop();
  });
}

/** A local name is never asked of anybody (RFC 6761 6.3): what it names is fixed. */
const lookUpHere: net.LookupFunction = (_, options, done) => {
  const here = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  if (options.all === true) done(null, here);
  else done(null, '127.0.0.1', 4);
};
