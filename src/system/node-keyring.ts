import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { MailAccount } from '../model/mail.ts';
import type { Keyring } from './system.ts';

const SERVICE = 'four-ones';
/** So long it may take; one that waits for somebody to unlock it would wait for ever. */
const SECONDS = 3;

/**
 * Runs in a process of its own: a keyring that waits for somebody to unlock it holds a native thread, and with it
 * whatever process asked, for good. On Linux only the desktop's keyring will do: the kernel's forgets at a restart.
 * The password goes through pipes alone.
 */
const CHILD = `
const [library, service, user, task] = process.argv.slice(1);
const { AsyncEntry } = require(library);
const entry = new AsyncEntry(service, user, { linux: { store: 'secret-service' } });
const reading = task !== 'write';
const secret = reading ? '' : require('node:fs').readFileSync(0, 'utf8');
const work = reading ? entry.getPassword() : entry.setPassword(secret).then(() => entry.getPassword());
work.then(
  (found) => {
    if (task === 'read') process.stdout.write(found ?? '');
    const known = found !== null && found !== undefined;
    process.exitCode = task === 'look' || (reading ? known : found === secret) ? 0 : 1;
  },
  () => { process.exitCode = 1; },
);
`;

export function createKeyring(library = '@napi-rs/keyring', seconds = SECONDS): Keyring {
  const chest = { library, seconds };
  return {
    read: async (account) => {
      const { ok, output } = await ask(chest, 'read', account, '');
      return ok && output !== '' ? output : undefined;
    },
    isThere: async () => (await ask(chest, 'look', NOBODY, '')).ok,
    write: async (account, password) => (await ask(chest, 'write', account, password)).ok,
  };
}

/** A keyring that answers that it knows nothing of this one is there. */
const NOBODY = { host: 'four-ones.invalid', user: 'nobody' };

interface Answer {
  readonly ok: boolean;
  readonly output: string;
}
const NONE: Answer = { ok: false, output: '' };

interface Chest {
  readonly library: string;
  readonly seconds: number;
}

async function ask(
  { library, seconds }: Chest,
  task: 'read' | 'write' | 'look',
  { host, user }: Pick<MailAccount, 'host' | 'user'>,
  input: string,
): Promise<Answer> {
  const place = locate(library);
  return place === undefined ? NONE : runChild([place, SERVICE, `${user}@${host}`, task], input, seconds);
}

/** Undefined where it is not installed: it is made for some platforms only. */
function locate(library: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(library);
  } catch {
    return undefined;
  }
}

function runChild(args: readonly string[], input: string, seconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', CHILD, '--', ...args], {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    // One that has ended already takes no input; its status says the rest.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', () => {
      clearTimeout(timer);
      resolve(NONE);
    });
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve(status === 0 ? { ok: true, output: Buffer.concat(chunks).toString('utf8') } : NONE);
    });
  });
}
