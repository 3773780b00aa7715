import path from 'node:path';
import { EnvironmentError, UsageError, type Place } from '../model/problems.ts';
import { parseYaml } from '../system/parse-yaml.ts';
import { FileError } from '../system/system.ts';
import { builtInIds, builtInPath, type NoticeWorld } from './built-in-notices.ts';
import type { LayerSource } from './layer.ts';
import { noticeSchema, type StatedNotice } from './notice-schema.ts';
import { choices, quoted } from './say.ts';

/** A notice file as its writer states it. */
export interface NoticeFile {
  readonly path: string;
  readonly stated: StatedNotice;
  readonly source: LayerSource;
}

/** Far more than any notice; a film given by mistake is not read. */
const MOST_BYTES = 1024 ** 2;
/** Well over a thousand closely written lines. */
const MOST_ENTRIES = 10_000;
const EXTENSION = /\.ya?ml$/i;

/** Where a notice named on the command line or under `extends` lies: a path, or the id of a built-in one. */
export async function locateNotice(
  name: string,
  beside: string,
  world: NoticeWorld,
  place?: Place,
): Promise<string> {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(name)) {
    const words = {
      zh: `通知只能是本机上的文件，不能是网址“${quoted(name)}”；请先下载`,
      en: `a notice is a file on this machine, not an address (“${quoted(name)}”); download it first`,
    };
    throw new UsageError(words, place);
  }
  if (/[/\\]/.test(name) || EXTENSION.test(name)) return path.resolve(beside, name);
  const ids = await builtInIds(world);
  if (ids.includes(name)) return builtInPath(name, world);
  const { zh, en } = choices(name, ids);
  const list = { zh: ids.join('、'), en: ids.join(', ') };
  const words = {
    zh: `没有通知“${quoted(name)}”，${zh}（内置：${list.zh}；自己的通知请写文件名，如 ./通知.yaml）`,
    en: `there is no notice “${quoted(name)}”; ${en} (built in: ${list.en}; name your own by its file, e.g. ./notice.yaml)`,
  };
  throw new UsageError(words, place);
}

/** Reads one file; `place`: where it is named, if in another notice. */
export async function readNoticeFile(file: string, world: NoticeWorld, place?: Place): Promise<NoticeFile> {
  const shown = shownPath(file, world.workingFolder);
  const bytes = await read(file, shown, world.files, place);
  const parsed = parseYaml(bytes, noticeSchema, { entries: MOST_ENTRIES });
  if (parsed.kind === 'bad') {
    const { line, column, key, words } = parsed.problem;
    throw new UsageError(words, { file: shown, line, column, ...(key !== '' && { key }) });
  }
  const id = parsed.value.id ?? path.basename(file).replace(EXTENSION, '');
  const { placeOf } = parsed;
  return {
    path: file,
    stated: parsed.value,
    source: {
      id,
      folder: path.dirname(path.resolve(world.workingFolder, file)),
      placeOf: (key) => ({ file: shown, ...placeOf(key), ...(key.length > 0 && { key: key.join('.') }) }),
    },
  };
}

async function read(
  file: string,
  shown: string,
  files: NoticeWorld['files'],
  place: Place | undefined,
): Promise<Uint8Array> {
  try {
    return await files.readWhole(file, MOST_BYTES);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    if (error.kind === 'missing' || error.kind === 'not-a-folder') {
      throw new UsageError(
        { zh: `找不到通知文件 ${quotedPath(shown)}`, en: `no such notice file: ${quotedPath(shown)}` },
        place,
      );
    }
    if (error.kind === 'too-large') {
      throw new UsageError(
        { zh: '文件超过 1 MB，不会是通知', en: 'over 1 MB: this is no notice' },
        place ?? { file: shown },
      );
    }
    throw new EnvironmentError(
      { zh: `无法读取通知文件 ${quotedPath(shown)}`, en: `cannot read the notice file ${quotedPath(shown)}` },
      {
        zh: '请确认它是普通文件，未被其他程序占用，且有读取权限',
        en: 'see that it is an ordinary file, not in use by another program, and that you may read it',
      },
      { cause: error },
    );
  }
}

/** As the user would name it: from the working folder where it lies inside, else in full. */
function shownPath(file: string, workingFolder: string): string {
  const relative = path.relative(workingFolder, file);
  return relative.startsWith('..') || path.isAbsolute(relative) ? file : relative;
}

function quotedPath(file: string): string {
  return file.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, '�');
}
