import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatChecksums } from '../../src/bundle/checksum-list.ts';
import { verifyBundle } from '../../src/bundle/verify-bundle.ts';
import { LIST_NAME, MANIFEST_NAME } from '../../src/model/bundle.ts';
import type { BundleVerification } from '../../src/model/bundle-verification.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';
import { FileError, type NewFile, type Storage } from '../../src/system/system.ts';
import {
  APART,
  buildBundle,
  category,
  input,
  item,
  notice,
  ORG,
  part,
  planned,
  request,
  world,
} from './make-plan.ts';
import { makeZip, type Entry } from './make-zip.ts';
import { snapshot } from './snapshot.ts';

const NAME = `${ORG}+战疫故事汇+20200715`;
const ARCHIVE = '作品.zip';
const FILES = ['故事.docx', '合影.jpg', '片.mp4'];
const INSIDE = ['正文.docx', '视频.mp4', '图1.jpg'].map((tail) => `${NAME}+${tail}`);
const has = (tool: string) => spawnSync(tool, ['--help'], { stdio: 'ignore' }).error === undefined;
const sha = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let base = '';
let root = '';
beforeAll(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'four-ones-archives-'));
});
afterAll(() => rm(base, { recursive: true, force: true }));
beforeEach(async () => {
  root = await mkdtemp(path.join(base, 'case-'));
  await mkdir(source(''), { recursive: true });
  for (const [index, name] of FILES.entries())
    await writeFile(source(name), randomBytes(index === 2 ? 3_500_000 : 3000 * index + 7));
});
const outbox = (name = '') => path.join(root, 'outbox', name);
const source = (name: string) => path.join(root, 'materials/战疫故事汇/作品', name);
const asked = (more = {}) => request(root, FILES, more, APART);
const afterwards = async () => ((await nodeFiles.exists(outbox())) ? readdir(outbox()) : []);
const proof = (name: string) => verifyBundle(outbox(name), world());
const kinds = ({ findings }: BundleVerification) => findings.map(({ fault }) => fault.kind);

describe('each work in a zip of its own', () => {
  it('lies in folder and zip as one file, told and proven with all that it holds; the sources stay', async () => {
    const before = await snapshot(path.join(root, 'materials'), { times: true });
    const { manifest } = await buildBundle(await asked(), world());
    expect((await readdir(outbox(NAME))).sort()).toEqual([ARCHIVE, LIST_NAME, MANIFEST_NAME].sort());
    const [archive] = manifest.files;
    expect(archive).toMatchObject({ name: ARCHIVE, role: 'archive' });
    expect(archive?.holds?.map(({ name }) => name)).toEqual(INSIDE.map((name) => `${ARCHIVE}/${name}`));
    expect(archive?.holds?.[1]?.sha256).toBe(sha(await readFile(source('片.mp4'))));
    for (const piece of [NAME, `${NAME}.zip`]) {
      const { verdict, findings, files } = await proof(piece);
      expect({ verdict, findings }).toEqual({ verdict: 'pass', findings: [] });
      const proven = files.filter(({ state }) => state === 'proven').map(({ name }) => name);
      expect(proven).toEqual([ARCHIVE, LIST_NAME, ...INSIDE.map((name) => `${ARCHIVE}/${name}`)]);
    }
    expect(await snapshot(path.join(root, 'materials'), { times: true })).toEqual(before);
  });

  it('is the same, byte for byte, wherever it is built, is left alone the second time, and never overwritten', async () => {
    await buildBundle(await asked(), world());
    const first = await snapshot(outbox());
    await buildBundle(await asked({ outbox: path.join(root, 'second') }), world());
    expect(await snapshot(path.join(root, 'second'))).toEqual(first);
    expect((await buildBundle(await asked(), world())).kind).toBe('unchanged');
    await appendFile(source('故事.docx'), '改');
    await expect(buildBundle(await asked(), world())).rejects.toThrow(/作品\.zip\/.*正文\.docx/);
    expect(await snapshot(outbox())).toEqual(first);
  });

  it('is stored in the bundle and stores what it holds, names marked as UTF-8', async ({ skip }) => {
    if (!has('python3')) skip('python3 is not installed');
    await buildBundle(await asked(), world());
    const script = `import io,sys,zipfile,json,hashlib
z=zipfile.ZipFile(sys.argv[1]); inner=zipfile.ZipFile(io.BytesIO(z.read(sys.argv[2])))
assert z.testzip() is None and inner.testzip() is None
print(json.dumps([[z.getinfo(sys.argv[2]).compress_type]]+[[i.filename,i.compress_type,i.flag_bits>>11&1,hashlib.sha256(inner.read(i)).hexdigest()] for i in inner.infolist()]))`;
    const read = execFileSync('python3', ['-c', script, outbox(`${NAME}.zip`), ARCHIVE], {
      encoding: 'utf8',
    });
    const sums = await Promise.all(
      ['故事.docx', '片.mp4', '合影.jpg'].map((name) => readFile(source(name)).then(sha)),
    );
    expect(JSON.parse(read)).toEqual([[0], ...INSIDE.map((name, index) => [name, 0, 1, sums[index]])]);
  });

  it('is unpacked whole by 7-Zip, out of the bundle’s zip and by itself', async ({ skip }) => {
    if (!has('7z')) skip('7z is not installed');
    await buildBundle(await asked(), world());
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    const unpack = (zip: string, target: string) =>
      execFileSync('7z', ['x', '-bd', `-o${path.join(root, target)}`, zip], { stdio: 'pipe', env });
    unpack(outbox(`${NAME}.zip`), 'outer');
    expect(await snapshot(path.join(root, 'outer'))).toEqual(await snapshot(outbox(NAME)));
    unpack(path.join(root, 'outer', ARCHIVE), 'inner');
    const inner = await snapshot(path.join(root, 'inner'));
    expect(Object.keys(inner).sort()).toEqual([...INSIDE].sort());
    expect(Object.values(inner)).toContain(sha(await readFile(source('片.mp4'))));
  });

  it('keeps the checksums such that sha256sum -c accepts them', async ({ skip }) => {
    if (!has('sha256sum')) skip('sha256sum is not installed');
    await buildBundle(await asked(), world());
    const options = { cwd: outbox(NAME), encoding: 'utf8' } as const;
    const said = execFileSync('sha256sum', ['-c', '--strict', MANIFEST_NAME], options);
    expect(said.match(/: OK$/gm)).toHaveLength(2);
  });

  it('tells how far it is, and ends at the whole', async () => {
    const seen: number[] = [];
    const onBuilding = (_: string, done: number, total: number) => seen.push(done / total);
    await buildBundle(await asked(), world({ onBuilding }));
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('when the world fails, no half archive is left', () => {
  it('a source that is saved anew, in the same size, while it is packed', async () => {
    const wanted = await asked();
    let touched: Promise<void> | undefined;
    const onBuilding = () => {
      touched ??= writeFile(source('片.mp4'), randomBytes(3_500_000));
    };
    const storage = writing((inner) => ({
      ...inner,
      write: async (bytes) => {
        await new Promise((resolve) => setTimeout(resolve, 30));
        await inner.write(bytes);
      },
    }));
    await expect(buildBundle(wanted, world({ onBuilding, storage }))).rejects.toThrow(/changed/);
    await touched;
    expect(await afterwards()).toEqual([]);
  });

  it.each([0, 1, 100_000, 3_600_000, 5_000_000])('a disk that is full after %i bytes', async (room) => {
    let left = room;
    const storage = writing((inner, file) => ({
      ...inner,
      write: async (bytes) => {
        left -= bytes.length;
        if (left < 0) throw new FileError('full', file);
        await inner.write(bytes);
      },
    }));
    await expect(buildBundle(await asked(), world({ storage }))).rejects.toThrow(/filled up/);
    expect(await afterwards()).toEqual([]);
  });

  it('a disk that turns one bit of a film on its way into the work’s own zip', async () => {
    const storage = writing((inner, file) => {
      let written = 0;
      const write = async (bytes: Uint8Array) => {
        const copy = Uint8Array.from(bytes);
        const at = 1_000_000 - written;
        if (at >= 0 && at < copy.length) copy[at] = (copy[at] ?? 0) ^ 1;
        written += bytes.length;
        await inner.write(copy);
      };
      return file.endsWith(ARCHIVE) ? { ...inner, write } : inner;
    });
    await expect(buildBundle(await asked(), world({ storage }))).rejects.toThrow(/read again/);
    expect(await afterwards()).toEqual([]);
  });
});

describe('an archive that is not what was packed never passes', () => {
  const entry = (name: string, data: string, more: Partial<Entry> = {}): Entry => ({ name, data, ...more });
  const inner = (more: Partial<Entry> = {}) => makeZip([entry('图.jpg', '图'), entry('文.docx', '文', more)]);
  let count = 0;

  /** A folder with one archive, its own line of the list true, and what the list tells of its inside. */
  async function folder(archive: Uint8Array, inside: Readonly<Record<string, string>>): Promise<string> {
    const place = path.join(root, `folder-${++count}`);
    const holds = Object.entries(inside).map(([name, text]) => ({
      name: `甲.zip/${name}`,
      sha256: sha(text),
    }));
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, '甲.zip'), archive);
    await writeFile(
      path.join(place, MANIFEST_NAME),
      formatChecksums([{ name: '甲.zip', sha256: sha(archive), holds }]),
    );
    return place;
  }
  const TRUE = { '图.jpg': '图', '文.docx': '文' };

  it.each([
    ['whole', inner(), TRUE, 'pass', []],
    ['with an entry that is damaged', inner({ crc: 1 }), TRUE, 'fail', ['damaged']],
    ['with an entry of other bytes', inner(), { ...TRUE, '文.docx': '原文' }, 'fail', ['changed']],
    ['with an entry missing', inner(), { ...TRUE, '三.jpg': '三' }, 'fail', ['missing']],
    ['with an entry too many', inner(), { '图.jpg': '图' }, 'fail', ['extra']],
    [
      'that leads out of its folder',
      makeZip([entry('../图.jpg', '图')]),
      { '图.jpg': '图' },
      'fail',
      ['unsafe-name', 'missing'],
    ],
    ['that is a bomb', inner({ declared: 3_000_000_000 }), TRUE, 'fail', ['bomb']],
    ['that is none', Buffer.from('no zip'), TRUE, 'fail', ['damaged']],
  ] as const)('%s', async (_, archive, inside, verdict, found) => {
    const said = await verifyBundle(await folder(archive, inside), world());
    expect(said.verdict).toBe(verdict);
    expect(kinds(said)).toEqual(expect.arrayContaining([...found]));
  });

  it('names the damaged file within its archive', async () => {
    const { findings } = await verifyBundle(await folder(inner({ crc: 1 }), TRUE), world());
    expect(findings.map(({ fault }) => 'name' in fault && fault.name)).toEqual(['甲.zip/文.docx']);
  });

  it('cut off anywhere in the bundle’s zip, or with a byte turned, it fails', async () => {
    await buildBundle(await asked(), world());
    const bytes = await readFile(outbox(`${NAME}.zip`));
    const harmed = path.join(root, 'harmed.zip');
    for (let at = 1000; at < bytes.length; at += Math.ceil(bytes.length / 23)) {
      const turned = Uint8Array.from(bytes);
      turned[at] = (turned[at] ?? 0) ^ 0x10;
      for (const torn of [turned, bytes.subarray(0, at)]) {
        await writeFile(harmed, torn);
        expect((await verifyBundle(harmed, world())).verdict).toBe('fail');
      }
    }
  });

  it('with the lines of its inside struck out of the list, the record still asks for each file', async () => {
    await buildBundle(await asked(), world());
    const list = outbox(`${NAME}/${MANIFEST_NAME}`);
    const struck = (await readFile(list, 'utf8')).replace(/^#.*\n/gm, '');
    await writeFile(list, struck);
    expect(await proof(NAME)).toMatchObject({ verdict: 'pass', findings: [] });
    const record = outbox(`${NAME}.bundle.json`);
    const film = sha(await readFile(source('片.mp4')));
    await writeFile(record, (await readFile(record, 'utf8')).replace(film, sha('another film')));
    const found = await proof(NAME);
    expect(found.verdict).toBe('fail');
    expect(kinds(found)).toEqual(['record-differs']);
  });

  it('in a bundle that was compressed anew nobody has looked into it, so nothing is claimed', async ({
    skip,
  }) => {
    if (!has('7z')) skip('7z is not installed');
    await writeFile(source('片.mp4'), Buffer.alloc(1_000_000));
    await buildBundle(await asked(), world());
    const again = path.join(root, 'again.zip');
    execFileSync('7z', ['a', '-tzip', '-mm=Deflate', '-mx=9', again, '.'], {
      cwd: outbox(NAME),
      stdio: 'pipe',
    });
    const found = await verifyBundle(again, world());
    expect({ verdict: found.verdict, kinds: kinds(found) }).toEqual({
      verdict: 'unsettled',
      kinds: ['archive-unread'],
    });
  });
});

describe('names of archives', () => {
  const named = (titles: readonly string[], name: string) => {
    const works = titles.map((title, index) =>
      item(title, [part(`战疫故事汇/${index}/文.docx`)], { path: `战疫故事汇/${index}`, title }),
    );
    const own = {
      packing: { value: { each: { as: 'zip', name } }, level: 'must', clause: { notice: 't' } },
    } as const;
    const [bundle] = planned(input(works, { notice: notice([category(own)]) })).bundles;
    return bundle?.archives.map((archive) => archive.name);
  };

  it('tell works of one title apart, whatever its case, and whatever folder they lie in: a mail has none', () => {
    expect(named(['Abc', 'aBC'], '{title}')).toEqual(['Abc.zip', 'aBC（2）.zip']);
    expect(named(['甲', '甲'], '{category}/{title}')).toEqual([
      '战疫故事汇/甲.zip',
      '战疫故事汇/甲（2）.zip',
    ]);
    expect(named(['甲', '乙'], '{title}/作品')).toEqual(['甲/作品.zip', '乙/作品（2）.zip']);
  });

  it('stay short enough to unpack on Windows, extension and all, and are no device', () => {
    const [long = '', device] = named(['长'.repeat(90), 'con'], '{title}') ?? [];
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(120);
    expect(long).toMatch(/…\.zip$/);
    expect(device).toBe('con_.zip');
  });
});

function writing(change: (inner: NewFile, file: string) => NewFile): Storage {
  return {
    ...nodeStorage,
    clone: () => Promise.resolve(false),
    createFile: async (file) => change(await nodeStorage.createFile(file), file),
  };
}
