import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { home, type CliRun } from '../run-cli.ts';
import type { Project } from './project.ts';

/** Whether the system calls of a program and of all it starts can be watched here (Linux with strace). */
export function canTrace(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
}

export interface Traced extends CliRun {
  /** Each call on a line, with the number of its process; names outside ASCII as octal numbers. */
  readonly calls: readonly string[];
}

export async function traceRun(project: Project, args: readonly string[]): Promise<Traced> {
  const log = project.at('trace.log');
  const options = [
    '-f',
    '-qq',
    '-s',
    '4096',
    '-o',
    log,
    '-e',
    'trace=open,openat,socket,connect,bind,sendto,sendmsg',
  ];
  const program = [process.execPath, path.join(home, 'bin', 'four-ones.js'), ...args];
  const run = await new Promise<CliRun>((resolve) => {
    const child = execFile(
      'strace',
      [...options, ...program],
      { cwd: project.folder, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => {
        resolve({ exit: child.exitCode, stdout, stderr });
      },
    );
  });
  return { ...run, calls: (await readFile(log, 'utf8')).split('\n') };
}
