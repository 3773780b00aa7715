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
  const started = await startOf(owner.pid, booted);
  return started !== undefined && started > owner.since + SLACK_MS ? 'dead' : 'alive';
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

/** Milliseconds of the epoch; undefined where the system does not tell. Field 22 of `/proc/<pid>/stat` (proc(5)). */
async function startOf(pid: number, booted: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets, which may hold anything.
    const ticks = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]);
    return Number.isFinite(ticks) ? booted + (ticks / TICKS_PER_SECOND) * 1000 : undefined;
  } catch {
    // It has ended in the meantime, or there is no /proc: the number's word stands.
    return undefined;
  }
}
