import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { createMail } from '../../../src/system/node-mail.ts';
import { dial, failed, prepareTries, refused } from './deliver.ts';
import { mailOf, someBytes } from './messages.ts';
import type { Peer, Script } from './scripted-server.ts';

const tries = prepareTries();
const quiet = createMail(new AbortController().signal);

describe('one log-in', () => {
  const opened = async (script: Script) => {
    const server = await tries.serve(script);
    const opening = await dial(server.port);
    if (opening.kind === 'failed') throw new Error(JSON.stringify(opening.failure));
    return { server, session: opening.session };
  };

  it('serves many messages, a refused one among them', async () => {
    let count = 0;
    const rcpt = (peer: Peer) => {
      peer.say(++count === 2 ? '550 no\r\n' : '250 ok\r\n');
    };
    const { server, session } = await opened({ rcpt });
    const kinds: string[] = [];
    for (let round = 0; round < 4; round++) kinds.push((await session.send(tries.small())).kind);
    expect(kinds).toEqual(['accepted', 'failed', 'accepted', 'accepted']);
    expect(server.lines.filter((line) => /^(AUTH|RSET)/.test(line)).map((line) => line.slice(0, 4))).toEqual([
      'AUTH',
      'RSET',
    ]);
    await session.close();
    expect(server.messages).toHaveLength(3);
    expect(server.lines.at(-1)).toBe('QUIT');
  });

  it.each([
    [
      'closes',
      (peer: Peer) => {
        peer.say('250 ok\r\n');
        setTimeout(() => {
          peer.end();
        }, 50);
      },
      { stage: 'from', cause: 'cut' },
    ],
    [
      'says 421',
      (peer: Peer) => {
        peer.say('250 ok\r\n');
        setTimeout(() => {
          peer.say('421 idle\r\n');
          peer.end();
        }, 50);
      },
      refused('from', 421),
    ],
    [
      'says too much',
      (peer: Peer) => {
        peer.say('250 ok\r\n');
        setTimeout(() => {
          peer.say('250 once more\r\n');
        }, 50);
      },
      { cause: 'not-smtp' },
    ],
  ])(
    'is over when the server %s between two messages, and the next is certainly not held',
    async (_, reply, expected) => {
      const { server, session } = await opened({ reply });
      expect((await session.send(tries.small())).kind).toBe('accepted');
      expect(session.isOpen).toBe(true);
      await vi.waitFor(
        () => {
          expect(session.isOpen).toBe(false);
        },
        { timeout: 20_000 },
      );
      expect(await session.send(tries.small())).toMatchObject(failed(expected));
      await session.close();
      expect(server.messages).toHaveLength(1);
    },
  );

  it('shows the bytes that went, up to the last', async () => {
    const { session } = await opened({});
    const seen: number[] = [];
    await session.send(tries.large(), (sent) => seen.push(sent));
    await session.close();
    expect(seen.at(-1)).toBe(await quiet.measure(tries.large()));
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('ends before the message does when an attachment is no longer the same', async () => {
    const attachment = await tries.folder().attach('材料.zip', someBytes(500_000));
    const { server, session } = await opened({});
    const outcome = await session.send(mailOf({ attachments: [{ ...attachment, sha256: '0'.repeat(64) }] }));
    expect(outcome).toMatchObject(failed({ stage: 'content', cause: 'attachment-changed' }));
    expect(session.isOpen).toBe(false);
    await session.close();
    await wait(100);
    expect(server.messages).toEqual([]);
  });
});
