import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildingFolder, sweepOutbox } from '../../src/bundle/building-folder.ts';
import { formatBundleManifest, parseBundleManifest } from '../../src/bundle/bundle-manifest.ts';
import { nodeFiles } from '../../src/system/node-files.ts';
import { nodeStorage } from '../../src/system/node-storage.ts';
import { day } from '../bundle/make-plan.ts';
import { mutate } from './fuzz/mutate.ts';
import { openRandom } from './fuzz/random.ts';

const LONG = process.env['LONG'] !== undefined;

/** A good text and what a failing disk, a power cut or an enemy makes of it. */
function damaged(good: string): fc.Arbitrary<Buffer> {
  const bytes = Buffer.from(good);
  return fc.nat().map((seed) => mutate(bytes, bytes, openRandom(seed)).bytes);
}

const RECORD = formatBundleManifest({
  schemaVersion: 1,
  bundle: '学院+战疫故事汇+20200715',
  notice: { id: 'scau-2020', title: '通知', year: 2020 },
  org: '学院',
  category: 'story',
  categoryName: '战疫故事汇',
  date: day('2020-07-15'),
  links: [],
  steps: [],
  files: [
    { source: '战疫故事汇/a/图.jpg', name: '图1.jpg', role: 'photo', bytes: 3, sha256: 'ab'.repeat(32) },
  ],
});

it('a damaged record of a bundle is read as it stands or not at all, never half', () => {
  fc.assert(
    fc.property(damaged(RECORD), (bytes) => {
      const read = parseBundleManifest(bytes);
      if (read) expect(parseBundleManifest(Buffer.from(formatBundleManifest(read)))).toEqual(read);
    }),
    { numRuns: LONG ? 20_000 : 500 },
  );
});

/** No process has this number for long: the one that was building is gone. */
const GONE = { ...nodeStorage.owner, pid: 2 ** 22 - 3, since: 1 };
const JOURNAL = JSON.stringify({
  renames: [
    { inside: true, from: 'bundle', to: '学院+故事' },
    { inside: true, from: 'zip', to: '学院+故事.zip' },
    { inside: true, from: 'record', to: '学院+故事.bundle.json' },
  ],
});

it('what a power cut leaves of a journal keeps nobody from packing again, and moves nothing out of the outbox', async () => {
  const outbox = await mkdtemp(path.join(tmpdir(), 'four-ones-torn-'));
  const disk = { files: nodeFiles, storage: nodeStorage };
  try {
    await fc.assert(
      fc.asyncProperty(damaged(JOURNAL), async (journal) => {
        const folder = buildingFolder(outbox, GONE, '学院+故事');
        await mkdir(path.join(folder, 'bundle'), { recursive: true });
        for (const name of ['zip', 'record']) await writeFile(path.join(folder, name), name);
        await writeFile(path.join(folder, 'commit.json'), journal);
        await sweepOutbox(outbox, disk);
        const left = await readdir(outbox);
        expect(left.filter((name) => name.startsWith('.building-'))).toEqual([]);
        expect(await readdir(path.dirname(outbox))).toContain(path.basename(outbox));
        for (const name of left) await rm(path.join(outbox, name), { recursive: true });
      }),
      { numRuns: LONG ? 2000 : 100 },
    );
  } finally {
    await rm(outbox, { recursive: true, force: true });
  }
});
