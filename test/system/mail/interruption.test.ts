import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Interrupted } from '../../../src/model/problems.ts';
import { deliver, failed, inDoubt, prepareTries } from './deliver.ts';
import type { Peer } from './scripted-server.ts';

const tries = prepareTries();

describe('an interruption', () => {
  const interrupting = () => {
    const controller = new AbortController();
    return {
      signal: controller.signal,
      stop: () => {
        controller.abort(new Interrupted());
      },
    };
  };

  it.each([
    ['while waiting for the greeting', 'greeting', { stage: 'greeting', cause: 'interrupted' }],
    ['at log-in', 'auth', { stage: 'login', cause: 'interrupted' }],
    ['at MAIL', 'mail', failed({ stage: 'from', cause: 'interrupted' })],
    ['in the middle of the content', 'content', failed({ stage: 'content', cause: 'interrupted' })],
    ['after the dot', 'reply', inDoubt({ stage: 'reply', cause: 'interrupted' })],
  ] as const)('%s is obeyed at once, and what it leaves is known', async (_, step, expected) => {
    const { signal, stop } = interrupting();
    const act = async (peer: Peer) => {
      if (step === 'content') await peer.bytes(100_000);
      await wait(30);
      stop();
    };
    const server = await tries.serve({ [step]: act });
    const patient = { replySeconds: 20, acceptSeconds: 20 };
    const started = performance.now();
    const message = step === 'content' ? tries.large() : tries.small();
    expect(await deliver(server.port, message, { signal, limits: patient })).toMatchObject(expected);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('before it dials keeps it from dialling', async () => {
    const { signal, stop } = interrupting();
    stop();
    const server = await tries.serve({});
    expect(await deliver(server.port, tries.small(), { signal })).toEqual({
      stage: 'connect',
      cause: 'interrupted',
    });
    expect(server.connections).toBe(0);
  });
});
