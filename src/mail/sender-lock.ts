import path from 'node:path';
import { FileError, type Files, type Owner, type Storage } from '../system/system.ts';

export interface Disk {
  readonly files: Files;
  readonly storage: Storage;
}

export interface SenderLock {
  /** Absolute. */
  readonly path: string;
  release(): Promise<void>;
}

/** Who else sends from this outbox, or may. */
export interface OtherSender {
  /** Absolute; to be deleted by a person where its machine sends no more. */
  readonly path: string;
  /** Undefined where the name of the lock does not say. */
  readonly owner?: Owner;
  /** `elsewhere`: of another machine, which nobody can ask from here. */
  readonly state: 'alive' | 'elsewhere';
}

export type Locking =
  | { readonly kind: 'locked'; readonly lock: SenderLock }
  | { readonly kind: 'taken'; readonly by: OtherSender };

/** What is done under the lock; locks of different kinds do not meet. */
export type LockKind = 'sending' | 'confirming';

const NAME = /^[a-z]+-(.*)-(\d{1,10})-(\d{1,15})\.lock$/;

/**
 * The right to send from an outbox. Each sender first leaves a file that bears its name, then looks for others: of two
 * that start at once, whoever looks last sees the other one, so at most one goes on; it may be that none does.
 * Files of the dead are cleared away.
 */
export async function takeSenderLock(
  outbox: string,
  disk: Disk,
  kind: LockKind = 'sending',
): Promise<Locking> {
  const { owner } = disk.storage;
  const own = path.join(outbox, lockName(owner, kind));
  const made = await makeLock(own, disk);
  if (!made) return { kind: 'taken', by: { path: own, owner, state: 'alive' } };
  try {
    const { others, dead } = await lookAround(outbox, disk, kind);
    for (const file of dead) await disk.storage.removeFolder(file);
    const [other] = others;
    if (!other) return { kind: 'locked', lock: { path: own, release: () => disk.storage.removeFolder(own) } };
    await disk.storage.removeFolder(own);
    return { kind: 'taken', by: other };
  } catch (error) {
    await disk.storage.removeFolder(own);
    throw error;
  }
}

/** False where this very process sends from there already. */
async function makeLock(own: string, { storage }: Disk): Promise<boolean> {
  try {
    await (await storage.createFile(own)).close();
    return true;
  } catch (error) {
    if (error instanceof FileError && error.kind === 'busy') return false;
    throw error;
  }
}

/** All but this very process. */
export async function otherSenders(outbox: string, disk: Disk): Promise<readonly OtherSender[]> {
  if (!(await disk.files.exists(outbox))) return [];
  return (await lookAround(outbox, disk, 'sending')).others;
}

async function lookAround(
  outbox: string,
  { files, storage }: Disk,
  kind: LockKind,
): Promise<{ readonly others: readonly OtherSender[]; readonly dead: readonly string[] }> {
  const own = lockName(storage.owner, kind);
  const others: OtherSender[] = [];
  const dead: string[] = [];
  for (const { name } of await files.list(outbox)) {
    if (name === undefined || name === own || !name.startsWith(`${kind}-`) || !name.endsWith('.lock'))
      continue;
    const file = path.join(outbox, name);
    const owner = ownerOf(name);
    const state = owner ? await storage.isAlive(owner) : 'elsewhere';
    if (state === 'dead') dead.push(file);
    else others.push({ path: file, ...(owner && { owner }), state });
  }
  return { others, dead };
}

function lockName({ host, pid, since }: Owner, kind: LockKind): string {
  return `${kind}-${escapeHost(host)}-${pid}-${since}.lock`;
}

function ownerOf(name: string): Owner | undefined {
  const match = NAME.exec(name);
  if (!match) return undefined;
  const [, written = '', pid, since] = match;
  const host = unescapeHost(written);
  return host === undefined ? undefined : { host, pid: Number(pid), since: Number(since) };
}

/** Names of machines may hold what no file name may, and what no two systems write alike. */
function escapeHost(host: string): string {
  return encodeURIComponent(host.replace(/\p{Cs}/gu, '?')).replace(
    /[!'()*~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
}

function unescapeHost(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    // URIError: not as we write it.
    return undefined;
  }
}
