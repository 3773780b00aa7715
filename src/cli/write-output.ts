import path from 'node:path';
import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError, type System } from '../system/system.ts';

/** Absolute path of a file to be made. Throws a `UsageError` where there is one already: none is overwritten. */
export async function freshFile(shown: string, system: System): Promise<string> {
  const target = path.resolve(system.environment.workingFolder, shown);
  if (!(await isThere(target, shown, system))) return target;
  throw new UsageError({
    zh: `“${shown}”已经存在，不会覆盖；请换个名字，或先移走它`,
    en: `“${shown}” exists and is not overwritten; choose another name, or move it away first`,
  });
}

async function isThere(target: string, shown: string, { files }: System): Promise<boolean> {
  try {
    return await files.exists(target);
  } catch (error) {
    throw unwritable(shown, error);
  }
}

/** Whole or not at all. */
export async function writeOutput(
  target: string,
  shown: string,
  content: string | Uint8Array,
  { files }: System,
): Promise<void> {
  try {
    await files.writeAtomically(target, content);
  } catch (error) {
    throw unwritable(shown, error);
  }
}

function unwritable(shown: string, error: unknown): unknown {
  if (!(error instanceof FileError)) return error;
  return new EnvironmentError(
    { zh: `写不了“${shown}”`, en: `“${shown}” cannot be written` },
    {
      zh: '请检查磁盘空间和写入权限，或换个位置',
      en: 'check free space and permission, or choose another place',
    },
    { cause: error },
  );
}
