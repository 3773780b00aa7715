import { link, mkdir, open, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { measureRun } from '../cli/measure-run.ts';
import { DATE, openProject, PHOTO, SMALL_FILM, STORY, understand, type Project } from '../cli/project.ts';

const FILES = Number(process.env['CROWD_FILES'] ?? 10_000);
const MOST_MEGABYTES = 900;
const GIB = 1024 ** 3;

/** Photographs, texts, forms and a film here and there, a handful to each work; the same bytes under many names. */
async function crowd(project: Project): Promise<void> {
  const photo = await project.copy(PHOTO, 'originals/照片.jpg');
  const text = await project.copy(`${STORY}/逆行者/故事.docx`, 'originals/故事.docx');
  const film = await project.copy(SMALL_FILM, 'originals/片.mp4');
  for (let made = 0; made < FILES;) {
    const folder = project.at('materials', '战疫故事汇', `作品${made}`);
    await mkdir(folder, { recursive: true });
    await link(text, path.join(folder, '故事.docx'));
    for (let at = 1; at <= 7; at++) await link(photo, path.join(folder, `照片${at}.jpg`));
    await writeFile(path.join(folder, '作品信息.yaml'), `标题: 作品${made}\n作者: 某某\n`);
    if (made % 500 === 0) await link(film, path.join(folder, '片.mp4'));
    else await writeFile(path.join(folder, '说明.txt'), `第 ${made} 件\n`);
    made += 10;
  }
}

it(`${FILES} files are judged one and all, within bounded memory, and the next time at once`, async () => {
  const project = await openProject();
  await crowd(project);
  const args = ['check', '--format', 'json', ...DATE];
  const first = await measureRun(project, args);
  expect(first.stderr).not.toMatch(/^ +at /m);
  const { report } = understand(first);
  const parts = report.items.flatMap((item) => item.parts);
  expect(report.items).toHaveLength(FILES / 10);
  expect(parts).toHaveLength((FILES / 10) * 9);
  const readable = report.checks.filter(({ code }) => code === 'file.readable').map(({ result }) => result);
  expect(new Set(readable)).toEqual(new Set(['pass']));
  const second = await measureRun(project, args);
  expect(second.stdout).toBe(first.stdout);
  const text = await measureRun(project, ['check', ...DATE]);
  expect(text.exit).toBe(first.exit);
  process.stderr.write(
    `${FILES} files: ${first.seconds.toFixed(1)} s, ${Math.round(first.megabytes)} MB; again ${second.seconds.toFixed(1)} s, ${Math.round(second.megabytes)} MB; as text ${text.seconds.toFixed(1)} s, ${text.stdout.split('\n').length} lines\n`,
  );
  expect(first.megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(second.megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(second.seconds).toBeLessThan(Math.max(10, first.seconds / 2));
});

/** Grows a file with a hole of nothing, which takes no room on the disk. */
async function grow(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
}

/** 20 GiB in all. */
const LARGE: readonly (readonly [fixture: string, name: string, gib: number])[] = [
  [SMALL_FILM, '片.mp4', 12],
  [PHOTO, '照片.jpg', 2],
  [`${STORY}/逆行者/故事.docx`, '故事.docx', 2],
  ['cases/scan-faults/materials/申报表/一页.pdf', '扫描.pdf', 2],
  ['cases/video-subtitles/materials/专题微党课/外挂字幕/外挂字幕.srt', '字幕.srt', 1],
  [`${STORY}/逆行者/故事.docx`, '压缩.zip', 1],
];

it('20 GB of files that are mostly nothing cost neither memory nor time, and no hole passes for content', async () => {
  const project = await openProject();
  for (const [fixture, name, gib] of LARGE) {
    const file = await project.copy(fixture, `materials/战疫故事汇/大/${name}`);
    expect((await stat(file)).size).toBeLessThan(gib * GIB);
    await grow(file, gib * GIB);
  }
  const run = await measureRun(project, ['check', '--format', 'json', '--no-cache', ...DATE]);
  const { report } = understand(run);
  const readable = report.checks.filter(({ code }) => code === 'file.readable');
  process.stderr.write(`20 GiB: ${run.seconds.toFixed(1)} s, ${Math.round(run.megabytes)} MB\n`);
  // Of the film all pictures are there, and nothing behind them is no damage; of the others the end is missing.
  const passed = readable
    .filter(({ result }) => result === 'pass')
    .map(({ path: name }) => path.basename(name ?? ''));
  expect(passed).toEqual(['片.mp4']);
  expect(run.megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(run.seconds).toBeLessThan(120);
  const verified = await measureRun(project, ['verify', 'materials/战疫故事汇/大/压缩.zip']);
  expect(verified.exit).toBe(1);
  expect(verified.megabytes).toBeLessThan(MOST_MEGABYTES);
});
