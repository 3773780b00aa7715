import { createHash } from 'node:crypto';
import { FileError, type Files } from '../system/system.ts';

/** A file of our own that may be deleted at any time: what it keeps is found again, only more slowly. */
export interface SealedFile {
  /** Absolute. */
  readonly path: string;
  /** What another version of it wrote is not read. */
  readonly version: string;
  readonly mostBytes: number;
}

/**
 * What was written there, or undefined where the file is missing, locked, too large, or not byte for byte what this
 * version wrote: so its shape need not be checked field by field.
 */
export async function readSealed({ path, version, mostBytes }: SealedFile, files: Files): Promise<unknown> {
  const text = await readIfThere(path, mostBytes, files);
  const line = text.indexOf('\n');
  const body = text.slice(line + 1);
  if (line < 0 || text.slice(0, line) !== sealOf(version, body)) return undefined;
  return JSON.parse(body);
}

/** Throws a `FileError` where it cannot be written. */
export async function writeSealed(
  { path, version }: SealedFile,
  content: unknown,
  files: Files,
): Promise<void> {
  const body = JSON.stringify(content);
  await files.writeAtomically(path, `${sealOf(version, body)}\n${body}`);
}

/** The first line, of what follows it. */
function sealOf(version: string, body: string): string {
  return JSON.stringify({ version, digest: createHash('sha256').update(body).digest('hex') });
}

async function readIfThere(path: string, mostBytes: number, files: Files): Promise<string> {
  try {
    return Buffer.from(await files.readWhole(path, mostBytes)).toString('utf8');
  } catch (error) {
    if (error instanceof FileError) return '';
    throw error;
  }
}
