import type net from 'node:net';
import { describe, expect, it } from 'vitest';
import {
  cut,
  deliver,
  drip,
  GBK,
  HASTY,
  never,
  PASSWORD,
  patienceFor,
  prepareTries,
  refused,
  SECRETS,
} from './deliver.ts';
import { startServer, type Script } from './scripted-server.ts';

const tries = prepareTries();

const AT_OPENING: [string, Script, unknown][] = [
  ['cuts before the greeting', { greeting: cut }, { stage: 'greeting', cause: 'cut' }],
  [
    'closes before the greeting',
    {
      greeting: (peer) => {
        peer.end();
      },
    },
    { stage: 'greeting', cause: 'cut' },
  ],
  ['never greets', { greeting: never }, { stage: 'greeting', cause: 'timeout' }],
  ['drips its greeting', { greeting: drip }, { stage: 'greeting', cause: 'timeout' }],
  [
    'greets with a web page',
    { greeting: 'HTTP/1.1 400 Bad Request' },
    { stage: 'greeting', cause: 'not-smtp' },
  ],
  [
    'greets with bytes without end',
    { greeting: 'x'.repeat(200_000) },
    { stage: 'greeting', cause: 'not-smtp' },
  ],
  ['greets with 554', { greeting: '554 no' }, refused('greeting', 554, 'no')],
  [
    'greets with 421',
    { greeting: '421 4.3.2 later' },
    { ...refused('greeting', 421, 'later'), reply: { code: 421, enhanced: '4.3.2', text: 'later' } },
  ],
  ['takes no EHLO and no HELO', { ehlo: '502 what', helo: '550 no' }, refused('greeting', 550)],
  ['answers EHLO with 421', { ehlo: '421 later' }, refused('greeting', 421)],
  ['drips its extensions', { ehlo: drip }, { stage: 'greeting', cause: 'timeout' }],
  [
    'refuses the password in GBK',
    { auth: Buffer.concat([Buffer.from('535 '), GBK]) },
    refused('login', 535, '密码错误，请使用授权码登录'),
  ],
  [
    'refuses the password in UTF-8 over two lines',
    { auth: '535-5.7.8 密码错误\r\n535 5.7.8 请用授权码' },
    {
      stage: 'login',
      cause: 'refused',
      reply: { code: 535, enhanced: '5.7.8', text: '密码错误 请用授权码' },
    },
  ],
  [
    'repeats the password when it refuses it',
    { auth: `535 not ${PASSWORD} ${String(SECRETS[1])} ${String(SECRETS[2])}` },
    refused('login', 535, 'not *** *** ***'),
  ],
  ['answers the log-in with 421', { auth: '421 too many' }, refused('login', 421, 'too many')],
  ['asks for ever at log-in', { auth: '334 ' }, { stage: 'login', cause: 'not-smtp' }],
  ['never answers the log-in', { auth: never }, { stage: 'login', cause: 'timeout' }],
  ['cuts at log-in', { auth: cut }, { stage: 'login', cause: 'cut' }],
  [
    'parts with half a line',
    {
      auth: (peer) => {
        peer.say('454 4.7.0 later');
        peer.end();
      },
    },
    { stage: 'login', cause: 'refused', reply: { code: 454, enhanced: '4.7.0', text: 'later' } },
  ],
  ['answers twice', { greeting: '220 hello\r\n250 and once more' }, { cause: 'not-smtp' }],
  [
    'writes control characters',
    { auth: '535 a\u0007\u001b[31mb\u2028c' },
    refused('login', 535, 'a [31mb c'),
  ],
  ['writes on and on', { auth: `535 ${'很'.repeat(5000)}` }, refused('login', 535, '很'.repeat(500))],
];

describe('a server that', () => {
  it.each(AT_OPENING)('%s is told apart, and the password stays hidden', async (_, script, expected) => {
    const server = await tries.serve(script);
    expect(await deliver(server.port, tries.small(), { limits: patienceFor(expected) })).toMatchObject(
      Object(expected),
    );
    expect(server.contentBytes).toBe(0);
  });
});

describe('the way to the server', () => {
  it('says that nobody listens', async () => {
    const server = await startServer({});
    await server.close();
    expect(await deliver(server.port, tries.small())).toMatchObject({
      stage: 'connect',
      cause: 'unreachable',
    });
  });

  it('says that there is no such host', async () => {
    const lookup: net.LookupFunction = (host, _, done) => {
      done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '', 4);
    };
    const world = { account: { host: 'nichts.invalid', security: 'tls' }, network: { lookup } } as const;
    expect(await deliver(465, tries.small(), world)).toMatchObject({ stage: 'connect', cause: 'no-host' });
  });

  it('does not wait for ever for a name server', async () => {
    const world = {
      account: { host: 'nichts.invalid', security: 'tls' },
      network: { lookup: () => undefined },
      limits: HASTY,
    } as const;
    expect(await deliver(465, tries.small(), world)).toMatchObject({ stage: 'connect', cause: 'timeout' });
  });
});
