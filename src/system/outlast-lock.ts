/**
 * Windows refuses to move or replace a file for as long as a virus scanner, an indexer or a synchronising cloud looks
 * at it: usually well below a second. Elsewhere the same words are final.
 */
const MOMENTARY: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** Milliseconds before each further try, three seconds in all. */
const PAUSES = [10, 30, 60, 100, 200, 400, 800, 1400] as const;

export interface LockWorld {
  /** As `process.platform` says. */
  readonly platform: string;
  readonly pause: (milliseconds: number) => void;
}

const here: LockWorld = { platform: process.platform, pause: sleep };

/**
 * Does what may meet such a lock, and again a bounded number of times; the last error is the one that is told. Waits
 * without giving way: between the renames of one bundle nothing else is to happen.
 */
export function outlastLock<T>(act: () => T, { platform, pause }: LockWorld = here): T {
  for (const milliseconds of platform === 'win32' ? PAUSES : []) {
    try {
      return act();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && MOMENTARY.has(error.code))) throw error;
      pause(milliseconds);
    }
  }
  return act();
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
