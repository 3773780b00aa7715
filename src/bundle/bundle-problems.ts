import { EnvironmentError, UsageError } from '../model/problems.ts';
import { FileError } from '../system/system.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** As people read it: two digits behind the point above 1 GB, whole MB below. */
export function readableBytes(bytes: number): string {
  return bytes >= GIB ? `${(bytes / GIB).toFixed(2)} GB` : `${Math.ceil(bytes / MIB)} MB`;
}

export function noSpace(outbox: string, needed: number, free: number): EnvironmentError {
  const [need, have, lack] = [needed, free, needed - free].map(readableBytes);
  return new EnvironmentError(
    {
      zh: `磁盘空间不够：打包需要约 ${need}（文件夹和压缩包各一份），“${outbox}”所在磁盘只剩 ${have}`,
      en: `not enough disk space: packing needs about ${need} (folder and zip), ${outbox} has ${have} left`,
    },
    {
      zh: `请再腾出至少 ${lack}，或用 --out 换到别的磁盘`,
      en: `free at least ${lack}, or use --out for another disk`,
    },
  );
}

export function sourceChanged(source: string): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `“${source}”在检查之后或打包过程中变了，已停下，没有留下半成品`,
      en: `${source} changed after it was checked or while it was packed; nothing was left behind`,
    },
    {
      zh: '请关闭正在编辑或同步它的程序，再重新运行',
      en: 'close the program that edits or syncs it, then run again',
    },
  );
}

export function zipUnlike(name: string, what: string): EnvironmentError {
  return new EnvironmentError(
    {
      zh: `压缩包写完后重新读取，“${name}”与原件不一致（${what}），已丢弃`,
      en: `the zip was read again after writing and ${name} differs (${what}); it was thrown away`,
    },
    {
      zh: '磁盘可能有问题：请换一个磁盘（--out）再试',
      en: 'the disk may be failing: try another one (--out)',
    },
  );
}

/** `known`: it is a bundle with its record, only a different one. */
export function nameTaken(
  bundle: string,
  taken: readonly string[],
  differences: readonly string[],
  known: boolean,
): UsageError {
  const few = differences.slice(0, 5);
  const more = differences.length > few.length;
  const zh = known
    ? `内容与这次的不同：${few.join('、')}${more ? ` 等 ${differences.length} 处` : ''}`
    : '没有打包记录，不知道是什么';
  const en = known
    ? `it differs: ${few.join(', ')}${more ? ` (${differences.length} in all)` : ''}`
    : 'it has no record';
  return new UsageError({
    zh: `“${bundle}”已经存在（${taken.join('、')}），${zh}。没有改动它；要换成新的，请加 --replace，旧的会留作 .v1、.v2 …`,
    en: `${bundle} exists already (${taken.join(', ')}): ${en}. It was left as it is; --replace keeps it as .v1, .v2 … and builds anew`,
  });
}

/** What the disk says while a bundle is written, in words a user can act on. */
export function writingProblem(error: unknown, outbox: string): unknown {
  if (!(error instanceof FileError)) return error;
  const words = WRITING[error.kind];
  if (!words) return error;
  return new EnvironmentError(
    { zh: words.zh.replace('{}', outbox), en: words.en.replace('{}', outbox) },
    { zh: words.cureZh, en: words.cureEn },
    { cause: error },
  );
}

interface Words {
  readonly zh: string;
  readonly en: string;
  readonly cureZh: string;
  readonly cureEn: string;
}

const WRITING: Readonly<Partial<Record<FileError['kind'], Words>>> = {
  full: {
    zh: '写到一半磁盘满了：“{}”。没有留下半成品',
    en: 'the disk filled up while writing: {}. Nothing was left behind',
    cureZh: '请腾出空间，或用 --out 换到别的磁盘，再运行一次',
    cureEn: 'free some space, or use --out for another disk, and run again',
  },
  denied: {
    // Windows says the same where a program holds a file: Word, a virus scanner, a cloud that is still copying.
    zh: '“{}”不能写入：没有权限，磁盘是只读的，或里面的文件正被别的程序（Word、WPS、网盘同步、杀毒软件）打开着',
    en: '{} cannot be written: no permission, a read-only disk, or another program (Word, a syncing cloud, a virus scanner) holds a file in it',
    cureZh: '请关闭打开着它的程序再运行一次，或用 --out 换一个可以写的文件夹',
    cureEn: 'close the program that holds it and run again, or use --out for a folder that can be written',
  },
  'not-a-folder': {
    zh: '“{}”不是文件夹，或它的上一级是一个文件',
    en: '{} is no folder, or a file stands in its way',
    cureZh: '请用 --out 换一个文件夹',
    cureEn: 'use --out for another folder',
  },
  busy: {
    zh: '“{}”里有同名的东西，或有文件正被别的程序占用',
    en: 'something in {} has that name already, or is held by another program',
    cureZh: '请关闭打开着它的程序（或另一个正在运行的 four-ones），再运行一次',
    cureEn: 'close the program that holds it (or another four-ones), then run again',
  },
  'too-large': {
    zh: '“{}”所在磁盘放不下这么大的文件（FAT32 单个文件最大 4 GB）',
    en: 'the disk of {} takes no file that large (FAT32: 4 GB)',
    cureZh: '请用 --out 换到 NTFS 或 exFAT 的磁盘',
    cureEn: 'use --out for a disk with NTFS or exFAT',
  },
};
