import { once } from 'node:events';
import { takeSenderLock } from '../../src/mail/sender-lock.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';

/** A process of its own that wants to send: says `locked` or `taken`; holds the lock until its input ends. */
async function run(outbox: string): Promise<void> {
  process.stdout.write('ready\n');
  await nextLine();
  const locking = await takeSenderLock(outbox, { files: nodeFiles, storage: nodeStorage });
  process.stdout.write(`${locking.kind}\n`);
  await nextLine();
  if (locking.kind === 'locked') await locking.lock.release();
  process.stdin.destroy();
}

async function nextLine(): Promise<void> {
  await once(process.stdin, 'data');
}
void run(process.argv[2] ?? '');
