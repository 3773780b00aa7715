import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { DATE, openProject, startCli } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

it('a folder is judged again when a file in it has changed, and Ctrl-C ends it with 130', async () => {
  const project = await openProject();
  await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
  const started = startCli(['check', '--watch', '--org', '学院', ...DATE], { cwd: project.folder });
  const seen = { stdout: '', stderr: '' };
  started.child.stdout?.on('data', (text: string) => (seen.stdout += text));
  started.child.stderr?.on('data', (text: string) => (seen.stderr += text));
  const until = async (times: number, word: string, where: keyof typeof seen = 'stdout') => {
    for (let tries = 0; seen[where].split(word).length - 1 < times; tries += 1) {
      if (tries > 1000) throw new Error(`never ${times} × ${word}:\n${seen[where]}`);
      await wait(50);
    }
  };
  await until(1, '结论：合格');
  // Two looks at what has not changed.
  await wait(2500);
  expect(seen.stdout.split('结论：').length - 1).toBe(1);
  await rm(project.at('materials', '战疫故事汇', '逆行者', '照片2.jpg'));
  await until(1, '结论：不合格');
  await project.put('four-ones.yaml', 'notize: 1\n');
  await until(1, 'notize', 'stderr');
  await project.put('four-ones.yaml', 'org: 学院\n');
  await until(2, '结论：不合格');
  started.child.kill('SIGINT');
  const ended = await started.ended;
  expect(ended.exit).toBe(130);
  expect(ended.stderr).toContain('notize');
  expect(ended.stdout).not.toContain('\u001b');
});

it('does not go with a file to write, which would be written once alone', async () => {
  const project = await openProject();
  expect((await project.run(['check', '--watch', '--output', 'r.txt'])).exit).toBe(2);
  expect((await project.run(['check', '--watch', '--format', 'json'])).exit).toBe(2);
});
