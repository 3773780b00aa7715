import { describe, expect, it } from 'vitest';
import type { DeliveryOutcome, MailFailure } from '../../../src/model/mail.ts';
import { createMail } from '../../../src/system/node-mail.ts';
import { bytesOf, mailOf, someBytes } from './messages.ts';
import { deliver, HASTY, prepareTries } from './deliver.ts';
import type { Peer } from './scripted-server.ts';

const tries = prepareTries();

/** Numbers that look like chance and are the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ENDINGS: readonly ((peer: Peer) => void)[] = [
  (peer) => {
    peer.cut();
  },
  (peer) => {
    peer.end();
  },
  (peer) => {
    peer.say('452 4.3.1 no room\r\n');
  },
  (peer) => {
    peer.say('421 4.3.2 closing\r\n');
    peer.end();
  },
];

/** What the client says of it must be true of the server, wherever the line breaks. */
async function breakAnywhere(seed: number): Promise<void> {
  const random = seeded(seed);
  const attachment = await tries
    .folder()
    .attach('材料.zip', someBytes(Math.floor(random() ** 3 * 3_000_000)));
  const message = mailOf({ attachments: [attachment] });
  const size = (await bytesOf(createMail(new AbortController().signal).write(message))).length;
  // Every third time close to the dot, before and after it.
  const place = seed % 3 === 0 ? size - 20 + Math.floor(random() * 40) : Math.floor(random() * size);
  const ending = ENDINGS[Math.floor(random() * ENDINGS.length)];
  const server = await tries.serve({
    content: async (peer) => {
      await peer.bytes(Math.max(place, 1));
      ending?.(peer);
      for (let line = await peer.line(); line !== undefined && line !== '.'; line = await peer.line());
    },
    reply: () => undefined,
  });
  const outcome = await deliver(server.port, message, { limits: HASTY });
  // This server never said yes, and never heard the whole message before it said no.
  expect(kindOf(outcome)).not.toBe('accepted');
  if (place < size - 1_000_000) expect(kindOf(outcome)).toBe('failed');
  await server.close();
}

function kindOf(outcome: DeliveryOutcome | MailFailure): string {
  return 'kind' in outcome ? outcome.kind : outcome.cause;
}

describe('a line that breaks anywhere in a message', () => {
  it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'is never taken for a delivery, and what is certain is said to be certain (%i)',
    breakAnywhere,
  );

  it.each([
    ['held, and says so', '250 2.0.0 held\r\n', 'accepted'],
    ['held, and says nothing', '', 'in-doubt'],
    ['not held, and says so', '451 4.3.0 no\r\n', 'failed'],
  ])('is told apart from one that broke when all was out: %s', async (_, words, expected) => {
    const reply = (peer: Peer) => {
      peer.say(words);
      peer.end();
    };
    const server = await tries.serve({ reply });
    expect(kindOf(await deliver(server.port, tries.small()))).toBe(expected);
    expect(server.messages).toHaveLength(1);
  });
});
