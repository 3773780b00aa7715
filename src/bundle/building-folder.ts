import { createHash } from 'node:crypto';
import path from 'node:path';
import * as z from 'zod/mini';
import { FileError, type Files, type Owner, type Rename, type Storage } from '../system/system.ts';
import { bytesOf, MOST_NAME_BYTES } from './fit-name.ts';

/**
 * A bundle is built aside, in a folder whose very name says who builds there: there is no moment at which it exists
 * without an owner. Once all of it lies on the disk, a journal is written into it; from then on whoever finds it
 * finishes the work, before that whoever finds it without a living owner throws it away.
 */
const PREFIX = '.building-';
const JOURNAL = 'commit.json';
const MOST_JOURNAL_BYTES = 65_536;

export interface Disk {
  readonly files: Files;
  readonly storage: Storage;
}

export function buildingFolder(outbox: string, owner: Owner, bundle: string): string {
  const name = [owner.pid, owner.since.toString(36), shortHash(owner.host), shortHash(bundle)].join('-');
  return path.join(outbox, PREFIX + name);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

const NAME = /^\.building-(\d+)-([0-9a-z]+)-([0-9a-f]{10})-[0-9a-f]{10}$/;

/** Finishes or throws away what dead processes left in the outbox; what lives, or works elsewhere, is left alone. */
export async function sweepOutbox(outbox: string, disk: Disk): Promise<void> {
  if (!(await disk.files.exists(outbox))) return;
  for (const { name, kind } of await disk.files.list(outbox)) {
    const match = kind === 'folder' && name !== undefined ? NAME.exec(name) : undefined;
    if (!match) continue;
    const [found, pid = '', since = '', host = ''] = match;
    const own = disk.storage.owner.host;
    if (shortHash(own) !== host) continue;
    const owner = { host: own, pid: Number(pid), since: Number.parseInt(since, 36) };
    if ((await disk.storage.isAlive(owner)) === 'dead') await settle(outbox, path.join(outbox, found), disk);
  }
}

async function settle(outbox: string, folder: string, disk: Disk): Promise<void> {
  for (const rename of await readJournal(outbox, folder, disk)) {
    const waiting = await disk.files.exists(rename.from);
    if (waiting && !(await disk.files.exists(rename.to))) await disk.storage.renameAll([rename]);
  }
  await disk.storage.flushFolder(outbox);
  await disk.storage.removeFolder(folder);
}

const plainName = z.string().check(
  z.regex(/^(?!\.{1,2}$)[^/\\\0]+$/),
  z.refine((name) => bytesOf(name) <= MOST_NAME_BYTES),
);
const journal = z.object({
  renames: z.array(z.object({ inside: z.boolean(), from: plainName, to: plainName })).check(z.maxLength(12)),
});

/** Puts the pieces in place, all at once; killed in the middle, the next run goes on from the journal. */
export async function commit(
  outbox: string,
  folder: string,
  steps: z.output<typeof journal>['renames'],
  disk: Disk,
): Promise<void> {
  try {
    await disk.files.writeAtomically(path.join(folder, JOURNAL), JSON.stringify({ renames: steps }));
    await disk.storage.flushFolder(folder);
    await disk.storage.renameAll(steps.map((step) => placed(step, outbox, folder)));
  } catch (error) {
    // Where a piece could not be taken back either, the journal stays, and the next run finishes the work.
    const inside = steps
      .filter((step) => step.inside)
      .map(({ from }) => disk.files.exists(path.join(folder, from)));
    if ((await Promise.all(inside)).every((waiting) => waiting)) await disk.storage.removeFolder(folder);
    throw error;
  }
  await disk.storage.flushFolder(outbox);
  await disk.storage.removeFolder(folder);
}

async function readJournal(outbox: string, folder: string, { files }: Disk): Promise<readonly Rename[]> {
  const place = path.join(folder, JOURNAL);
  if (!(await files.exists(place))) return [];
  const steps = await parseJournal(() => files.readWhole(place, MOST_JOURNAL_BYTES));
  return steps.map((step) => placed(step, outbox, folder));
}

/** A disk that failed may have torn it. Then nothing was promised: what lies beside it is made again from its sources. */
async function parseJournal(read: () => Promise<Uint8Array>): Promise<z.output<typeof journal>['renames']> {
  try {
    const written: unknown = JSON.parse(new TextDecoder().decode(await read()));
    return journal.safeParse(written).data?.renames ?? [];
  } catch (error) {
    const isTorn = error instanceof SyntaxError || (error instanceof FileError && error.kind === 'too-large');
    if (isTorn) return [];
    throw error;
  }
}

/** `inside`: from the building folder; otherwise an older version that makes room. */
function placed(
  { inside, from, to }: z.output<typeof journal>['renames'][number],
  outbox: string,
  folder: string,
): Rename {
  return { from: path.join(inside ? folder : outbox, from), to: path.join(outbox, to) };
}
