import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import {
  appendFile,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatChecksums, parseChecksums } from '../../src/bundle/checksum-list.ts';
import { verifyBundle } from '../../src/bundle/verify-bundle.ts';
import type { BundleVerification } from '../../src/model/bundle-verification.ts';
import { world } from './make-plan.ts';
import { makeZip, type Entry } from './make-zip.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'four-ones-verify-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const list = (files: Readonly<Record<string, string>>) =>
  formatChecksums(Object.entries(files).map(([name, text]) => ({ name, sha256: sha(text) })));
const kinds = ({ findings }: BundleVerification) => findings.map(({ fault }) => fault.kind);

let count = 0;
async function zip(entries: readonly Entry[]): Promise<BundleVerification> {
  const file = path.join(root, `${++count}.zip`);
  await writeFile(file, makeZip(entries));
  return verifyBundle(file, world());
}
function whole(files: Readonly<Record<string, string>>): readonly Entry[] {
  const entries = Object.entries(files).map(([name, data]) => ({ name, data }));
  return [...entries, { name: 'manifest-sha256.txt', data: list(files) }];
}
async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const place = path.join(root, `folder-${++count}`);
  for (const [name, text] of Object.entries({ ...files, 'manifest-sha256.txt': list(files) })) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true });
    await writeFile(path.join(place, name), text);
  }
  return place;
}

describe('a folder that is not what was sent', () => {
  it.each([
    ['changed', (place: string) => appendFile(path.join(place, '甲.docx'), 'x'), ['changed']],
    ['missing', (place: string) => rm(path.join(place, '甲.docx')), ['missing']],
    ['added', (place: string) => writeFile(path.join(place, '新.docx'), 'x'), ['extra']],
    [
      'renamed',
      (place: string) => rename(path.join(place, '甲.docx'), path.join(place, '丙.docx')),
      ['extra', 'missing'],
    ],
    ['linked', (place: string) => symlink('/etc/passwd', path.join(place, '链.docx')), ['link']],
    ['unlisted', (place: string) => rm(path.join(place, 'manifest-sha256.txt')), ['no-checksums']],
  ] as const)('%s', async (_, harm, expected) => {
    const place = await folder({ '甲.docx': '甲', '夹/乙.jpg': '乙' });
    expect((await verifyBundle(place, world())).verdict).toBe('pass');
    await harm(place);
    const found = await verifyBundle(place, world());
    expect(kinds(found).sort()).toEqual([...expected].sort());
    expect(found.verdict).toBe(expected[0] === 'no-checksums' ? 'unsettled' : 'fail');
  });

  it('both file and list changed: the record beside it knows', async () => {
    const place = await folder({ '甲.docx': '甲' });
    const file = { name: '甲.docx', role: 'text', bytes: 3, sha256: sha('原') };
    const rest = {
      notice: { id: 'n', title: 't' },
      org: 'o',
      category: 'c',
      categoryName: 'c',
      date: '2020-07-15',
    };
    await writeFile(
      `${place}.bundle.json`,
      JSON.stringify({ schemaVersion: 1, bundle: 'b', ...rest, files: [file] }),
    );
    expect(kinds(await verifyBundle(place, world()))).toEqual(['record-differs']);
  });

  it('what is no bundle at all is a result, not an error', async () => {
    expect(kinds(await verifyBundle(path.join(root, 'none'), world()))).toEqual(['not-found']);
    const text = path.join(root, 'text.zip');
    await writeFile(text, 'no zip');
    expect(kinds(await verifyBundle(text, world()))).toEqual(['not-a-bundle']);
    await mkdir(path.join(root, 'empty'));
    expect((await verifyBundle(path.join(root, 'empty'), world())).verdict).toBe('fail');
  });
});

describe('a zip of somebody else', () => {
  it('is read with the folder packed into it, and with names in GBK', async () => {
    const files = { '学院+战疫.docx': '甲', '图1.jpg': '乙' };
    expect((await zip(whole(files).map((entry) => ({ ...entry, name: `夹/${entry.name}` })))).verdict).toBe(
      'pass',
    );
    const gbk = await zip(whole(files).map((entry) => ({ ...entry, encoding: 'gbk' as const })));
    expect(gbk.verdict).toBe('pass');
    expect(gbk.files.map(({ name }) => name)).toEqual(Object.keys(files));
  });

  it('made by Python with GBK names', async () => {
    const file = path.join(root, 'python.zip');
    const script = `import sys,zipfile
class Z(zipfile.ZipInfo):
    def _encodeFilenameFlags(self): return self.filename.encode('gbk'), self.flag_bits
z=zipfile.ZipFile(sys.argv[1],'w',zipfile.ZIP_DEFLATED)
z.writestr(Z('联通.docx'),b'a'); z.writestr(Z('战疫故事汇.jpg'),b'b'); z.close()`;
    if (spawnSync('python3', ['-c', script, file]).status !== 0) {
      process.stderr.write('skipped: python3 is not installed\n');
      return;
    }
    const found = await verifyBundle(file, world());
    expect(found.files.map(({ name }) => name)).toEqual(['联通.docx', '战疫故事汇.jpg']);
    expect(found.verdict).toBe('unsettled');
  });

  it.each([
    ['../../逃.docx', 'traversal'],
    ['a/../../b', 'traversal'],
    ['..\\b', 'traversal'],
    ['/etc/passwd', 'absolute'],
    ['\\\\server\\x', 'absolute'],
    ['C:\\x.docx', 'drive'],
    ['a\u001b[2Jb', 'control'],
  ])('%j would write where it must not: %s', async (name, why) => {
    const found = await zip([...whole({ a: 'a' }), { name, data: 'x' }]);
    expect(found.verdict).toBe('fail');
    expect(found.findings.map(({ fault }) => fault)).toContainEqual(
      expect.objectContaining({ kind: 'unsafe-name', why }),
    );
  });

  it.each([
    [
      'two of one name',
      [
        { name: 'A.jpg', data: 'a' },
        { name: 'a.JPG', data: 'b' },
      ],
      'same-name',
    ],
    [
      'two spellings of one name',
      [
        { name: 'é', data: 'a' },
        { name: 'e\u0301', data: 'b' },
      ],
      'same-name',
    ],
    ['a link', [{ name: 'l', data: '/etc/passwd', mode: 0o120777 }], 'link'],
    ['a password', [{ name: 'p', data: 'x', flags: 1 }], 'encrypted'],
    ['an unknown method', [{ name: 'm', data: 'x', method: 99 }], 'unsupported'],
    ['a wrong sum', [{ name: 'c', data: 'x', crc: 1 }], 'damaged'],
    ['a bomb', [{ name: 'b', data: 'x', declared: 3_000_000_000 }], 'bomb'],
    ['less than declared', [{ name: 'b', data: 'x', declared: 2 }], 'damaged'],
    [
      'one stretch of data twice',
      [
        { name: 'a', data: 'x' },
        { name: 'b', data: 'x', sameAs: 0 },
      ],
      'damaged',
    ],
    ['a local name that differs', [{ name: 'b', localName: 'c', data: 'x' }], 'damaged'],
  ] as const)('holds %s', async (_, entries, kind) => {
    const found = await zip(entries);
    expect(kinds(found)).toContain(kind);
    expect(found.verdict).toBe('fail');
  });

  it('cut off anywhere, or with a byte turned, is never called whole', async () => {
    const bytes = makeZip(whole({ '甲.docx': '甲'.repeat(500), '乙.jpg': '乙'.repeat(300) }));
    const file = path.join(root, 'harmed.zip');
    for (let at = 0; at < bytes.length; at += 37) {
      await writeFile(file, bytes);
      await truncate(file, at);
      expect((await verifyBundle(file, world())).verdict).toBe('fail');
    }
    const original = (await readFile(file)).length;
    expect(original).toBeLessThan(bytes.length);
  });
});

describe('manifest-sha256.txt', () => {
  it('escapes names as coreutils do, and reads them back', async ({ skip }) => {
    const entries = ['a\\b', 'a\nb', 'a\rb', '甲 *乙'].map((name) => ({ name, sha256: sha(name) }));
    expect(parseChecksums(formatChecksums(entries))).toEqual({ entries, inside: [], malformed: 0 });
    const place = path.join(root, 'odd');
    await mkdir(place);
    for (const { name } of entries) await writeFile(path.join(place, name), name);
    await writeFile(path.join(root, 'odd.txt'), formatChecksums(entries));
    const said = spawnSync('sha256sum', ['-c', '--strict', '../odd.txt'], { cwd: place });
    if (said.error) skip('sha256sum is not installed');
    expect(said.status).toBe(0);
  });

  it('reads what others write', () => {
    const sum = 'A'.repeat(64);
    const text = `\ufeff${sum} *甲.docx\r\nSHA256 (乙.jpg) = ${sum}\n${sum}  ./丙\nnonsense\n`;
    const parsed = parseChecksums(text);
    expect(parsed.entries.map(({ name }) => name)).toEqual(['甲.docx', '乙.jpg', '丙']);
    expect(parsed.malformed).toBe(1);
  });

  it('tells what lies in an archive where sha256sum does not look, and leaves remarks alone', () => {
    const holds = [{ name: '甲.zip/图\\1.jpg', sha256: sha('图') }];
    const text = formatChecksums([{ name: '甲.zip', sha256: sha('甲'), holds }]);
    expect(text.split('\n')[1]).toMatch(/^# /);
    const parsed = parseChecksums(`# made by hand\n${text}`);
    expect(parsed).toEqual({
      entries: [{ name: '甲.zip', sha256: sha('甲') }],
      inside: holds,
      malformed: 0,
    });
  });

  it('a line longer than any path floods nobody’s screen', () => {
    const line = `${'a'.repeat(64)}  ${'x'.repeat(200_000)}\n`;
    expect(parseChecksums(line)).toEqual({ entries: [], inside: [], malformed: 1 });
  });
});
