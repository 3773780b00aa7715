import type { Integrity } from '../../model/facts.ts';
import { FileError, type Files, type OpenFile } from '../../system/system.ts';
import { Unfit } from './unfit.ts';

/** What a look at a file comes to. A bad file, or one that the system does not let read, is a fact, never an exception. */
export async function probeOpen<P extends { readonly integrity: Integrity }>(
  path: string,
  files: Files,
  probe: (file: OpenFile) => Promise<P>,
): Promise<P | { readonly integrity: Integrity }> {
  try {
    const file = await files.open(path);
    try {
      return await probe(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Unfit) return { integrity: error.integrity };
    if (error instanceof FileError)
      return { integrity: { state: 'unknown', cause: { kind: 'unreadable', detail: error.kind } } };
    throw error;
  }
}
