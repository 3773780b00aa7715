import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createMail } from '../../../src/system/node-mail.ts';
import { cut, deliver, drip, failed, inDoubt, never, patienceFor, prepareTries, refused } from './deliver.ts';
import type { Script } from './scripted-server.ts';

const tries = prepareTries();
const quiet = createMail(new AbortController().signal);

const AT_SENDING: [string, Script, unknown][] = [
  ['refuses the size at MAIL', { mail: '552 5.3.4 too big' }, failed(refused('from', 552))],
  [
    'refuses the sender',
    { mail: '501 mail from address must be same as authorization user' },
    failed(refused('from', 501)),
  ],
  ['says 421 at MAIL', { mail: '421 closing' }, failed(refused('from', 421))],
  ['cuts at MAIL', { mail: cut }, failed({ stage: 'from', cause: 'cut' })],
  ['never answers MAIL', { mail: never }, failed({ stage: 'from', cause: 'timeout' })],
  ['drips its answer to MAIL', { mail: drip }, failed({ stage: 'from', cause: 'timeout' })],
  ['answers MAIL with 354', { mail: '354 what' }, failed({ stage: 'from', cause: 'not-smtp' })],
  ['defers the recipient', { rcpt: '450 4.2.0 greylisted' }, failed(refused('recipient', 450))],
  [
    'refuses the recipient',
    { rcpt: '550 5.1.1 no such user' },
    failed(refused('recipient', 550, 'no such user')),
  ],
  ['says 421 at RCPT', { rcpt: '421 closing' }, failed(refused('recipient', 421))],
  ['refuses DATA', { data: '451 disk' }, failed(refused('data', 451))],
  ['says 421 at DATA', { data: '421 closing' }, failed(refused('data', 421))],
  ['never answers DATA', { data: never }, failed({ stage: 'data', cause: 'timeout' })],
  ['takes DATA with 250', { data: '250 go on' }, failed({ stage: 'data', cause: 'not-smtp' })],
  ['accepts before anything was sent', { data: '354 go\r\n250 thanks' }, failed({ cause: 'not-smtp' })],
];

describe('before a byte of the message went out, a server that', () => {
  describe.each(['', '250-PIPELINING\r\n'])('%s', (extension) => {
    it.each(AT_SENDING)('%s does not hold it', async (_, script, expected) => {
      const ehlo = `250-scripted.test\r\n${extension}250-AUTH PLAIN\r\n250 SIZE 50000000`;
      const server = await tries.serve({ ehlo, ...script });
      expect(await deliver(server.port, tries.small(), { limits: patienceFor(expected) })).toMatchObject(
        Object(expected),
      );
      expect(server.messages).toEqual([]);
    });

    it('wants the content of a message it refused does not get it', async () => {
      const server = await tries.serve({
        ehlo: `250-scripted.test\r\n${extension}250 AUTH PLAIN`,
        rcpt: '550 5.1.1 no such user',
      });
      expect(await deliver(server.port, tries.small())).toMatchObject(failed(refused('recipient', 550)));
      expect([server.contentBytes, server.messages]).toEqual([0, []]);
    });
  });

  it('says how much it takes gets nothing of more than that', async () => {
    const size = await quiet.measure(tries.small());
    const server = await tries.serve({ ehlo: `250-x\r\n250-AUTH PLAIN\r\n250 SIZE ${size - 1}` });
    expect(await deliver(server.port, tries.small())).toEqual(failed({ stage: 'from', cause: 'too-large' }));
    expect(server.lines.filter((line) => /^(MAIL|RCPT|DATA)/.test(line))).toEqual([]);
    const enough = await tries.serve({ ehlo: `250-x\r\n250-AUTH PLAIN\r\n250 SIZE ${size}` });
    expect(await deliver(enough.port, tries.small())).toMatchObject({ kind: 'accepted' });
    expect(enough.lines).toContain(`MAIL FROM:<${tries.small().from}> SIZE=${size}`);
  });
});

const IN_THE_CONTENT: [string, Script, unknown][] = [
  [
    'cuts',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.cut();
      },
    },
    failed({ stage: 'content', cause: 'cut' }),
  ],
  [
    'closes',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.end();
      },
    },
    failed({ stage: 'content', cause: 'cut' }),
  ],
  [
    'takes nothing more',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.sleep();
        await wait(3000);
      },
    },
    failed({ stage: 'content', cause: 'timeout' }),
  ],
  [
    'says 552',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.say('552 5.3.4 too big\r\n');
        await wait(1000);
      },
    },
    failed(refused('content', 552)),
  ],
  [
    'says 421',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.say('421 closing\r\n');
        peer.end();
      },
    },
    failed(refused('content', 421)),
  ],
  [
    'accepts',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.say('250 queued\r\n');
        await wait(1000);
      },
    },
    failed({ stage: 'content', cause: 'not-smtp' }),
  ],
  [
    'talks nonsense',
    {
      content: async (peer) => {
        await peer.bytes(100_000);
        peer.say('hello?\r\n');
        await wait(1000);
      },
    },
    failed({ stage: 'content', cause: 'not-smtp' }),
  ],
];

describe('in the middle of the message, a server that', () => {
  it.each(IN_THE_CONTENT)('%s does not hold it', async (_, script, expected) => {
    const server = await tries.serve(script);
    expect(await deliver(server.port, tries.large(), { limits: patienceFor(expected) })).toMatchObject(
      Object(expected),
    );
    expect(server.messages).toEqual([]);
  });
});

const AFTER_THE_DOT: [string, Script, unknown][] = [
  ['accepts', {}, { kind: 'accepted', reply: { code: 250, enhanced: '2.0.0', text: 'queued as 4711' } }],
  [
    'accepts over several lines',
    { reply: '250-2.0.0 one\r\n250-2.0.0 two\r\n250 2.0.0 three' },
    { kind: 'accepted', reply: { code: 250, text: 'one two three' } },
  ],
  [
    'accepts and is gone',
    {
      reply: (peer) => {
        peer.say('250 ok\r\n');
        peer.end();
      },
    },
    { kind: 'accepted' },
  ],
  ['cuts', { reply: cut }, inDoubt({ stage: 'reply', cause: 'cut' })],
  [
    'closes',
    {
      reply: (peer) => {
        peer.end();
      },
    },
    inDoubt({ stage: 'reply', cause: 'cut' }),
  ],
  ['never answers', { reply: never }, inDoubt({ stage: 'reply', cause: 'timeout' })],
  ['drips its answer', { reply: drip }, inDoubt({ stage: 'reply', cause: 'timeout' })],
  [
    'answers with half a line',
    {
      reply: (peer) => {
        peer.say('554 5.7.1 sp');
        peer.end();
      },
    },
    inDoubt({ stage: 'reply', cause: 'cut' }),
  ],
  ['answers with nonsense', { reply: 'thanks!' }, inDoubt({ stage: 'reply', cause: 'not-smtp' })],
  ['answers with 354', { reply: '354 go on' }, inDoubt({ stage: 'reply', cause: 'not-smtp' })],
  ['refuses', { reply: '554 5.7.1 spam' }, failed(refused('reply', 554, 'spam'))],
  ['defers', { reply: '451 4.3.0 later' }, failed(refused('reply', 451))],
  ['says 421', { reply: '421 4.3.0 closing' }, failed(refused('reply', 421))],
];

describe('after the final dot, a server that', () => {
  it.each(AFTER_THE_DOT)('%s: what is known is said, and no more', async (_, script, expected) => {
    const server = await tries.serve(script);
    expect(await deliver(server.port, tries.small(), { limits: patienceFor(expected) })).toMatchObject(
      Object(expected),
    );
    expect(server.messages).toHaveLength(1);
  });
});
