import { createHash } from 'node:crypto';
import { lstat, readFile, readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { DATE, openProject, SMALL_FILM, type Project } from './project.ts';

/** Everything the disk says of every file and folder but when it was last read. */
async function snapshot(folder: string): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  for (const name of ['', ...(await readdir(folder, { recursive: true }))]) {
    const place = path.join(folder, name);
    const { mode, size, mtimeNs, ctimeNs, ino, uid } = await lstat(place, { bigint: true });
    const content = (mode & 0o170000n) === 0o100000n ? await readFile(place) : '';
    const digest = createHash('sha256').update(content).digest('hex');
    seen.set(name, [mode, size, mtimeNs, ctimeNs, ino, uid, digest].join(' '));
  }
  return seen;
}

async function materialsOfEveryKind(project: Project): Promise<string> {
  const into = 'materials';
  await project.copy('cases/litter/materials', into);
  await project.copy('cases/photo-faults/materials', into);
  await project.copy('cases/scan-faults/materials/申报表', `${into}/党建特色案例/扫描`);
  await project.copy('cases/press-contact/materials', into);
  await project.copy(SMALL_FILM, `${into}/专题微党课/课/课.mp4`);
  await project.copy(
    'cases/video-faults/materials/专题微党课/拷了一半/拷了一半.mp4',
    `${into}/专题微党课/半/半.mp4`,
  );
  await project.copy('cases/video-subtitles/materials/专题微党课/GBK字幕', `${into}/专题微党课/GBK字幕`);
  await project.put(`${into}/专题微党课/课/作品信息.yaml`, '标题: 课\n', 0o444);
  await utimes(project.at(into, '专题微党课/课/课.mp4'), 1e9, 1e9);
  return project.at(into);
}

it(
  'no way of checking changes a byte, a name, a time or a permission of the materials',
  { timeout: 60_000 },
  async () => {
    const project = await openProject();
    const materials = await materialsOfEveryKind(project);
    const before = await snapshot(materials);
    const ways: readonly (readonly string[])[] = [
      [],
      ['--format', 'json', '--lang', 'en'],
      ['--output', 'elsewhere/report.txt'],
      ['--no-cache', '--jobs', '1', '--strict', '--complete'],
      ['--deep'],
      ['--deep', '--format', 'json', '--output', 'elsewhere/report.json'],
    ];
    for (const way of ways) {
      const { exit, stderr } = await project.run(['check', 'materials', ...DATE, ...way]);
      const report = way.find((arg) => arg.startsWith('elsewhere/'));
      const told = report === undefined ? '' : `报告已写入 ${report}\n`;
      expect({ way, exit, stderr }).toEqual({ way, exit: 1, stderr: told });
      expect({ way, now: await snapshot(materials) }).toEqual({ way, now: before });
    }
  },
);

it('the comparison itself sees what is touched', async () => {
  const project = await openProject();
  const file = await project.put('materials/a.txt', 'a');
  const { atime, mtime } = await lstat(file);
  const before = await snapshot(project.at('materials'));
  await utimes(file, atime, mtime);
  expect(await snapshot(project.at('materials'))).not.toEqual(before);
});
