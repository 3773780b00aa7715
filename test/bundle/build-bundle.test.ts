import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFile,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildBundles } from '../../src/bundle/build-bundles.ts';
import { verifyBundle } from '../../src/bundle/verify-bundle.ts';
import { LIST_NAME, MANIFEST_NAME } from '../../src/model/bundle.ts';
import { EnvironmentError, Interrupted, UsageError } from '../../src/model/problems.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';
import { FileError, type NewFile, type Storage } from '../../src/system/system.ts';
import { buildBundle, ORG, request, world } from './make-plan.ts';
import { snapshot } from './snapshot.ts';

const NAME = `${ORG}+战疫故事汇+20200715`;
const FILES = ['故事.docx', '合影.jpg', '近景.jpg', '片.mp4', '片.srt'];
const has = (tool: string) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).error === undefined;

let base = '';
let root = '';
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'four-ones-bundle-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));
beforeEach(async () => {
  root = await mkdtemp(path.join(base, 'case-'));
  const folder = path.join(root, 'materials/战疫故事汇/作品');
  await mkdir(folder, { recursive: true });
  for (const [index, name] of FILES.entries())
    await writeFile(path.join(folder, name), randomBytes(3000 * index + 1));
  await writeFile(path.join(folder, '片.mp4'), randomBytes(3_500_000));
});
const outbox = (name = '') => path.join(root, 'outbox', name);
const source = (name: string) => path.join(root, 'materials/战疫故事汇/作品', name);

describe('a bundle proves itself', () => {
  it('holds every file under its new name, as folder, zip and record, and leaves the sources alone', async () => {
    const before = await snapshot(path.join(root, 'materials'), { times: true });
    const built = await buildBundle(await request(root, FILES), world());
    expect(built.kind).toBe('built');
    expect((await readdir(outbox())).sort()).toEqual([NAME, `${NAME}.bundle.json`, `${NAME}.zip`].sort());
    const names = ['正文.docx', '图1.jpg', '图2.jpg', '视频.mp4', '视频.srt'].map(
      (tail) => `${NAME}+${tail}`,
    );
    expect((await readdir(outbox(NAME))).sort()).toEqual([...names, LIST_NAME, MANIFEST_NAME].sort());
    expect(await readFile(outbox(`${NAME}/${NAME}+图2.jpg`))).toEqual(await readFile(source('近景.jpg')));
    expect(built.manifest.files).toHaveLength(6);
    expect(await snapshot(path.join(root, 'materials'), { times: true })).toEqual(before);
  });

  it('is the same, byte for byte, whenever and wherever it is built', async () => {
    await buildBundle(await request(root, FILES), world());
    const first = await snapshot(outbox());
    const elsewhere = { ...(await request(root, FILES)), outbox: path.join(root, 'second') };
    await utimes(source('片.mp4'), new Date(), new Date(1e12));
    await buildBundle(elsewhere, world());
    expect(await snapshot(elsewhere.outbox)).toEqual(first);
  });

  it('is accepted by sha256sum -c', async ({ skip }) => {
    if (!has('sha256sum')) skip('sha256sum is not installed');
    await buildBundle(await request(root, FILES), world());
    const said = execFileSync('sha256sum', ['-c', '--strict', MANIFEST_NAME], {
      cwd: outbox(NAME),
      encoding: 'utf8',
    });
    expect(said.match(/: OK$/gm)).toHaveLength(6);
  });

  it.each([
    [
      'python3',
      [
        '-c',
        'import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None\nz.extractall(sys.argv[2])',
      ],
    ],
    ['unzip', undefined],
    ['7z', undefined],
  ] as const)('is unpacked whole by %s', async (tool, python) => {
    if (!has(tool)) {
      process.stderr.write(`skipped: ${tool} is not installed\n`);
      return;
    }
    await buildBundle(await request(root, FILES), world());
    const [zip, target] = [outbox(`${NAME}.zip`), path.join(root, 'unpacked')];
    const args = {
      python3: [...(python ?? []), zip, target],
      unzip: ['-q', zip, '-d', target],
      '7z': ['x', '-bd', `-o${target}`, zip],
    };
    execFileSync(tool, args[tool], { stdio: 'pipe', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    expect(await snapshot(target)).toEqual(await snapshot(outbox(NAME)));
  });

  it('stores media and deflates documents, with names marked as UTF-8', async ({ skip }) => {
    if (!has('python3')) skip('python3 is not installed');
    await buildBundle(await request(root, FILES), world());
    const script =
      'import sys,zipfile,json\nprint(json.dumps([[i.filename,i.compress_type,i.flag_bits>>11&1,i.date_time] for i in zipfile.ZipFile(sys.argv[1]).infolist()]))';
    const listed: unknown = JSON.parse(
      execFileSync('python3', ['-c', script, outbox(`${NAME}.zip`)], { encoding: 'utf8' }),
    );
    const midnight = [2020, 7, 15, 0, 0, 0];
    expect(listed).toEqual([
      [`${NAME}+正文.docx`, 8, 1, midnight],
      [`${NAME}+视频.mp4`, 0, 1, midnight],
      [`${NAME}+视频.srt`, 8, 1, midnight],
      [`${NAME}+图1.jpg`, 0, 1, midnight],
      [`${NAME}+图2.jpg`, 0, 1, midnight],
      [LIST_NAME, 8, 1, midnight],
      [MANIFEST_NAME, 8, 0, midnight],
    ]);
  });

  it('tells how far it is, and ends at the whole', async () => {
    const seen: number[] = [];
    await buildBundle(
      await request(root, FILES),
      world({ onBuilding: (_, done, total) => seen.push(done / total) }),
    );
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('what is there already', () => {
  it('is left alone where it is the same', async () => {
    await buildBundle(await request(root, FILES), world());
    const before = await snapshot(outbox(), { times: true });
    expect((await buildBundle(await request(root, FILES), world())).kind).toBe('unchanged');
    expect(await snapshot(outbox(), { times: true })).toEqual(before);
  });

  it('is never overwritten where it differs; with replace it is kept under a number', async () => {
    await buildBundle(await request(root, FILES), world());
    const before = await snapshot(outbox());
    await appendFile(source('故事.docx'), '改');
    await expect(buildBundle(await request(root, FILES), world())).rejects.toThrow(UsageError);
    expect(await snapshot(outbox())).toEqual(before);
    const replaced = await buildBundle(await request(root, FILES, { replace: true }), world());
    expect(replaced.kept).toBe(`${NAME}.v1`);
    const after = await snapshot(outbox());
    for (const [name, content] of Object.entries(before))
      expect(after[name.replace(NAME, `${NAME}.v1`)]).toEqual(content);
    await appendFile(source('故事.docx'), '又改');
    expect((await buildBundle(await request(root, FILES, { replace: true }), world())).kept).toBe(
      `${NAME}.v2`,
    );
    expect(await readdir(outbox())).toHaveLength(9);
  });

  it('counts as different when somebody touched it', async () => {
    await buildBundle(await request(root, FILES), world());
    await appendFile(outbox(`${NAME}/${LIST_NAME}`), 'x');
    await expect(buildBundle(await request(root, FILES), world())).rejects.toThrow(/differs/);
    await rm(outbox(`${NAME}.zip`));
    await expect(buildBundle(await request(root, FILES), world())).rejects.toThrow(UsageError);
  });

  it('may be a folder in the way of the zip: nothing is lost', async () => {
    await mkdir(outbox(`${NAME}.zip/mine`), { recursive: true });
    await expect(buildBundle(await request(root, FILES), world())).rejects.toThrow(UsageError);
    expect(await readdir(outbox())).toEqual([`${NAME}.zip`]);
    await buildBundle(await request(root, FILES, { replace: true }), world());
    expect(await readdir(outbox(`${NAME}.v1.zip`))).toEqual(['mine']);
  });
});

describe('when the world fails, nothing is left and nothing is lost', () => {
  const afterwards = async () => ((await nodeFiles.exists(outbox())) ? readdir(outbox()) : []);

  it('a source that changed since the check', async () => {
    const asked = await request(root, FILES);
    await appendFile(source('合影.jpg'), 'x');
    await expect(buildBundle(asked, world())).rejects.toThrow(EnvironmentError);
    expect(await afterwards()).toEqual([]);
  });

  it('a source that is saved anew, in the same size, while it is packed', async () => {
    const asked = await request(root, FILES);
    let touched: Promise<void> | undefined;
    const onBuilding = () => {
      touched ??= writeFile(source('片.mp4'), randomBytes(3_500_000));
    };
    const slow: Storage = {
      ...nodeStorage,
      createFile: async (file) => throttled(await nodeStorage.createFile(file)),
    };
    await expect(buildBundle(asked, world({ onBuilding, storage: slow }))).rejects.toThrow(/changed/);
    await touched;
    expect(await afterwards()).toEqual([]);
  });

  it.each([0, 1, 100_000, 2_000_000, 3_600_000, 5_000_000, 7_000_000])(
    'a disk that is full after %i bytes',
    async (room) => {
      const before = await snapshot(path.join(root, 'materials'));
      const asked = await request(root, FILES);
      await expect(buildBundle(asked, world({ storage: limited(room) }))).rejects.toThrow(/filled up/);
      expect(await afterwards()).toEqual([]);
      expect(await snapshot(path.join(root, 'materials'))).toEqual(before);
    },
  );

  it('a real disk that is too small is told with figures before anything is written', async () => {
    const tiny: Storage = { ...nodeStorage, freeBytes: () => Promise.resolve(1_000_000) };
    const failing = buildBundle(await request(root, FILES), world({ storage: tiny }));
    await expect(failing).rejects.toMatchObject({
      name: 'EnvironmentError',
      words: { zh: expect.stringMatching(/打包需要约 71 MB.*只剩 1 MB/) as string },
    });
    expect(await afterwards()).toEqual([]);
  });

  it('a target that cannot be written', async () => {
    const folder = path.join(root, 'outbox');
    await mkdir(folder);
    const denied: Storage = {
      ...nodeStorage,
      makeFolder: (place) => Promise.reject(new FileError('denied', place)),
    };
    await chmod(folder, 0o500);
    const storage = process.getuid?.() === 0 ? denied : nodeStorage;
    await expect(buildBundle(await request(root, FILES), world({ storage }))).rejects.toThrow(
      /cannot be written/,
    );
    await chmod(folder, 0o700);
    expect(await afterwards()).toEqual([]);
  });

  it('a file where the outbox should be', async () => {
    await writeFile(outbox().replace(/\/$/, ''), 'mine');
    await expect(buildBundle(await request(root, FILES), world())).rejects.toThrow(EnvironmentError);
  });

  it('an interruption', async () => {
    const stop = new AbortController();
    const asked = await request(root, FILES);
    const onBuilding = (_: string, done: number) => {
      if (done > 2_000_000) stop.abort();
    };
    await expect(buildBundle(asked, world({ onBuilding, interrupted: stop.signal }))).rejects.toThrow(
      Interrupted,
    );
    expect(await afterwards()).toEqual([]);
  });

  it('a disk that loses what it was given: the zip is read back', async () => {
    const storage: Storage = {
      ...nodeStorage,
      createFile: async (file) => forgetful(file, await nodeStorage.createFile(file)),
    };
    await expect(buildBundle(await request(root, FILES), world({ storage }))).rejects.toThrow(/read again/);
    expect(await afterwards()).toEqual([]);
  });

  it('a rename that fails in the middle takes back the ones before it', async () => {
    await buildBundle(await request(root, FILES), world());
    const before = await snapshot(outbox());
    await appendFile(source('故事.docx'), '改');
    const storage: Storage = {
      ...nodeStorage,
      renameAll: async (renames) => {
        const last = renames.at(-1);
        if (last) await writeFile(last.from + '.gone', '');
        return nodeStorage.renameAll(
          renames.map((one) => (one === last ? { ...one, from: `${one.from}.none` } : one)),
        );
      },
    };
    await expect(
      buildBundle(await request(root, FILES, { replace: true }), world({ storage })),
    ).rejects.toThrow();
    expect(await snapshot(outbox())).toEqual(before);
  });
});

describe('leftovers of a killed run', () => {
  it('goes on from its journal, and clears what has none', async () => {
    await buildBundle(await request(root, FILES), world());
    const whole = await snapshot(outbox());
    const dead = (await readdir(outbox())).length > 0 ? deadFolder() : '';
    await mkdir(outbox(dead));
    const steps = [
      { inside: true, from: 'bundle', to: NAME },
      { inside: true, from: 'zip', to: `${NAME}.zip` },
      { inside: true, from: 'record', to: `${NAME}.bundle.json` },
    ];
    await writeFile(outbox(`${dead}/commit.json`), JSON.stringify({ renames: steps }));
    await nodeStorage.renameAll([
      { from: outbox(`${NAME}.zip`), to: outbox(`${dead}/zip`) },
      { from: outbox(`${NAME}.bundle.json`), to: outbox(`${dead}/record`) },
    ]);
    expect((await buildBundle(await request(root, FILES), world())).kind).toBe('unchanged');
    expect(await snapshot(outbox())).toEqual(whole);
  });

  it('leaves a living builder and other machines alone', async () => {
    const { owner } = nodeStorage;
    const mine = { ...nodeStorage, owner: { ...owner, host: 'another-machine' } };
    const { buildingFolder } = await import('../../src/bundle/building-folder.ts');
    const folders = [buildingFolder(outbox(), mine.owner, 'x'), buildingFolder(outbox(), owner, 'x')];
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await buildBundle(await request(root, FILES), world());
    for (const folder of folders) expect((await stat(folder)).isDirectory()).toBe(true);
  });
});

it('verify agrees with what was built, as folder and as zip', async () => {
  await buildBundle(await request(root, FILES), world());
  for (const piece of [NAME, `${NAME}.zip`]) {
    expect(await verifyBundle(outbox(piece), world())).toMatchObject({ verdict: 'pass', findings: [] });
  }
});

/** Owned by a process number that is no longer in use. */
function deadFolder(): string {
  const ended = spawnSync(process.execPath, ['-e', '0']);
  const { host } = nodeStorage.owner;
  const hash = execFileSync(
    process.execPath,
    [
      '-p',
      `require('crypto').createHash('sha256').update(${JSON.stringify(host)}).digest('hex').slice(0,10)`,
    ],
    { encoding: 'utf8' },
  ).trim();
  return `.building-${ended.pid}-${Date.now().toString(36)}-${hash}-0123456789`;
}

function limited(room: number): Storage {
  let left = room;
  return {
    ...nodeStorage,
    clone: () => Promise.resolve(false),
    createFile: async (file) => {
      const inner = await nodeStorage.createFile(file);
      return {
        ...inner,
        write: async (bytes) => {
          left -= bytes.length;
          if (left < 0) throw new FileError('full', file);
          await inner.write(bytes);
        },
      };
    },
  };
}

function throttled(inner: NewFile): NewFile {
  return {
    ...inner,
    write: async (bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      await inner.write(bytes);
    },
  };
}

/** One bit of the film falls over on its way into the zip. */
function forgetful(file: string, inner: NewFile): NewFile {
  let written = 0;
  return {
    ...inner,
    write: async (bytes) => {
      const copy = Uint8Array.from(bytes);
      const at = 1_000_000 - written;
      if (file.endsWith('zip') && at >= 0 && at < copy.length) copy[at] = (copy[at] ?? 0) ^ 1;
      written += bytes.length;
      await inner.write(copy);
    },
  };
}

describe('several bundles at once lose nobody time or order', () => {
  it('builds none of them where the last one has no room to stand', async () => {
    const first = await request(root, FILES);
    const second = { ...first, bundle: { ...first.bundle, name: '另一个包' } };
    await mkdir(path.join(first.outbox, '另一个包'), { recursive: true });
    await expect(buildBundles([first, second], world())).rejects.toThrow(UsageError);
    expect(await readdir(first.outbox)).toEqual(['另一个包']);
  });

  it('refuses a file that was changed after it was judged, whatever its size', async () => {
    const asked = await request(root, FILES);
    const [source = ''] = asked.bundle.files.map((file) => file.source);
    const changed = { ...asked, identities: new Map([[source, 'as it was judged']]) };
    await expect(buildBundles([changed], world())).rejects.toThrow(/changed/);
  });
});
