import { execFileSync } from 'node:child_process';
import { chmod, chown, symlink, unlink } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { limitedUser } from './limited-user.ts';
import { DATE, openProject, PHOTO, resultsOf, SMALL_FILM, startCli, understand } from './project.ts';

// Windows lets only administrators make links, and has no pipes in folders.
describe.skipIf(process.platform === 'win32')('what is no file of the folder itself', () => {
  it('a link is named and not followed, wherever it leads, and there is no pass with it', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    await project.copy(PHOTO, 'outside/外面.jpg');
    expect((await project.check()).report.verdict).toBe('pass');
    const links = [
      ['外.jpg', '../../../outside/外面.jpg'],
      ['外面的文件夹', project.at('outside')],
      ['绕圈', '..'],
      ['断了.jpg', 'nowhere'],
      ['自己', '自己'],
      ['设备.jpg', '/dev/zero'],
    ] as const;
    for (const [name, target] of links) {
      const link = project.at('materials', '战疫故事汇', '逆行者', name);
      await symlink(target, link);
      const { report, stdout, exit } = await project.check();
      expect([name, report.strays]).toEqual([name, [{ path: `战疫故事汇/逆行者/${name}`, reason: 'link' }]]);
      expect([name, report.verdict, exit]).toEqual([name, 'unsettled', 4]);
      expect(stdout).not.toContain('外面.jpg');
      await unlink(link);
    }
  });

  it('a pipe or socket is named, and nobody waits at it', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    const names = ['课.mp4', '照片.jpg', '作品信息.yaml', '扫描.pdf'];
    for (const name of names) execFileSync('mkfifo', [project.at('materials', '战疫故事汇', '逆行者', name)]);
    const { report } = await project.check();
    expect(report.strays.map(({ path, reason }) => [path, reason]).sort()).toEqual(
      names.map((name) => [`战疫故事汇/逆行者/${name}`, 'special']).sort(),
    );
    expect(resultsOf(report, 'file.readable', '战疫故事汇/逆行者/照片1.jpg')).toEqual(['pass']);
  });

  it('a config that is a pipe or a link is not waited for', async () => {
    const project = await openProject();
    await project.copy('cases/story-complete/materials', 'materials');
    execFileSync('mkfifo', [project.at('four-ones.yaml')]);
    const { exit, stderr } = await project.run(['check', ...DATE]);
    expect(exit).toBeGreaterThanOrEqual(2);
    expect(stderr).toContain('four-ones.yaml');
    expect(stderr).not.toMatch(/^ +at /m);
  });
});

describe('what may not be read', () => {
  const limited = limitedUser();

  it.skipIf(limited.kind === 'none')(
    `is unknown, never passed over, and the rest is judged${limited.kind === 'none' ? ` (skipped: ${limited.reason})` : ''}`,
    async () => {
      const project = await openProject();
      await project.copy('cases/story-complete/materials', 'materials');
      await project.copy(SMALL_FILM, 'materials/专题微党课/锁着/课.mp4');
      await project.put('materials/战疫故事汇/关着/故事.docx', 'x');
      const user = limited.kind === 'other' ? limited.user : undefined;
      if (user !== undefined) await chown(project.folder, user, user);
      for (const name of ['战疫故事汇/逆行者/照片1.jpg', '专题微党课/锁着/课.mp4', '战疫故事汇/关着']) {
        await chmod(project.at('materials', name), 0o000);
      }
      const args = ['check', '--format', 'json', ...DATE];
      const run = startCli(args, { cwd: project.folder, ...(user !== undefined && { user }) });
      const { exit, report } = understand(await run.ended);
      expect(resultsOf(report, 'file.readable', '战疫故事汇/逆行者/照片1.jpg')).toEqual(['unknown']);
      expect(resultsOf(report, 'file.readable', '专题微党课/锁着/课.mp4')).toEqual(['unknown']);
      expect(resultsOf(report, 'file.readable', '战疫故事汇/逆行者/照片2.jpg')).toEqual(['pass']);
      expect(report.strays).toEqual([{ path: '战疫故事汇/关着', reason: 'unreadable' }]);
      expect(exit).not.toBe(0);
      await chmod(project.at('materials', '战疫故事汇/关着'), 0o755);
    },
  );
});
