import { appendFile, cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { completeStory, everything, pack, STORY_BUNDLE, storyToFill } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const PHOTO = `${STORY_BUNDLE}+图1.jpg`;
const FOLDER = `outbox/${STORY_BUNDLE}`;
const ZIP = `${FOLDER}.zip`;

let original: Project;
beforeAll(async () => {
  original = await completeStory();
  const { exit, stderr } = await pack(original);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
});

/** A copy of the outbox, to be spoilt. */
async function copyOfOutbox(): Promise<string> {
  const to = original.at(`copy-${Math.random().toString(36).slice(2)}`);
  await cp(original.at('outbox'), to, { recursive: true });
  return path.basename(to);
}

const verify = (bundle: string, ...args: readonly string[]) => original.run(['verify', bundle, ...args]);

describe.concurrent('verify proves what is whole and finds what is not', () => {
  it.each([FOLDER, ZIP])('%s is complete and unchanged, and looking changes nothing', async (bundle) => {
    const before = await everything(original.at('outbox'));
    const run = await original.run(['verify', bundle], { apart: true });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(run.stdout).toContain('完整，没有改动');
    expect(await everything(original.at('outbox'))).toEqual(before);
  });

  const spoilings: readonly (readonly [
    what: string,
    spoil: (folder: string) => Promise<void>,
    says: string,
  ])[] = [
    [
      'a changed byte',
      async (folder) => {
        const bytes = await readFile(path.join(folder, PHOTO));
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        await writeFile(path.join(folder, PHOTO), bytes);
      },
      '被改动过',
    ],
    ['a missing file', (folder) => rm(path.join(folder, PHOTO)), '少了'],
    ['a file too many', (folder) => writeFile(path.join(folder, '多余.txt'), 'x'), '多出'],
    ['a renamed file', (folder) => rename(path.join(folder, PHOTO), path.join(folder, '图.jpg')), '少了'],
  ];
  it.each(spoilings)('in a folder: %s', async (_, spoil, says) => {
    const outbox = await copyOfOutbox();
    await spoil(original.at(outbox, STORY_BUNDLE));
    const run = await verify(`${outbox}/${STORY_BUNDLE}`);
    expect(run.exit).toBe(1);
    expect(run.stdout).toContain(says);
  });

  it('in a zip: a changed byte of a stored photo, a cut-off end, bytes of another zip', async () => {
    const outbox = await copyOfOutbox();
    const zip = original.at(outbox, `${STORY_BUNDLE}.zip`);
    const bytes = await readFile(zip);
    const photo = await readFile(original.at('outbox', STORY_BUNDLE, PHOTO));
    const at = bytes.indexOf(photo.subarray(100, 164));
    expect(at).toBeGreaterThan(0);
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    for (const spoilt of [changed, bytes.subarray(0, bytes.length - 30), Buffer.from('no zip at all')]) {
      await writeFile(zip, spoilt);
      const run = await verify(`${outbox}/${STORY_BUNDLE}.zip`);
      expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 1, stderr: '' });
    }
  });

  it('a file and the checksums changed together are betrayed by the record', async () => {
    const outbox = await copyOfOutbox();
    const folder = original.at(outbox, STORY_BUNDLE);
    await rm(path.join(folder, PHOTO));
    const list = path.join(folder, 'manifest-sha256.txt');
    const lines = (await readFile(list, 'utf8')).split('\n').filter((line) => !line.includes(PHOTO));
    await writeFile(list, lines.join('\n'));
    const run = await verify(`${outbox}/${STORY_BUNDLE}`);
    expect(run.exit).toBe(1);
    expect(run.stdout).toContain('.bundle.json');
  });

  it('nothing there is wrong use', async () => {
    const run = await verify('outbox/没有.zip');
    expect([run.exit, run.stdout]).toEqual([2, '']);
  });
});

describe('verify --check judges what lies in the bundle', () => {
  it.each([FOLDER, ZIP])('%s passes, and nothing unpacked stays', async (bundle) => {
    const temporary = original.at('temporary');
    const run = await original.run(['verify', bundle, '--check', '--format', 'json'], {
      env: { TMPDIR: temporary },
    });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    const found: unknown = JSON.parse(run.stdout);
    const parts = expect.arrayContaining([
      expect.objectContaining({ role: 'form' }),
      expect.objectContaining({ role: 'text' }),
    ]) as unknown;
    expect(found).toMatchObject({
      verdict: 'pass',
      again: { kind: 'judged', items: [{ category: 'story', parts }] },
    });
    expect(await readdir(temporary)).toEqual([]);
  });

  it('a forced bundle proves complete and is still not what the notice asks for', async () => {
    const project = await storyToFill();
    await pack(project, ['--force', '--reason', '已电话请示']);
    const run = (args: readonly string[]) => project.run(['verify', ZIP, ...args]);
    expect((await run([])).exit).toBe(0);
    const judged = await run(['--check']);
    expect(judged.exit).toBe(1);
    expect(judged.stdout).toContain('完整，没有改动');
    expect(judged.stdout).toContain('作者姓名');
    // Whoever has received a bundle does not pack it.
    expect(judged.stdout).not.toContain('下一步');
    const other = await run(['--check', '--notice', 'wust-2020', '--lang', 'en']);
    expect(other.stdout).toContain('wust-2020');
    expect((await run(['--notice', 'wust-2020'])).exit).toBe(2);
  });

  it('what is not proven is not unpacked, what has no record is no pass', async () => {
    const outbox = await copyOfOutbox();
    await rm(original.at(outbox, `${STORY_BUNDLE}.bundle.json`));
    const alone = await verify(`${outbox}/${STORY_BUNDLE}.zip`, '--check');
    expect(alone.exit).toBe(4);
    expect(alone.stdout).toContain('.bundle.json');
    await appendFile(original.at(outbox, STORY_BUNDLE, PHOTO), 'x');
    const spoilt = await verify(`${outbox}/${STORY_BUNDLE}`, '--check');
    expect(spoilt.exit).toBe(1);
    expect(spoilt.stdout).toContain('没有再按通知检查');
  });

  it('a record that leads out of the folder writes nothing there', async () => {
    const outbox = await copyOfOutbox();
    const record = original.at(outbox, `${STORY_BUNDLE}.bundle.json`);
    const wicked = (await readFile(record, 'utf8')).replaceAll('战疫故事汇/逆行者/', '../../../外面/../');
    await writeFile(record, wicked);
    const before = await readdir(original.folder);
    const run = await original.run(['verify', `${outbox}/${STORY_BUNDLE}.zip`, '--check'], {
      env: { TMPDIR: original.at('a/b') },
    });
    expect({ exit: run.exit, stderr: run.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(await readdir(original.folder)).toEqual([...before, 'a'].sort());
    expect(await readdir(original.folder + '/a', { recursive: true })).toEqual(['b']);
  });
});
