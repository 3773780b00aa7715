import { Interrupted } from '../model/problems.ts';
import type { System } from '../system/system.ts';

/** Waits so many seconds, or until the user has had enough. */
export function pause(seconds: number, { interrupted }: Pick<System, 'interrupted'>): Promise<void> {
  if (seconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new Interrupted());
    };
    const timer = setTimeout(() => {
      interrupted.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1000);
    interrupted.addEventListener('abort', stop, { once: true });
    if (interrupted.aborted) stop();
  });
}
