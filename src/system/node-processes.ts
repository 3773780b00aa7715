import { spawn, type ChildProcess } from 'node:child_process';
import type { ProcessLimits, ProcessOutcome, Processes } from './system.ts';

/** Runs programs of others, each in a process group of its own, so that one word ends it with all its children. */
export function createProcesses(interrupted: AbortSignal): Processes {
  const running = new Set<ChildProcess>();
  const endAll = () => {
    for (const child of running) killGroup(child);
  };
  interrupted.addEventListener('abort', endAll);
  process.once('exit', endAll);
  return { run: (command, args, limits) => run(command, args, limits, { running, interrupted }) };
}

interface Keeping {
  readonly running: Set<ChildProcess>;
  readonly interrupted: AbortSignal;
}

function run(
  command: string,
  args: readonly string[],
  limits: ProcessLimits,
  { running, interrupted }: Keeping,
): Promise<ProcessOutcome> {
  if (interrupted.aborted) return Promise.resolve({ kind: 'killed', signal: 'SIGINT' });
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    running.add(child);
    const output = { stdout: collector(), stderr: collector() };
    let verdict: ProcessOutcome | undefined;
    const stop = (outcome: ProcessOutcome) => {
      verdict ??= outcome;
      killGroup(child);
    };
    const settle = (outcome: ProcessOutcome) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(verdict ?? outcome);
    };
    const timer = setTimeout(() => {
      stop({ kind: 'timed-out', seconds: limits.seconds });
    }, limits.seconds * 1000);
    for (const [stream, into] of [
      [child.stdout, output.stdout],
      [child.stderr, output.stderr],
    ] as const) {
      stream.on('data', (chunk: Buffer) => {
        into.add(chunk);
        const total = output.stdout.bytes() + output.stderr.bytes();
        if (total > limits.outputBytes) stop({ kind: 'flooded', limit: limits.outputBytes });
      });
    }
    child.once('error', () => {
      settle({ kind: 'missing' });
    });
    // A grandchild that holds the pipes open must not keep us waiting once the program itself has ended.
    child.once('exit', () => {
      const ended = verdict !== undefined;
      setTimeout(
        () => {
          killGroup(child);
          child.stdout.destroy();
          child.stderr.destroy();
        },
        ended ? 0 : 2000,
      ).unref();
    });
    child.once('close', (status, signal) => {
      if (status === null) settle({ kind: 'killed', signal: signal ?? 'unknown' });
      else settle({ kind: 'ended', status, stdout: output.stdout.text(), stderr: output.stderr.text() });
    });
  });
}

function collector() {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
    },
    bytes: () => bytes,
    text: () => Buffer.concat(chunks).toString('utf8'),
  };
}

/** SIGKILL to the whole group; on Windows `taskkill` walks the tree. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => child.kill('SIGKILL'),
    );
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // ESRCH: the group has ended by itself in the meantime, which is what was wanted.
  }
}
