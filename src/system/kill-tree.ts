import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const PROCESSES_LIMIT = 1000;

/** Ends a program that leads no process group of its own, with everything it started. Synchronous: works at exit. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], {
      stdio: 'ignore',
      windowsHide: true,
      timeout: 5000,
    });
    return;
  }
  // Stopped before its children are listed, so that it starts no more of them meanwhile.
  const doomed = [pid];
  for (let index = 0; index < doomed.length && doomed.length < PROCESSES_LIMIT; index++) {
    const next = doomed[index];
    if (next === undefined) break;
    signal(next, 'SIGSTOP');
    doomed.push(...childrenOf(next));
  }
  for (const each of doomed) signal(each, 'SIGKILL');
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch {
    // ESRCH: it has ended by itself in the meantime, which is what was wanted.
  }
}

function childrenOf(pid: number): readonly number[] {
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** proc(5): every thread lists the processes it started. */
function fromProc(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      numbers(readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')),
    );
  } catch {
    // The process or a thread ended while being read, or this kernel keeps no such list.
    return fromPs(pid);
  }
}

function fromPs(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'ppid=,pid='], { encoding: 'utf8', timeout: 5000 });
  // Null where there is no `ps`: then only the program itself can be ended.
  const lines = typeof stdout === 'string' ? stdout.split('\n') : [];
  return lines.flatMap((line) => {
    const [parent, child] = numbers(line);
    return parent === pid && child !== undefined ? [child] : [];
  });
}

function numbers(text: string): readonly number[] {
  return text.split(/\s+/).flatMap((word) => (/^\d+$/.test(word) ? [Number(word)] : []));
}
