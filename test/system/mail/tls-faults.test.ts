import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { certificateFor, type Certificate } from './certificates.ts';
import { cut, deliver, everyNameIsHere, GBK, never, patienceFor, prepareTries } from './deliver.ts';
import type { Peer, Script } from './scripted-server.ts';

const tries = prepareTries();

let certificates: Record<'school' | 'other' | 'expired', Certificate>;
beforeAll(async () => {
  certificates = {
    school: await certificateFor('mail.school.test'),
    other: await certificateFor('mail.elsewhere.test'),
    expired: await certificateFor('mail.school.test', new Date('2021-01-01')),
  };
});

const PLAIN_EHLO = '250-scripted.test\r\n250 AUTH PLAIN';

describe.each(['tls', 'starttls'] as const)('with %s', (security) => {
  const host = 'mail.school.test';
  const secured = (certificate: Certificate) => ({ certificate, implicit: security === 'tls' });

  it('delivers where the certificate is in order', async () => {
    const server = await tries.serve(
      { reply: Buffer.concat([Buffer.from('250 '), GBK]) },
      secured(certificates.school),
    );
    const world = {
      account: { host, security },
      network: { lookup: everyNameIsHere, ca: certificates.school.cert },
    };
    expect(await deliver(server.port, tries.small(), world)).toMatchObject({
      kind: 'accepted',
      reply: { text: '密码错误，请使用授权码登录' },
    });
    expect(server.messages).toHaveLength(1);
  });

  it.each([
    ['nobody vouches for', 'school', false],
    ['is for another name', 'other', true],
    ['has expired', 'expired', true],
  ] as const)('gives neither user nor password to a server whose certificate %s', async (_, name, known) => {
    const server = await tries.serve({}, secured(certificates[name]));
    const network = { lookup: everyNameIsHere, ...(known && { ca: certificates[name].cert }) };
    expect(await deliver(server.port, tries.small(), { account: { host, security }, network })).toMatchObject(
      {
        stage: 'tls',
        cause: 'certificate',
      },
    );
    expect(server.lines.filter((line) => !/^(EHLO|STARTTLS)/.test(line))).toEqual([]);
  });

  it('asks for no certificate on this very machine', async () => {
    const server = await tries.serve({}, secured(certificates.other));
    expect(await deliver(server.port, tries.small(), { account: { security } })).toMatchObject({
      kind: 'accepted',
    });
    const byName = { account: { security, host: 'localhost' } };
    expect(await deliver(server.port, tries.small(), byName)).toMatchObject({ kind: 'accepted' });
  });
});

describe('an open line', () => {
  it('is never used but on this very machine', async () => {
    const server = await tries.serve({});
    const world = { account: { host: 'mail.school.test' }, network: { lookup: everyNameIsHere } };
    expect(await deliver(server.port, tries.small(), world)).toEqual({ stage: 'tls', cause: 'no-tls' });
    expect(server.connections).toBe(0);
  });

  it.each([
    [
      'is not offered',
      { ehlo: PLAIN_EHLO, starttls: '502 unknown command' },
      { stage: 'tls', cause: 'no-tls' },
    ],
    ['is refused', { starttls: '454 not now' }, { stage: 'tls', cause: 'no-tls', reply: { code: 454 } }],
    ['is promised and not given', { starttls: '220 go' }, { stage: 'tls', cause: 'timeout' }],
    [
      'is followed by what somebody slipped in',
      { starttls: '220 go\r\n250 injected' },
      { cause: 'not-smtp' },
    ],
    ['is cut', { starttls: cut }, { stage: 'tls', cause: 'cut' }],
    [
      'hangs',
      {
        starttls: (peer: Peer) => {
          peer.say('220 go\r\n');
          return wait(2000);
        },
      },
      { stage: 'tls', cause: 'timeout' },
    ],
    ['says 421', { starttls: '421 later' }, { stage: 'tls' }],
  ] satisfies [string, Script, unknown][])(
    'is not what is left when STARTTLS %s',
    async (_, script, expected) => {
      const server = await tries.serve(script);
      expect(
        await deliver(server.port, tries.small(), {
          account: { security: 'starttls' },
          limits: patienceFor(expected),
        }),
      ).toMatchObject(expected);
      expect(server.lines.filter((line) => /^(AUTH|MAIL)/.test(line))).toEqual([]);
    },
  );

  it.each([
    ['greets in plain text', '220 hello', 'no-tls'],
    ['cuts the handshake', cut, 'cut'],
    ['lets the handshake hang', never, 'timeout'],
  ] as const)('is not what is left when a server for TLS %s', async (_, greeting, cause) => {
    const server = await tries.serve({ greeting });
    expect(
      await deliver(server.port, tries.small(), {
        account: { security: 'tls' },
        limits: patienceFor([cause]),
      }),
    ).toMatchObject({ stage: 'tls', cause });
  });
});
