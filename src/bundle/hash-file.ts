import { Interrupted } from '../model/problems.ts';
import type { Files } from '../system/system.ts';
import { createSums } from './sums.ts';
import { readAhead } from './read-ahead.ts';

/** Size and SHA-256 (lower-case hex) of a file, in constant memory. A `FileError` where it cannot be read. */
export async function hashFile(
  path: string,
  { files, interrupted }: { readonly files: Files; readonly interrupted: AbortSignal },
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const sums = createSums({ crc: false });
  const file = await files.open(path);
  try {
    for await (const piece of readAhead(file, 0, file.bytes)) {
      if (interrupted.aborted) throw new Interrupted();
      sums.add(piece);
    }
  } finally {
    await file.close();
  }
  const { bytes, sha256 } = sums.result();
  return { bytes, sha256 };
}
