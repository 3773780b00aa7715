import { readdir, readFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import { completeStory, ORG, pack, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const MAIL = 'mail: { host: 127.0.0.1, from: b@example.edu.cn, user: b@example.edu.cn }\n';

/** One complete story whose works go to a net disk and whose form and table go by mail. */
async function storyTwoWays(works: string, mailed: string): Promise<Project> {
  const project = await completeStory();
  await project.put(
    '通知.yaml',
    `title: 分送
extends: scau-2020
summary: { columns: [序号, 作品名称] }
routes:
  disk: { name: 网盘, of: ${works}, netdisk: { name: 百度网盘, code: required } }
  box: { name: 报名邮箱, of: ${mailed}, mail: { to: a@example.edu.cn, attach: files } }
categories: { story: { routes: [disk, box] } }
`,
  );
  await project.put('four-ones.yaml', `notice: ./通知.yaml\n${MAIL}`);
  return project;
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);

describe.concurrent('a notice that sends works one way and forms another', () => {
  const BUNDLE = `${ORG}+战疫故事汇+20200710`;
  const BY_DISK = `${BUNDLE}（网盘）`;

  it('gets a bundle for each way with what goes there and nothing else, each whole, each judged by its own part', async () => {
    const project = await storyTwoWays('[作品]', '[form, 汇总表]');
    const packed = await run(project, '--format', 'json');
    expect({ exit: packed.exit, stderr: packed.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(understandPack(packed).plan?.bundles.map(({ name }) => name)).toEqual([BY_DISK, BUNDLE]);
    const lying = async (bundle: string) => {
      const names = await readdir(project.at('outbox', bundle));
      return names.filter((name) => name.startsWith(BUNDLE) || name.includes('汇总表')).sort();
    };
    expect(await lying(BY_DISK)).toEqual(
      ['正文.docx', '图1.jpg', '图2.jpg'].map((tail) => `${BUNDLE}+${tail}`).sort(),
    );
    expect(await lying(BUNDLE)).toEqual([`${BUNDLE}+推荐表.docx`, `${ORG}战疫故事汇汇总表.xlsx`].sort());
    for (const bundle of [BUNDLE, BY_DISK]) {
      const again = await project.run([
        'verify',
        `outbox/${bundle}.zip`,
        '--check',
        '--notice',
        './通知.yaml',
      ]);
      expect([again.exit, again.stderr]).toEqual([0, '']);
    }
  });

  it('mails the form and the table alone', async () => {
    const project = await storyTwoWays('[作品]', '[“战疫故事汇”推荐表, 汇总表]');
    expect((await run(project)).exit).toBe(0);
    const sent = await project.run(['send', '--dry-run']);
    expect({ exit: sent.exit, stderr: sent.stderr }).toEqual({ exit: 0, stderr: '' });
    const previews = await readdir(project.at('outbox/preview'));
    expect(previews).toHaveLength(1);
    const { attachments } = await PostalMime.parse(
      await readFile(project.at('outbox/preview', previews[0] ?? '')),
    );
    expect(attachments.map(({ filename }) => filename).sort()).toEqual(
      ['报送清单.docx', `${BUNDLE}+推荐表.docx`, `${ORG}战疫故事汇汇总表.xlsx`].sort(),
    );
  });

  it('is not believed where something would go nowhere', async () => {
    const project = await storyTwoWays('[photo]', '[form, 汇总表]');
    const told = await run(project);
    expect(told.exit).toBe(2);
    expect(told.stderr).toContain('“战疫故事汇”的“text”没有一个去处收');
  });
});
