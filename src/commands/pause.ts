import type { System } from '../system/system.ts';

/** Waits so many seconds; false as soon as the user has had enough. */
export function pause(seconds: number, { interrupted }: Pick<System, 'interrupted'>): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (whole: boolean) => {
      clearTimeout(timer);
      interrupted.removeEventListener('abort', stop);
      resolve(whole);
    };
    const stop = () => {
      end(false);
    };
    const timer = setTimeout(() => {
      end(true);
    }, seconds * 1000);
    interrupted.addEventListener('abort', stop);
    if (interrupted.aborted) stop();
  });
}
