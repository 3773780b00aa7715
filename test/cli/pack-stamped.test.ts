import { describe, expect, it, vi } from 'vitest';
import { ANSWERS, pack, storyToFill, STORY_BUNDLE, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const NOTICE = `title: 学校通知
extends: scau-2020
forms: { story-recommendation: { copies: [word, stamped] } }
`;
const SCAN = 'cases/scan-seal/materials/申报表/第二页有章.pdf';

async function story(): Promise<Project> {
  const project = await storyToFill();
  await project.put('通知.yaml', NOTICE);
  await project.put(
    'four-ones.yaml',
    'notice: ./通知.yaml\nmail: { host: 127.0.0.1, from: b@example.edu.cn, user: b@example.edu.cn }\n',
  );
  await project.put('作品信息.yaml', JSON.stringify({ '战疫故事汇/逆行者': ANSWERS }));
  return project;
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);

describe.concurrent('a form that is wanted as Word and as a stamped scan', () => {
  it('is filled, and what is to be printed, stamped and laid where is said; nothing goes before', async () => {
    const project = await story();
    const done = await run(project);
    expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(done.stdout.replace(/\s+/g, '')).toContain(
      `${STORY_BUNDLE}+推荐表.docx还要盖章：打印、盖章（签字）、扫描成PDF`,
    );
    expect(done.stdout).toContain('战疫故事汇/逆行者');
    const sent = await project.run(['send', '--dry-run']);
    expect(sent.exit).not.toBe(0);
    expect(sent.stdout).toContain('还没有盖章的扫描件');
    expect(sent.stdout).toContain('推荐表.docx');
  });

  it('goes as both, named alike, once the scan lies with the work', async () => {
    const project = await story();
    await run(project);
    await project.copy(SCAN, 'materials/战疫故事汇/逆行者/推荐表（盖章）.pdf');
    const done = await run(project, '--replace', '--format', 'json');
    const { plan } = understandPack(done);
    const names =
      plan?.bundles.flatMap(({ files, forms }) => [...files, ...forms].map(({ name }) => name)) ?? [];
    expect(names).toContain(`${STORY_BUNDLE}+推荐表.docx`);
    expect(names).toContain(`${STORY_BUNDLE}+推荐表扫描件.pdf`);
    const sent = await project.run(['send', '--dry-run']);
    expect(sent.stdout).not.toContain('还没有盖章的扫描件');
    expect(sent.exit).toBe(0);
  });

  it('is missed half by half when it is only checked', async () => {
    const project = await story();
    const { report } = await project.check(['--notice', './通知.yaml', '--date', '2020-07-10']);
    const missing = report.checks.filter(({ code }) => code === 'form.missing');
    expect(missing.map(({ result, required }) => `${result} ${required ?? ''}`)).toEqual([
      'fail 附件1《“战疫故事汇”推荐表》（Word 版）',
      'fail 附件1《“战疫故事汇”推荐表》（盖章扫描件）',
    ]);
  });
});
