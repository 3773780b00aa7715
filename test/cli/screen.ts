import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { putAwayLater } from '../leftovers.ts';
import { home } from '../run-cli.ts';

/** A real terminal of 80 columns, in which the built program runs. */
export interface Screen {
  /** Waits until the text is to be seen; the whole screen with what has scrolled away. */
  seen(text: string): Promise<string>;
  now(): string;
  /** Text as it is, then Enter. */
  answer(text: string): void;
  /** Names of keys as tmux has them: Escape, C-c, Down, Enter. */
  press(...keys: readonly string[]): void;
}

let count = 0;

export function openScreen(folder: string, args: string, env: Readonly<Record<string, string>> = {}): Screen {
  const socket = `four-ones-${process.pid}-${(count += 1)}`;
  putAwayLater(() => tmux(socket, 'kill-server'));
  const variables = Object.entries(env).map(([key, value]) => `${key}='${value}'`);
  const command = `env ${variables.join(' ')} "${process.execPath}" "${home}/bin/four-ones.js" ${args}; echo "ended $?"`;
  tmux(socket, '-u', 'new-session', '-d', '-s', 'screen', '-x', '80', '-y', '50', '-c', folder, 'sh');
  const press = (...keys: readonly string[]) => {
    tmux(socket, 'send-keys', '-t', 'screen', ...keys);
  };
  const type = (text: string) => {
    if (text !== '') press('-l', text);
    press('Enter');
  };
  const now = () => tmux(socket, 'capture-pane', '-p', '-S', '-400', '-t', 'screen');
  type(command);
  return {
    now,
    press,
    answer: type,
    seen: async (text) => {
      for (let tries = 0; tries < 400; tries += 1) {
        const shown = now();
        if (shown.includes(text)) return shown;
        await wait(100);
      }
      throw new Error(`never seen: ${text}\n${now()}`);
    },
  };
}

function tmux(socket: string, ...args: readonly string[]): string {
  return execFileSync('tmux', ['-L', socket, ...args], { encoding: 'utf8' });
}
