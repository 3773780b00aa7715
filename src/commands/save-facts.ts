import type { FactCache } from './fact-cache.ts';
import { FileError } from '../system/system.ts';

/** A project folder that takes no files, a full disk: the next run looks again, which is slower and just as right. */
export async function saveFacts(cache: FactCache): Promise<void> {
  try {
    await cache.save();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
  }
}
