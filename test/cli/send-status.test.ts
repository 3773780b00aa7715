import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { openSendingProject, packAll, packedOnce, STORY_BUNDLE, withStory } from './mail-project.ts';
import { startMailServer } from './mail-server.ts';
import { everything } from './pack-project.ts';

vi.setConfig({ testTimeout: 240_000 });

const withHandRoutes = packedOnce(async (project) => {
  await project.copy('cases/story-complete/materials/战疫故事汇/逆行者', 'materials/战疫故事汇/逆行者');
  await packAll(project, ['--notice', 'moe-2020']);
});

describe.concurrent('what is handed in by hand', () => {
  it('is listed with its steps, ticked by a person, and then no longer asked for', async () => {
    const project = await withHandRoutes({ port: 1 });
    const listed = await project.send();
    const bundle = /--done "(.*)" --by/.exec(listed.stdout)?.[1] ?? '';
    expect([listed.exit, bundle === '']).toEqual([0, false]);
    for (const said of ['1. ', 'sizhengwang_cn', '□', `four-ones send --done "${bundle}" --by 姓名\n`])
      expect(listed.stdout).toContain(said);
    await project.configure({ port: 1 }, { notice: 'moe-2020', contact: {} });
    expect((await project.send(['--done', bundle])).exit).toBe(2);
    expect((await project.send(['--done', '没有的包', '--by', '李'])).exit).toBe(2);
    const ticked = await project.send(['--done', bundle, '--by', '李老师', '--note', '公众号已收']);
    expect([ticked.exit, ticked.stdout]).toEqual([0, expect.stringContaining('李老师')]);
    expect((await project.send(['--done', bundle, '--by', '李老师'])).exit).toBe(2);
    const after = await project.send();
    expect([after.exit, after.stdout]).toEqual([0, expect.stringContaining('公众号已收')]);
    expect(after.stdout).not.toContain('--done');
    expect((await project.run(['status'])).stdout).toContain('已人工报送');
    expect(await project.ledger()).toMatchObject([{ state: 'done', by: '李老师', note: '公众号已收' }]);
  });
});

describe.concurrent('status', () => {
  it('says what is due and how far each bundle is, as text and as data, and writes nothing', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    await project.configure({ port: server.port }, { date: '2020-07-13' });
    const packed = await project.run(['status']);
    expect([packed.exit, packed.stderr]).toEqual([0, '']);
    for (const said of ['2020-07-15', '还有 2 天', STORY_BUNDLE, '还没有发送', 'zzbdj@scau.edu.cn'])
      expect(packed.stdout).toContain(said);
    expect((await project.send()).exit).toBe(0);
    const before = await everything(project.folder);
    expect((await project.run(['status'])).stdout).toContain('已发送');
    expect((await project.run(['status', '--lang', 'en'])).stdout).toMatch(/sent 2\d{3}-/);
    const json = await project.run(['status', '--format', 'json']);
    const { schemaVersion, categories } = JSON.parse(json.stdout) as {
      schemaVersion: number;
      categories: { id: string; bundles: { state: string; mails: unknown }[] }[];
    };
    expect([schemaVersion, categories.find(({ id }) => id === 'story')?.bundles]).toEqual([
      1,
      [expect.objectContaining({ state: 'sent', mails: { sent: 1, all: 1 } })],
    ]);
    expect(await everything(project.folder)).toEqual(before);
  });

  it('writes the table of everything sent for Excel, once', async () => {
    const server = await startMailServer();
    const project = await withStory({ port: server.port });
    expect((await project.send()).exit).toBe(0);
    expect((await project.run(['status', '--csv', '台账.csv'])).exit).toBe(0);
    const table = await readFile(project.at('台账.csv'), 'utf8');
    expect(table.startsWith('\uFEFF时间,单位,')).toBe(true);
    expect(table.trimEnd().split('\r\n')).toHaveLength(4);
    for (const said of ['战疫故事汇', 'zzbdj@scau.edu.cn', '已发送', '华南农业大学'])
      expect(table).toContain(said);
    expect((await project.run(['status', '--csv', '台账.csv'])).exit).not.toBe(0);
    expect(await readFile(project.at('台账.csv'), 'utf8')).toBe(table);
  });

  it('of a project without an outbox is what is due', async () => {
    const project = await openSendingProject({ port: 1 });
    const { exit, stdout } = await project.run(['status']);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('还没有打包')]);
    expect((await project.run(['status', 'nowhere'])).exit).toBe(2);
    const none = await project.send();
    expect([none.exit, none.stderr]).toEqual([2, expect.stringContaining('four-ones pack')]);
  });
});
