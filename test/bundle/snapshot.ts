import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder with its hash, and its time where asked. */
export async function snapshot(
  folder: string,
  { times = false } = {},
): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const described = await Promise.all(
    files.sort().map(async (file) => {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return [path.relative(folder, file), times ? `${hash} ${(await stat(file)).mtimeMs}` : hash] as const;
    }),
  );
  return Object.fromEntries(described);
}
