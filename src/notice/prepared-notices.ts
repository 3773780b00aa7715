import path from 'node:path';
import type { Notice } from '../model/notice.ts';
import { FileError } from '../system/system.ts';
import { builtInIds, builtInPath, type NoticeWorld } from './built-in-notices.ts';

/** The file in the built folder. */
export const PREPARED_FILE = 'prepared-notices.json';
const MOST_BYTES = 16 * 1024 ** 2;

/** The built-in notices by id, as the build has merged them, and what they were made of. */
export interface PreparedNotices {
  readonly templates: Readonly<Record<string, string>>;
  readonly notices: Readonly<Record<string, Notice>>;
}

/**
 * A built-in notice without loading a YAML parser. Undefined where it is not prepared, or where anyone has changed a
 * template since: a person may open and change them, and then what is written there holds.
 */
export async function findPreparedNotice(
  id: string,
  built: string,
  world: NoticeWorld,
): Promise<Notice | undefined> {
  const prepared = await readPrepared(path.join(built, PREPARED_FILE), world);
  if (!prepared || !isSame(prepared.templates, await textsOfTemplates(world))) return undefined;
  return Object.hasOwn(prepared.notices, id) ? prepared.notices[id] : undefined;
}

/** Of every built-in notice, by id. As text they are compared without a digest, whose library takes its time to load. */
export async function textsOfTemplates(world: NoticeWorld): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const id of await builtInIds(world)) {
    texts[id] = Buffer.from(await world.files.readWhole(builtInPath(id, world), MOST_BYTES)).toString('utf8');
  }
  return texts;
}

function isSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

async function readPrepared(file: string, { files }: NoticeWorld): Promise<PreparedNotices | undefined> {
  try {
    const text = Buffer.from(await files.readWhole(file, MOST_BYTES)).toString('utf8');
    // Our own build's output, lying beside the code that reads it.
    return JSON.parse(text) as PreparedNotices;
  } catch (error) {
    // Not built, as in a checkout under test: the templates themselves are read.
    if (error instanceof FileError && error.kind === 'missing') return undefined;
    throw error;
  }
}
