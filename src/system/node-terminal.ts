import { isatty } from 'node:tty';
import { Interrupted } from '../model/problems.ts';
import type { Dialog, Terminal } from './system.ts';

export function createTerminal(
  variables: Readonly<Record<string, string | undefined>>,
  interrupted: AbortSignal,
): Terminal {
  const outIsTerminal = process.stdout.isTTY;
  process.stdout.on('error', onOutputError);
  // Nobody is left to complain to.
  process.stderr.on('error', () => undefined);
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    outIsTerminal,
    errIsTerminal: process.stderr.isTTY,
    get columns() {
      return process.stdout.columns > 0 ? process.stdout.columns : 80;
    },
    // Opening standard input takes time, and most commands never read it.
    ...(isatty(0) &&
      process.stderr.isTTY && {
        ask: (question: string) => ask(question, interrupted),
        askHidden: (question: string) => askUnseen(question, interrupted),
        ...(variables['TERM'] !== 'dumb' && { dialog: createLazyDialog(variables, interrupted) }),
      }),
    colors: inColors(outIsTerminal, variables),
  };
}

/** NO_COLOR before FORCE_COLOR (no-color.org, force-color.org), and both before what the terminal says of itself. */
function inColors(outIsTerminal: boolean, variables: Readonly<Record<string, string | undefined>>): boolean {
  if (variables['NO_COLOR']) return false;
  const { FORCE_COLOR: forced = '' } = variables;
  return forced !== '' ? forced !== '0' : outIsTerminal && variables['TERM'] !== 'dumb';
}

/** What draws the questions is loaded when the first is asked. */
function createLazyDialog(
  variables: Readonly<Record<string, string | undefined>>,
  interrupted: AbortSignal,
): Dialog {
  const load = async () => {
    const { createDialog } = await import('./node-dialog.ts');
    return createDialog({ output: process.stderr, colors: !variables['NO_COLOR'], interrupted });
  };
  return {
    choose: async (...call) => (await load()).choose(...call),
    write: async (...call) => (await load()).write(...call),
  };
}

/** A reader that has seen enough (`| head`) is no failure; results that got lost (disk full) are one, whatever they said. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`结果没能写出去（磁盘满了？） / the results could not be written: ${error.message}\n`);
  process.once('exit', () => {
    process.exitCode = 3;
  });
}

async function ask(question: string, interrupted: AbortSignal): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // The key reaches readline alone, which would close and leave the question unanswered for ever.
  lines.on('SIGINT', () => process.emit('SIGINT', 'SIGINT'));
  // So would the end of input.
  const ended = new Promise<string>((resolve) => {
    lines.once('close', () => {
      resolve('');
    });
  });
  try {
    return (await Promise.race([lines.question(question, { signal: interrupted }), ended])).trim();
  } catch (error) {
    if (interrupted.aborted) throw new Interrupted();
    throw error;
  } finally {
    lines.close();
  }
}

async function askUnseen(question: string, interrupted: AbortSignal): Promise<string> {
  const { askHidden } = await import('./ask-hidden.ts');
  return askHidden(question, {
    input: process.stdin,
    show: (text) => process.stderr.write(text),
    interrupted,
    // To those who listen for it, as if it had been raised: on Windows a real one would end the process.
    interrupt: () => process.emit('SIGINT', 'SIGINT'),
  });
}
