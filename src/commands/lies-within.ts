import path from 'node:path';
import { FileError, type Files } from '../system/system.ts';

/** Whether a place, which need not be there yet, is a folder or lies in it, whatever links lead there. Absolute paths. */
export async function liesWithin(
  place: string,
  folder: string,
  files: Pick<Files, 'realPath'>,
): Promise<boolean> {
  const way = path.relative(await realPathOf(folder, files), await realPathOf(place, files));
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** Of what is not there, or may not be asked: by the folder it would lie in. */
async function realPathOf(place: string, files: Pick<Files, 'realPath'>): Promise<string> {
  try {
    return await files.realPath(place);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const above = path.dirname(place);
    return above === place ? place : path.join(await realPathOf(above, files), path.basename(place));
  }
}
