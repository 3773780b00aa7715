import { takeSenderLock, type Locking } from '../mail/sender-lock.ts';
import { EnvironmentError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';
import { pause } from './pause.ts';

const MOST_TRIES = 60;
/** Seconds. Of two that meet neither goes on: they come back at different times. */
const [LEAST_PAUSE, MORE_PAUSE] = [0.03, 0.14];

/** Two persons who confirm at once write one after the other, so that no decision is lost. Absolute folder. */
export async function withDecisionsLock<T>(
  project: string,
  system: Pick<System, 'files' | 'storage' | 'interrupted'>,
  act: () => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    system.interrupted.throwIfAborted();
    const taken = await take(project, system);
    // Where no lock can be made no record can be written either: writing it says why.
    if (!taken) return act();
    if (taken.kind === 'locked') {
      try {
        return await act();
      } finally {
        await taken.lock.release();
      }
    }
    if (taken.by.state === 'elsewhere' && tries > MOST_TRIES / 2) throw heldBy(taken.by.path);
    await pause(LEAST_PAUSE + Math.random() * MORE_PAUSE, system);
  }
  throw heldBy(project);
}

async function take(
  project: string,
  system: Pick<System, 'files' | 'storage'>,
): Promise<Locking | undefined> {
  try {
    return await takeSenderLock(project, system, 'confirming');
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return undefined;
  }
}

function heldBy(place: string): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `别人正在记录确认，一直没有写完：${place}`,
      en: `someone else is recording decisions there: ${place}`,
    },
    {
      zh: '等一会儿再确认一次；确实没有人在记录的，删掉这个文件夹里 confirming- 开头的 .lock 文件',
      en: 'confirm again in a moment; where nobody does, delete the file confirming-….lock of that folder',
    },
  );
}
