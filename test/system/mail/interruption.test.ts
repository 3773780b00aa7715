import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Interrupted } from '../../../src/model/problems.ts';
import { deliver, dial, failed, inDoubt, prepareTries } from './deliver.ts';
import type { Peer } from './scripted-server.ts';

const tries = prepareTries();
afterEach(() => {
  vi.useRealTimers();
});

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

  it('while the next piece is being read from the disk leaves no clock that holds the program back', async () => {
    const { signal, stop } = interrupting();
    const server = await tries.serve({});
    const opening = await dial(server.port, { signal, limits: { replySeconds: 30, acceptSeconds: 30 } });
    if (opening.kind === 'failed') throw new Error(JSON.stringify(opening.failure));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    // The next piece is asked for before the next tick, and comes later.
    const outcome = await opening.session.send(tries.large(), () => {
      process.nextTick(stop);
    });
    expect(outcome).toEqual(failed({ stage: 'content', cause: 'interrupted' }));
    await wait(100);
    expect(vi.getTimerCount()).toBe(0);
  });
});
