import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const home = fileURLToPath(new URL('..', import.meta.url));

export interface CliRun {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds after which SIGINT is sent. */
  readonly interruptAfter?: number;
  /** Where it matters that it is a process, as a user starts it. */
  readonly apart?: boolean;
}

/** The built program, as a user starts it. */
export function runCli(
  args: readonly string[],
  { cwd = home, env = {}, interruptAfter }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [`${home}/bin/four-ones.js`, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter);
  return new Promise((resolve) => {
    child.once('close', (exit) => {
      resolve({ exit, ...output });
    });
  });
}
