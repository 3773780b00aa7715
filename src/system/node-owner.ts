import { readFile } from 'node:fs/promises';
import os from 'node:os';
import type { Owner } from './system.ts';

export const thisOwner: Owner = { host: os.hostname(), pid: process.pid, since: Date.now() };

/** Clocks are set and drift a little. */
const SLACK_MS = 5000;
/** Clock ticks of `/proc`, the same on every Linux that Node runs on (USER_HZ, proc(5)). */
const TICKS_PER_SECOND = 100;

/** A number alone proves nothing: after a restart, or much later, it belongs to somebody else. */
export async function isOwnerAlive(owner: Owner): Promise<'alive' | 'dead' | 'elsewhere'> {
  if (owner.host !== os.hostname()) return 'elsewhere';
  const booted = Date.now() - os.uptime() * 1000;
  if (owner.since < booted - SLACK_MS || !hasProcess(owner.pid)) return 'dead';
  const found = await look(owner.pid, booted);
  if (!found) return 'alive';
  return found.ended || found.started > owner.since + SLACK_MS ? 'dead' : 'alive';
}

function hasProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** `started` in milliseconds of the epoch; undefined where the system does not tell. `/proc/<pid>/stat`, proc(5). */
async function look(pid: number, booted: number): Promise<{ ended: boolean; started: number } | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold anything; state is the third, start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const started = booted + (Number(fields[19]) / TICKS_PER_SECOND) * 1000;
    return { ended: fields[0] === 'Z' || fields[0] === 'X', started };
  } catch {
    // It has ended in the meantime, or there is no /proc: the number's word stands.
    return undefined;
  }
}
