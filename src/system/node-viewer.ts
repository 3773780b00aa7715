import { spawn } from 'node:child_process';
import type { Viewer } from './system.ts';

/**
 * The program that a double click would open a file with. By argument arrays, never through a shell: a name is a name.
 * Windows' own `start` belongs to its shell, so PowerShell is asked, and reads the path from its environment.
 */
export function createViewer(
  platform: string,
  variables: Readonly<Record<string, string | undefined>>,
): Viewer {
  return {
    open: (path) => {
      switch (platform) {
        case 'win32':
          return start('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', INVOKE], {
            ...variables,
            FOUR_ONES_FILE: path,
          });
        case 'darwin':
          return start('open', [path], variables);
        default:
          // Without a desktop it would open the file in this very terminal.
          return variables['DISPLAY'] || variables['WAYLAND_DISPLAY']
            ? start('xdg-open', [path], variables)
            : Promise.resolve(false);
      }
    },
  };
}

const INVOKE = 'Invoke-Item -LiteralPath $env:FOUR_ONES_FILE';

/** True as soon as it runs; it outlives this process. */
function start(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, detached: true, stdio: 'ignore', windowsHide: true });
    child.once('error', () => {
      resolve(false);
    });
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}
