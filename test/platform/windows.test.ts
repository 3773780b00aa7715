import type path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { pack } from '../../src/commands/pack.ts';
import { probeTasks } from '../../src/commands/probe-tasks.ts';
import { verify } from '../../src/commands/verify.ts';
import { createNodeSystem } from '../../src/system/node-system.ts';
import type { Isolation, System } from '../../src/system/system.ts';
import { home } from '../run-cli.ts';
import { createWindowsDisk, type WindowsDisk } from './windows-disk.ts';

// The one thing that cannot be handed in: what Node takes for a path depends on the system it runs on.
vi.mock('node:path', async (load) => {
  const { win32, posix } = await load<typeof path>();
  return { ...win32, win32, posix, default: win32 };
});

const ORG = '马克思主义学院党委';
const STORY = `${home}/fixtures/cases/story-complete/materials/战疫故事汇/逆行者`;
const MOVED = 'D:\\党建 工作';
const here = pathToFileURL(`${home}/`);
const real = createNodeSystem({ home: here, threadEntry: new URL('bin/probe-thread.js', here) });

let disk: WindowsDisk;
let system: System;
beforeEach(() => {
  disk = createWindowsDisk();
  disk.load(`${home}/templates`, 'C:\\Program Files\\four-ones\\templates');
  disk.load(STORY, `${MOVED}\\materials\\战疫故事汇\\逆行者`);
  system = {
    ...real,
    files: disk.files,
    storage: disk.storage,
    isolation: inThisThread(),
    tools: { ffprobe: none, ffmpeg: none, quickFfmpeg: none, soffice: none },
    environment: {
      ...real.environment,
      workingFolder: MOVED,
      templates: 'C:\\Program Files\\four-ones\\templates\\',
      built: 'C:\\Program Files\\four-ones\\dist\\',
      platform: 'win32',
      variables: { TEMP: 'C:\\Users\\wang\\AppData\\Local\\Temp' },
    },
  };
});

const none = () => Promise.resolve(undefined);

function inThisThread(): Isolation {
  const tasks = probeTasks(disk.files);
  return {
    run: async (task, input) => ({ kind: 'done', result: await tasks[task](input) }),
    close: () => Promise.resolve(),
  };
}

const WHEN = { date: '2020-07-10', org: ORG } as const;

describe('on a disk of Windows', () => {
  it.each([
    ['its name alone', 'materials'],
    ['a backslash behind it', 'materials\\'],
    ['dots', '.\\materials'],
    ['slashes', 'D:/党建 工作/materials'],
    ['a drive letter in small', 'd:\\党建 工作\\MATERIALS'],
  ])('the materials are found by %s, and paths in the report have slashes', async (_, materials) => {
    const judged = await check({ materials, ...WHEN }, system);
    expect(judged.verdict).toBe('pass');
    const paths = judged.materials.items.flatMap(({ parts }) => parts.map(({ path }) => path));
    expect(paths).toContain('战疫故事汇/逆行者/照片1.jpg');
    expect(JSON.stringify(judged.checks)).not.toMatch(/\\\\逆行者/u);
  });

  it('a share without a drive letter is as good as a disk', async () => {
    disk.load(STORY, '\\\\服务器\\党建\\materials\\战疫故事汇\\逆行者');
    const judged = await check({ materials: '\\\\服务器\\党建\\materials', ...WHEN }, system);
    expect(judged.verdict).toBe('pass');
  });

  it('folders in the config are meant from where the config lies, whichever slash they have', async () => {
    disk.put(
      `${MOVED}\\four-ones.yaml`,
      '\ufefforg: 学院党委\r\nmaterials: .\\materials\r\noutbox: ../发件箱\r\n',
    );
    const inside = { ...system.environment, workingFolder: `${MOVED}\\materials` };
    const packed = await pack({ date: WHEN.date }, { ...system, environment: inside });
    expect(packed.kind).toBe('packed');
    expect(packed.outbox).toBe('D:\\发件箱');
    expect(
      disk.paths().filter((path) => path.startsWith('D:\\发件箱\\') && path.endsWith('.zip')),
    ).toHaveLength(1);
  });

  it('a bundle is built, proven, unpacked again and its names are allowed there', async () => {
    const before = disk.paths();
    const packed = await pack({ ...WHEN }, system);
    expect(packed.kind).toBe('packed');
    const made = disk.paths().filter((path) => !before.includes(path));
    expect(
      made.every(
        (path) => path.startsWith(`${MOVED}\\outbox\\`) || path.startsWith(`${MOVED}\\.four-ones\\`),
      ),
    ).toBe(true);
    const bundle = `outbox\\${ORG}+战疫故事汇+20200710`;
    for (const each of [bundle, `${bundle}.zip`]) {
      const { verdict } = await verify({ bundle: each, check: {} }, system);
      expect([each, verdict]).toEqual([each, 'pass']);
    }
    expect(disk.paths().filter((path) => path.startsWith('C:\\Users'))).toEqual([]);
  });

  it('an outbox among the materials is refused, however it is spelled', async () => {
    const out = 'd:/党建 工作/Materials/outbox';
    await expect(pack({ ...WHEN, out }, system)).rejects.toThrow();
  });
});

describe('names as a Mac writes them, letters and accents apart', () => {
  it('a category, its files and a link are found all the same', async () => {
    const mac = createWindowsDisk();
    const title = 'Café 故事'.normalize('NFD');
    for (const path of disk.paths()) {
      const apart = path.replace('逆行者', title);
      mac.put(apart.endsWith('.jpg') ? apart.normalize('NFD') : apart, disk.read(path));
    }
    const { files, storage } = mac;
    const isolation: Isolation = {
      run: async (task, input) => ({ kind: 'done', result: await probeTasks(files)[task](input) }),
      close: () => Promise.resolve(),
    };
    const world = { ...system, files, storage, isolation };
    const packed = await pack({ ...WHEN }, world);
    expect(packed.kind).toBe('packed');
    const names = mac.paths().filter((path) => path.includes('\\outbox\\'));
    expect(names.filter((path) => path !== path.normalize('NFC'))).toEqual([]);
    const { verdict } = await verify({ bundle: `outbox\\${ORG}+战疫故事汇+20200710` }, world);
    expect(verdict).toBe('pass');
  });
});
