import { open, stat } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { measureRun } from './measure-run.ts';
import { DATE, openProject, SMALL_FILM, understand, type Project } from './project.ts';

const LIMIT = 2 * 1024 ** 3;

/** A whole film, grown to that size by a last box of nothing, which takes no room on the disk. ISO/IEC 14496-12, 4.2 and 8.1.2 */
async function sparseFilm(project: Project, name: string, bytes: number): Promise<void> {
  const file = await project.copy(SMALL_FILM, `materials/专题微党课/${name}/${name}.mp4`);
  const { size } = await stat(file);
  const head = Buffer.alloc(16);
  head.writeUInt32BE(1, 0);
  head.write('free', 4, 'latin1');
  head.writeBigUInt64BE(BigInt(bytes - size), 8);
  const handle = await open(file, 'r+');
  try {
    await handle.write(head, 0, head.length, size);
    await handle.truncate(bytes);
  } finally {
    await handle.close();
  }
}

it(
  'a film over 2 GiB is found by its size, exactly at the limit, and none of it is read for that',
  { timeout: 60_000 },
  async () => {
    const project = await openProject();
    await project.copy(SMALL_FILM, 'materials/专题微党课/小/小.mp4');
    const small = await measureRun(project, ['check', '--format', 'json', '--no-cache', ...DATE]);
    await sparseFilm(project, '刚好', LIMIT);
    await sparseFilm(project, '超一点', LIMIT + 1);
    await sparseFilm(project, '二十亿', 2e9);
    await sparseFilm(project, '二十亿零一', 2e9 + 1);
    await sparseFilm(project, '很大', 3 * LIMIT);
    const run = await measureRun(project, ['check', '--format', 'json', '--no-cache', ...DATE]);
    const { report } = understand(run);
    const told = (name: string) =>
      report.checks.find(
        ({ code, path }) => code === 'file.size' && path === `专题微党课/${name}/${name}.mp4`,
      );

    expect(told('刚好')?.result).toBe('pass');
    expect(told('超一点')?.result).toBe('fail');
    expect(told('很大')?.result).toBe('fail');
    expect(told('二十亿')?.result).toBe('pass');
    // Some count 2 G as 2 × 10⁹: above it, a pass comes with a word of warning.
    const plain = told('小')?.message;
    expect(told('二十亿')?.message).toBe(plain);
    expect(told('二十亿零一')?.result).toBe('pass');
    expect(told('二十亿零一')?.message).not.toBe(plain);
    expect(told('刚好')?.message).not.toBe(plain);
    expect(told('超一点')?.actual).not.toBe(told('超一点')?.required);

    const readable = report.checks.filter(({ code }) => code === 'file.readable').map(({ result }) => result);
    expect(readable).toEqual(Array.from({ length: 6 }, () => 'pass'));
    // Five films of 13 GB together: reading even one of them would show.
    expect(run.seconds).toBeLessThan(small.seconds * 6 + 5);
    expect((run.bytesRead ?? 0) - (small.bytesRead ?? 0)).toBeLessThan(20 * 1024 * 1024);
  },
);
