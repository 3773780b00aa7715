import { setTimeout as wait } from 'node:timers/promises';
import { startServer, type Peer, type ScriptedServer } from '../system/mail/scripted-server.ts';
import type { Random } from './random.ts';

export interface FlakyServer {
  readonly port: number;
  /** By message id: how often the server kept the mail. */
  readonly taken: ReadonlyMap<string, number>;
  /** All whose final dot came. */
  readonly messages: readonly string[];
  /** From now on it does everything right. */
  behave(): void;
  close(): Promise<void>;
}

type Step = 'greeting' | 'ehlo' | 'auth' | 'mail' | 'rcpt' | 'data';

const RIGHT: Readonly<Record<Step, string>> = {
  greeting: '220 flaky.test ESMTP',
  ehlo: '250-flaky.test\r\n250-AUTH PLAIN\r\n250 SIZE 50000000',
  auth: '235 welcome',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
};
const WRONG: Readonly<Record<Step, readonly [string, ...string[]]>> = {
  greeting: ['421 4.3.2 busy', '554 no service'],
  ehlo: ['421 4.3.2 busy'],
  auth: ['454 4.7.0 try later', '535 5.7.8 wrong'],
  mail: ['451 4.3.0 later', '421 4.4.2 closing', '501 5.1.7 bad sender'],
  rcpt: ['450 4.2.0 greylisted', '550 5.1.1 no such user', '421 closing'],
  data: ['451 4.3.0 later', '554 5.5.1 no'],
};

/** At each step, now and then: refuses, cuts, dawdles, says nothing; after the final dot with the mail or without it. */
export async function startFlakyServer(random: Random, faults: number): Promise<FlakyServer> {
  const taken = new Map<string, number>();
  let left = faults;
  const isFaulty = () => left > 0 && random.chance(0.12) && left-- > 0;
  const at = (step: Step) => async (peer: Peer) => {
    if (!isFaulty()) return RIGHT[step];
    switch (random.pick(['refuse', 'refuse', 'cut', 'late', 'silent'])) {
      case 'refuse':
        return random.pick(WRONG[step]);
      case 'late':
        await wait(random.between(1, 40));
        return RIGHT[step];
      case 'silent':
        await wait(SILENCE);
        return undefined;
      default:
        peer.cut();
        return undefined;
    }
  };
  const data = async (peer: Peer) => {
    if (!isFaulty() || random.chance(0.5)) return at('data')(peer);
    peer.say(`${RIGHT.data}\r\n`);
    await peer.bytes(random.between(1, 20_000));
    peer.cut();
    return undefined;
  };
  let seen = 0;
  const reply = async (peer: Peer) => {
    // Broken off inside: there was no final dot.
    if (server.messages.length === seen) return undefined;
    seen = server.messages.length;
    const fault = isFaulty() ? random.pick(AFTER_THE_DOT) : 'kept, said';
    if (fault.startsWith('kept')) {
      const id = /^Message-ID: *<(.*)>/im.exec(server.messages.at(-1) ?? '')?.[1] ?? '';
      taken.set(id, (taken.get(id) ?? 0) + 1);
    }
    if (fault.endsWith('cut')) peer.cut();
    if (fault.endsWith('silent')) await wait(SILENCE);
    if (fault.endsWith('late')) await wait(random.between(1, 60));
    if (fault === 'refused') return random.pick(['451 4.3.0 not now', '554 5.7.1 no']);
    return fault.endsWith('said') || fault.endsWith('late') ? '250 2.0.0 kept' : undefined;
  };
  const server: ScriptedServer = await startServer({
    greeting: at('greeting'),
    ehlo: at('ehlo'),
    auth: at('auth'),
    mail: at('mail'),
    rcpt: at('rcpt'),
    data,
    reply,
  });
  return {
    port: server.port,
    taken,
    messages: server.messages,
    behave: () => {
      left = 0;
    },
    close: () => server.close(),
  };
}

/** Milliseconds; longer than the patience of whoever sends. */
const SILENCE = 700;
const AFTER_THE_DOT = [
  'kept, cut',
  'kept, cut',
  'kept, late',
  'kept, silent',
  'lost, cut',
  'lost, silent',
  'refused',
] as const;
