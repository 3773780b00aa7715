import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import PostalMime from 'postal-mime';
import { prepareSend } from '../../src/commands/prepare-send.ts';
import { send } from '../../src/commands/send.ts';
import { settleDelivery } from '../../src/commands/settle-delivery.ts';
import { Interrupted } from '../../src/model/problems.ts';
import type { PlannedDelivery } from '../../src/model/send.ts';
import { createMail } from '../../src/system/node-mail.ts';
import { createNodeSystem } from '../../src/system/node-system.ts';
import type { Storage, System } from '../../src/system/system.ts';
import { PASSWORD, USER } from '../cli/mail-server.ts';
import { WITH_PASSWORD } from '../cli/mail-project.ts';
import { startCli } from '../cli/project.ts';
import { home } from '../run-cli.ts';
import { startFlakyServer, type FlakyServer } from './flaky-server.ts';
import { createRandom, type Random } from './random.ts';

export interface SoakResult {
  /** How often it was started until all was sent. */
  readonly starts: number;
  readonly crashes: number;
  readonly doubts: number;
  /** What must never be; empty. */
  readonly wrong: readonly string[];
}

/** From then on nothing goes wrong any more, so that it ends. */
const WILD_STARTS = 8;
const MOST_STARTS = 40;
const real = createNodeSystem({
  home: new URL(`file://${home}/`),
  threadEntry: new URL(`file://${home}/bin/probe-thread.js`),
});

/**
 * One outbox, started again and again until everything is sent, with faults of the server, interruptions and crashes
 * drawn from the seed. Whoever is in doubt asks the recipient, who knows.
 */
export async function soak(seed: number, packed: string, killing: boolean): Promise<SoakResult> {
  const random = createRandom(seed);
  const folder = await mkdtemp(path.join(tmpdir(), 'four-ones-soak-'));
  const server = await startFlakyServer(random, random.between(1, 8));
  try {
    await cp(packed, path.join(folder, 'outbox'), { recursive: true });
    await configure(folder, server, random.pick(['35M', '60K', '60K', '45K']));
    return await sendUntilDone({ folder, server, random, killing });
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Soaking {
  readonly folder: string;
  readonly server: FlakyServer;
  readonly random: Random;
  /** By real processes and kill -9, instead of in this one. */
  readonly killing: boolean;
}

async function configure(folder: string, { port }: FlakyServer, limit: string): Promise<void> {
  const mail = { host: '127.0.0.1', port, user: USER, limit, pause: 0, retries: [0.01, 0.02], timeout: 0.3 };
  const config = { org: '学院', contact: { name: '王老师' }, mail };
  await writeFile(path.join(folder, 'four-ones.yaml'), JSON.stringify(config));
}

async function sendUntilDone(soaking: Soaking): Promise<SoakResult> {
  const { folder, server, random, killing } = soaking;
  const counts = { starts: 0, crashes: 0, doubts: 0 };
  for (;;) {
    counts.starts += 1;
    if (counts.starts > WILD_STARTS) server.behave();
    const wild = counts.starts <= WILD_STARTS;
    const crashed = await (killing && wild ? startAndKill(soaking) : startHere(soaking, wild));
    if (crashed) counts.crashes += 1;
    const { plan } = await prepareSend({}, systemAt(folder));
    for (const delivery of plan.deliveries.filter(({ decision }) => decision.kind === 'in-doubt')) {
      counts.doubts += 1;
      await settleTruly(delivery, soaking);
    }
    const open = plan.deliveries.filter(({ decision }) => decision.kind !== 'already');
    if (open.length === 0) return { ...counts, wrong: await wrongs(soaking, plan.deliveries) };
    if (counts.starts > MOST_STARTS) return { ...counts, wrong: [`not done: ${JSON.stringify(open)}`] };
    // The order of faults shall not hang on how fast this machine is.
    if (random.chance(0.1)) await wait(1);
  }
}

function systemAt(folder: string): System {
  return { ...real, environment: { ...real.environment, workingFolder: folder } };
}

class Crash extends Error {}

/** In this process: with interruptions, and writes to the ledger after which nothing more is done. True: it crashed. */
async function startHere({ folder, random }: Soaking, wild: boolean): Promise<boolean> {
  const interruption = new AbortController();
  const interrupted = interruption.signal;
  const at = systemAt(folder);
  const storage = wild && random.chance(0.35) ? crashing(at.storage, random) : at.storage;
  const system: System = { ...at, interrupted, mail: createMail(interrupted), storage };
  if (wild && random.chance(0.2))
    setTimeout(
      () => {
        interruption.abort();
      },
      random.between(0, 120),
    ).unref();
  const patience = wild ? { replySeconds: 0.3, acceptSeconds: 0.4 } : { replySeconds: 60, acceptSeconds: 60 };
  try {
    const prepared = await prepareSend({}, system);
    const pace = { ...prepared.pace, limits: patience };
    await send({ ...prepared, pace }, { password: PASSWORD }, system);
    return false;
  } catch (error) {
    // Interrupted before anything was begun.
    if (error instanceof Interrupted) return false;
    if (!(error instanceof Crash)) throw error;
    return true;
  }
}

/** A process that ends at a write to the ledger: before it, in the middle of the line, or right after it. */
function crashing(storage: Storage, random: Random): Storage {
  let left = random.between(1, 12);
  return {
    ...storage,
    appendLine: async (file, line) => {
      left -= 1;
      if (left > 0) return storage.appendLine(file, line);
      const kind = random.pick(['before', 'inside', 'after']);
      if (kind === 'inside') {
        const torn = Buffer.from(line).subarray(0, random.between(1, Buffer.byteLength(line) - 1));
        await writeFile(file, torn, { flag: 'a' });
      }
      if (kind === 'after') await storage.appendLine(file, line);
      throw new Crash();
    },
  };
}

/** A real process, killed somewhere on its way. True: it was killed. */
async function startAndKill({ folder, random }: Soaking): Promise<boolean> {
  const { child, ended } = startCli(['send', '--yes'], { cwd: folder, env: WITH_PASSWORD });
  const timer = setTimeout(() => child.kill('SIGKILL'), random.between(150, 2500));
  const { exit } = await ended;
  clearTimeout(timer);
  return exit === null;
}

/** The recipient is asked: what has arrived is known there. A bundle has one mail in doubt at most. */
async function settleTruly({ bundle, to = '' }: PlannedDelivery, { folder, server }: Soaking): Promise<void> {
  const doubtful = new Set<string>();
  for (const { state, messageId, by } of (await ledgerOf(folder)).filter(
    (entry) => entry.bundle === bundle,
  )) {
    if (by !== undefined) doubtful.clear();
    else if (messageId !== undefined && (state === 'sending' || state === 'in-doubt'))
      doubtful.add(messageId);
    else if (messageId !== undefined && state !== 'planned') doubtful.delete(messageId);
  }
  const [id = '', ...others] = doubtful;
  if (id === '' || others.length > 0)
    throw new Error(`${doubtful.size} mails of ${bundle} to ${to} are in doubt`);
  const word = server.taken.has(id) ? 'sent' : 'not-sent';
  await settleDelivery({ bundle, word, by: '王老师' }, systemAt(folder));
}

interface Recorded {
  readonly bundle: string;
  readonly state: string;
  readonly messageId?: string;
  readonly by?: string;
}

async function ledgerOf(folder: string): Promise<readonly Recorded[]> {
  const text = await readFile(path.join(folder, 'outbox', 'ledger.jsonl'), 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Recorded];
    } catch {
      // The end of a crash.
      return [];
    }
  });
}

/** Lost, doubled, not told truly: what the recipient has against what was packed and what the ledger says. */
async function wrongs(
  { folder, server }: Soaking,
  deliveries: readonly PlannedDelivery[],
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [id, times] of server.taken) if (times > 1) wrong.push(`${id} came ${times} times`);
  for (const { state, messageId } of await ledgerOf(folder))
    if (state === 'sent' && messageId !== undefined && !server.taken.has(messageId))
      wrong.push(`${messageId} is recorded as sent, and never came`);
  const arrived = await attachmentsOf(server);
  for (const { bundle } of deliveries)
    wrong.push(...(await faultsOf(bundle, path.join(folder, 'outbox'), arrived)));
  return wrong;
}

type Attachments = ReadonlyMap<string, readonly Buffer[]>;

/** By name, of every mail that the recipient has, each of them once. */
async function attachmentsOf({ messages, taken }: FlakyServer): Promise<Attachments> {
  const byId = new Map(messages.map((message) => [idOf(message), message]));
  const found = new Map<string, Buffer[]>();
  for (const [id, message] of byId) {
    if (!taken.has(id)) continue;
    for (const { filename, content } of (await PostalMime.parse(Buffer.from(message, 'latin1')))
      .attachments) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(new Uint8Array(content));
      found.set(filename ?? '', [...(found.get(filename ?? '') ?? []), bytes]);
    }
  }
  return found;
}

/** The zip, or every file: once, and byte by byte. */
async function faultsOf(bundle: string, outbox: string, arrived: Attachments): Promise<readonly string[]> {
  const all = (await readdir(path.join(outbox, bundle))).filter((name) => name !== 'manifest-sha256.txt');
  const materials = all.filter((name) => name !== '报送清单.docx');
  const zip = `${bundle}.zip`;
  const expected = arrived.has(zip) ? [zip] : materials.length === 1 ? materials : all;
  const wrong: string[] = [];
  for (const name of expected) {
    const packed = await readFile(path.join(outbox, name === zip ? '' : bundle, name));
    const right = (arrived.get(name) ?? []).filter((bytes) => bytes.equals(packed));
    if (right.length !== 1) wrong.push(`${name} of ${bundle} came ${right.length} times`);
  }
  return wrong;
}

function idOf(message: string): string {
  return /^Message-ID: *<(.*)>/im.exec(message)?.[1] ?? '';
}
