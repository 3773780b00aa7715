import * as fs from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder and those above it; one that is there already is fine. Node's own `recursive` never returns where
 * the folder above exists and yet says that it does not (Linux /proc), so each level is tried twice at most.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const above = path.dirname(folder);
    if (!isMissing(error) || above === folder) throw error;
    await makeFolder(above);
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    // Read-only disks refuse even what is there already.
    if (isMissing(error) || !(await isFolder(folder))) throw error;
  }
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await fs.stat(place)).isDirectory();
  } catch {
    // What cannot be looked at cannot be written to either: the first error says why.
    return false;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
