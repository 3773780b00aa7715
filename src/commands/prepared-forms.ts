import path from 'node:path';
import type { FormSlot } from '../model/form.ts';
import { FileError, type Files, type System } from '../system/system.ts';

/** The file in the built folder: what the blanks that come with the program ask for, as the build has seen it. */
export const PREPARED_FORMS = 'prepared-forms.json';
const MOST_BYTES = 16 * 1024 ** 2;

/** By the blank’s bytes in Base64: that needs no library for digests, which takes its time to load. */
type PreparedForms = Readonly<Record<string, readonly FormSlot[]>>;

/** Without loading what reads Word files. Undefined where a person has changed the blank, or it is one of their own. */
export async function preparedSlots(
  bytes: Uint8Array,
  { files, environment }: System,
): Promise<readonly FormSlot[] | undefined> {
  const prepared = await readPrepared(path.join(environment.built, PREPARED_FORMS), files);
  const key = keyOf(bytes);
  return Object.hasOwn(prepared, key) ? prepared[key] : undefined;
}

export function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

async function readPrepared(file: string, files: Files): Promise<PreparedForms> {
  try {
    // Our own build's output, lying beside the code that reads it.
    return JSON.parse(Buffer.from(await files.readWhole(file, MOST_BYTES)).toString('utf8')) as PreparedForms;
  } catch (error) {
    // Not built, as in a checkout under test: the blanks themselves are read.
    if (error instanceof FileError && error.kind === 'missing') return {};
    throw error;
  }
}
