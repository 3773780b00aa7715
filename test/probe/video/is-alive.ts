import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether a process still runs; one that has ended and only waits to be collected does not. */
export function isAlive(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    // `ps` ends with 1 where there is no such process.
    return false;
  }
}

/** The process ids a script wrote, one a line, once there are as many as expected. */
export async function writtenPids(file: string, expected: number): Promise<readonly number[]> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const text = await readFile(file, 'utf8').catch(() => '');
    const pids = text.split('\n').filter(Boolean).map(Number);
    if (pids.length >= expected) return pids;
    await wait(100);
  }
  throw new Error(`${file} does not hold ${expected} process ids`);
}

/** Processes end a moment after they are killed. */
export async function allEnd(pids: readonly number[]): Promise<boolean> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (!pids.some(isAlive)) return true;
    await wait(100);
  }
  return false;
}
