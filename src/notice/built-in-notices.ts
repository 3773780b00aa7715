import path from 'node:path';
import type { ReadingFiles } from './reading-files.ts';

/** What loading a notice needs of the world. Folders are absolute. */
export interface NoticeWorld {
  readonly files: ReadingFiles;
  /** This program's own data; the built-in notices lie in its `notices` folder. */
  readonly templates: string;
  readonly workingFolder: string;
}

/** Ids of the notices that come with the program, in order. */
export async function builtInIds({ files, templates }: NoticeWorld): Promise<readonly string[]> {
  const entries = await files.list(path.join(templates, 'notices'));
  return entries
    .flatMap(({ name, kind }) =>
      kind === 'file' && name?.endsWith('.yaml') ? [name.slice(0, -'.yaml'.length)] : [],
    )
    .sort();
}

export function builtInPath(id: string, { templates }: NoticeWorld): string {
  return path.join(templates, 'notices', `${id}.yaml`);
}
