import { StringDecoder } from 'node:string_decoder';
import type { ReadStream } from 'node:tty';
import { Interrupted } from '../model/problems.ts';

/** More is no password, but a file that slipped into the terminal. */
const LONGEST = 1024;
const [CTRL_C, CTRL_D, BACKSPACE, DELETE] = ['\u0003', '\u0004', '\b', '\u007f'];
/** Arrow keys and their like. */
const KEY_SEQUENCE = /\u001b(\[[0-9;?]*[ -/]*[@-~]|O.)?/g;

export interface HiddenQuestion {
  readonly input: Pick<ReadStream, 'setRawMode' | 'on' | 'off' | 'resume' | 'pause'>;
  readonly show: (text: string) => void;
  readonly interrupted: AbortSignal;
  /** The key for it was pressed; a terminal that passes on every key raises no signal. */
  readonly interrupt: () => void;
}

/** Asks with the terminal's echo off, and puts it on again however it ends. */
export async function askHidden(question: string, asking: HiddenQuestion): Promise<string> {
  const { input, show } = asking;
  const restore = () => {
    input.setRawMode(false);
  };
  process.once('exit', restore);
  input.setRawMode(true);
  try {
    show(question);
    return (await readLine(asking)).trim();
  } finally {
    process.off('exit', restore);
    restore();
    input.pause();
    show('\n');
  }
}

function readLine({ input, interrupted, interrupt }: HiddenQuestion): Promise<string> {
  return new Promise((resolve, reject) => {
    const decoder = new StringDecoder('utf8');
    let typed: readonly string[] = [];
    const settle = (act: () => void) => {
      input.off('data', take);
      input.off('end', vanish);
      interrupted.removeEventListener('abort', stop);
      act();
    };
    const stop = () => {
      settle(() => {
        reject(new Interrupted());
      });
    };
    const end = (answer: readonly string[]) => {
      settle(() => {
        resolve(answer.join(''));
      });
    };
    // Half a password is none.
    const vanish = () => {
      end([]);
    };
    const take = (chunk: Buffer | string) => {
      const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
      for (const key of text.replace(KEY_SEQUENCE, '')) {
        if (key === CTRL_C) {
          interrupt();
          stop();
          return;
        }
        if (key === '\r' || key === '\n' || key === CTRL_D) {
          end(typed);
          return;
        }
        typed = withKey(typed, key);
      }
    };
    interrupted.addEventListener('abort', stop);
    input.on('data', take);
    input.on('end', vanish);
    input.resume();
    if (interrupted.aborted) stop();
  });
}

function withKey(typed: readonly string[], key: string): readonly string[] {
  if (key === BACKSPACE || key === DELETE) return typed.slice(0, -1);
  return /\p{Cc}/u.test(key) || typed.length >= LONGEST ? typed : [...typed, key];
}
