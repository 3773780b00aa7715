import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { WALK_LIMITS, walkMaterials } from '../../src/materials/walk-materials.ts';
import { EnvironmentError } from '../../src/model/problems.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { FileError, type Files } from '../../src/system/system.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const isWindows = process.platform === 'win32';

async function walk(name: string): Promise<{ files: string[]; strays: string[] }> {
  const { files, strays } = await walkMaterials(folder.path(name), nodeFiles);
  return {
    files: files.map(({ path }) => path),
    strays: strays.map(({ path, reason }) => `${reason} ${path}`),
  };
}

test('every file is found, in an order that depends on names alone', async () => {
  for (const name of ['乙/2.jpg', '甲/课.mp4', '甲/a/b/c/d.txt', '1.docx']) await folder.put(`order/${name}`);
  expect(await walk('order')).toEqual({
    files: ['1.docx', '乙/2.jpg', '甲/a/b/c/d.txt', '甲/课.mp4'],
    strays: [],
  });
});

test('size and identity are the file’s own, and identity changes with it', async () => {
  const path = await folder.put('identity/课.mp4', '12345');
  const [before] = (await walkMaterials(folder.path('identity'), nodeFiles)).files;
  await writeFile(path, '123456');
  const [after] = (await walkMaterials(folder.path('identity'), nodeFiles)).files;
  expect([before?.bytes, after?.bytes]).toEqual([5, 6]);
  expect(before?.identity).not.toBe(after?.identity);
});

describe('what is no material is named with its reason, never handed in and never silent', () => {
  const names: readonly [string, string][] = [
    ['~$故事.docx', 'office-lock'],
    ['.~lock.故事.docx#', 'office-lock'],
    ['.~故事.docx', 'office-lock'],
    ['.DS_Store', 'system-litter'],
    ['THUMBS.DB', 'system-litter'],
    ['desktop.ini', 'system-litter'],
    ['._合影.jpg', 'system-litter'],
    ['.hidden', 'system-litter'],
    ['~WRL0003.tmp', 'temporary'],
    ['课.mp4.crdownload', 'temporary'],
    ['课.mp4.part', 'temporary'],
    ['课.mp4.baiduyun.p.downloading', 'temporary'],
    ['.课.mp4.icloud', 'cloud-placeholder'],
    ['four-ones.yaml', 'own-note'],
  ];
  test.each(names)('%s', async (name, reason) => {
    await folder.put(`junk/${name}/${name}`);
    expect(await walk(`junk/${name}`)).toEqual({ files: [], strays: [`${reason} ${name}`] });
  });

  test('a whole litter folder is one line, not one for each file in it', async () => {
    for (const name of [
      '__MACOSX/a/._1.jpg',
      '__MACOSX/b',
      '$RECYCLE.BIN/x.mp4',
      '.git/HEAD',
      '.four-ones/facts.json',
    ]) {
      await folder.put(`litter/${name}`);
    }
    expect((await walk('litter')).strays).toEqual([
      'system-litter $RECYCLE.BIN',
      'system-litter .four-ones',
      'system-litter .git',
      'system-litter __MACOSX',
    ]);
  });

  test('an empty file, and a film that lies only in the cloud', async () => {
    await folder.put('cloud/空.docx', '');
    await truncate(await folder.put('cloud/课.mp4', ''), 100_000);
    expect(await walk('cloud')).toEqual({ files: [], strays: ['empty 空.docx', 'cloud-placeholder 课.mp4'] });
  });

  test.skipIf(isWindows)(
    'links out of the folder, loops and dangling links are named and not followed',
    async () => {
      await folder.put('outside/secret.docx');
      await folder.put('links/故事.docx');
      await symlink(folder.path('outside'), folder.path('links/out'));
      await symlink('.', folder.path('links/loop'));
      await symlink('故事.docx', folder.path('links/same.docx'));
      await symlink('gone', folder.path('links/dangling.docx'));
      expect(await walk('links')).toEqual({
        files: ['故事.docx'],
        strays: ['link dangling.docx', 'link loop', 'link out', 'link same.docx'],
      });
    },
  );

  test.skipIf(isWindows)('a pipe, which would hang whoever reads it', async () => {
    await folder.put('pipe/故事.docx');
    await promisify(execFile)('mkfifo', [folder.path('pipe/课.mp4')]);
    expect((await walk('pipe')).strays).toEqual(['special 课.mp4']);
  });

  test.skipIf(isWindows || process.getuid?.() === 0)('a folder that may not be read', async () => {
    await folder.put('denied/甲/1.jpg');
    await folder.put('denied/乙/2.jpg');
    await chmod(folder.path('denied/甲'), 0);
    try {
      expect(await walk('denied')).toEqual({ files: ['乙/2.jpg'], strays: ['unreadable 甲'] });
    } finally {
      await chmod(folder.path('denied/甲'), 0o700);
    }
  });

  test('folders that cannot be listed and files that vanish, wherever the disk refuses', async () => {
    await folder.put('refused/甲/1.jpg');
    await folder.put('refused/2.jpg');
    await folder.put('refused/3.jpg');
    const refusing: Files = {
      ...nodeFiles,
      list: (path) =>
        path.endsWith('甲') ? Promise.reject(new FileError('denied', path)) : nodeFiles.list(path),
      stat: async (path) => {
        if (path.endsWith('2.jpg')) await rm(path, { force: true });
        return nodeFiles.stat(path);
      },
    };
    const { files, strays } = await walkMaterials(folder.path('refused'), refusing);
    expect(files.map(({ path }) => path)).toEqual(['3.jpg']);
    expect(strays).toEqual([
      { path: '2.jpg', reason: 'unreadable' },
      { path: '甲', reason: 'unreadable' },
    ]);
  });
});

describe('odd names are found and kept as the disk spells them', () => {
  const names = [
    "有 空格 “引号” 'a'.jpg",
    '-rf.jpg',
    '表情😀.jpg',
    'e\u0301.jpg',
    '新建文件夹(2)最终版-改3.docx',
    ...(isWindows ? [] : ['换\n行.jpg', '\u001b[31m红.jpg', '引"号.jpg', 'a\\b.jpg']),
  ];
  test.each(names)('%j', async (name) => {
    await folder.put(`odd/${names.indexOf(name)}/${name}`);
    expect(await walk(`odd/${names.indexOf(name)}`)).toEqual({ files: [name], strays: [] });
  });

  test('a name of 200 Chinese characters, where the disk takes one', async (context) => {
    const name = '长'.repeat(200);
    await mkdir(folder.path('long'));
    try {
      await writeFile(folder.path(`long/${name}`), 'x');
    } catch {
      // ext4 and most Linux disks take 255 bytes, which are 85 characters.
      context.skip('this disk takes no names of 200 Chinese characters');
    }
    expect((await walk('long')).files).toEqual([name]);
  });

  test.skipIf(process.platform !== 'linux')(
    'a name that is no Unicode is named, as it cannot be sent',
    async () => {
      await folder.put('gbk/故事.docx');
      const bytes = Buffer.concat([Buffer.from(folder.path('gbk/')), Buffer.from([0xb9, 0xca, 0xca, 0xc2])]);
      await writeFile(bytes, 'x');
      const { files, strays } = await walk('gbk');
      expect(files).toEqual(['故事.docx']);
      expect(strays).toEqual([expect.stringMatching(/^name-not-unicode /)]);
    },
  );

  test('the composed and the decomposed spelling sort to the same place', async () => {
    for (const name of ['e\u0301a', 'f', 'e']) await folder.put(`nfd/${name}`);
    expect((await walk('nfd')).files).toEqual(['e', 'f', 'e\u0301a']);
  });
});

describe('nothing runs without end', () => {
  test('folders nested beyond the limit are named', async () => {
    await folder.put(`deep/${'d/'.repeat(33)}x.jpg`);
    const { files, strays } = await walk('deep');
    expect(files).toEqual([]);
    expect(strays).toEqual([`too-deep ${'d/'.repeat(33).slice(0, -1)}`]);
  });

  test('a whole disk instead of a folder stops with a reason', async () => {
    for (let i = 0; i < 6; i++) await folder.put(`many/${i}.jpg`);
    const walking = walkMaterials(folder.path('many'), nodeFiles, { ...WALK_LIMITS, entries: 5 });
    await expect(walking).rejects.toThrow(EnvironmentError);
  });

  test('a materials folder that does not exist is an error, not an empty result', async () => {
    await expect(walkMaterials(folder.path('none'), nodeFiles)).rejects.toThrow(FileError);
  });

  test('a mistake of our own is not passed off as an unreadable file', async () => {
    await folder.put('bug/1.jpg');
    const broken: Files = { ...nodeFiles, stat: () => Promise.reject(new TypeError('ours')) };
    await expect(walkMaterials(folder.path('bug'), broken)).rejects.toThrow(TypeError);
  });
});

test('looking at a folder changes nothing in it', async () => {
  const path = await folder.put('same/故事.docx', 'x');
  const before = await nodeFiles.stat(path);
  await walk('same');
  expect(await nodeFiles.stat(path)).toEqual(before);
});
