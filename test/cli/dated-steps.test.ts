import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { everything } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTICE = `title: 短文征集
year: 2020
media:
  text: { formats: [text] }
steps: [{ text: 先报负责人名单, on: 06-30, clause: 三 }]
routes:
  desk: { name: 组织部, paper: { of: [汇总表], to: 办公楼 201, on: 07-25 }, steps: [来电确认] }
categories:
  poem:
    name: 短诗
    accepts: [text]
    deadlines: [07-15, { on: 09-01, label: 第二批 }]
    steps: [{ text: 报名表先报, on: 07-10, at: '12:00' }, 请作者签名]
    route: desk
`;

async function project(): Promise<Project> {
  const opened = await openProject();
  await opened.put('通知/我的.yaml', NOTICE);
  await opened.put('four-ones.yaml', 'notice: 通知/我的.yaml\norg: 数学学院\ndate: 2020-07-08\n');
  await opened.put('materials/短诗/一.txt', '床前明月光');
  return opened;
}

describe.concurrent('a step with a day of its own', () => {
  it('stands on the board among the due dates, in order, with the days left', async () => {
    const { stdout } = await (await project()).run(['status']);
    const dated = stdout.match(/2020-\d\d-\d\d(?: \d\d:\d\d)? (?:还有|已过).*/g);
    expect(dated).toEqual([
      '2020-06-30 已过 8 天：先报负责人名单',
      '2020-07-10 12:00 还有 2 天：报名表先报',
      '2020-07-15 还有 7 天',
      '2020-07-25 还有 17 天：送到办公楼 201',
      '2020-09-01 还有 55 天（第二批）',
    ]);
  });

  it('is seen in the report and in the notice, and changes no verdict', async () => {
    const own = await project();
    const report = await own.run(['check']);
    for (const said of [
      '先报负责人名单（2020-06-30 前，已过 8 天）',
      '报名表先报（2020-07-10 12:00 前，还有 2 天）',
    ])
      expect(report.stdout).toContain(said);
    expect(report.exit).toBe(0);
    const english = await own.run(['check', '--lang', 'en']);
    expect(english.stdout).toContain('报名表先报 (by 2020-07-10 12:00, 2 days left)');
    const page = await own.run(['check', '--format', 'html', '--output', '报告.html']);
    expect([page.exit, await readFile(own.at('报告.html'), 'utf8')]).toEqual([
      0,
      expect.stringContaining('送到办公楼 201（2020-07-25 前，还有 17 天）'),
    ]);
    const shown = await own.run(['notice', 'show', '通知/我的.yaml', '--year', '2021']);
    expect(shown.stdout).toContain('报名表先报（2021-07-10 12:00 前）');
  });

  it('goes along with the bundle, for whoever hands it in', async () => {
    const own = await project();
    const planned = await own.run(['pack', '--dry-run']);
    expect(planned.stdout).toContain('送到办公楼 201（2020-07-25 前）');
    expect((await own.run(['pack'])).exit).toBe(0);
    const files = await everything(own.at('outbox'));
    const record = Object.keys(files).find((name) => name.endsWith('.bundle.json')) ?? '';
    const { steps } = JSON.parse(await readFile(path.join(own.at('outbox'), record), 'utf8')) as {
      steps: readonly string[];
    };
    expect(steps).toContain('报名表先报（2020-07-10 12:00 前）');
  });

  it('once ticked is no longer on the board', async () => {
    const own = await project();
    await own.run(['check']);
    const ticked = await own.run(['confirm', 'manual', '报名表先报', 'yes', '--by', '李老师']);
    expect([ticked.exit, ticked.stderr]).toEqual([0, '']);
    const { stdout } = await own.run(['status']);
    expect(stdout).not.toContain('报名表先报');
    expect(stdout).toContain('先报负责人名单');
  });

  it('comes into the calendar', async () => {
    const own = await project();
    await own.run(['status', '--ics', '截止.ics']);
    const text = (await readFile(own.at('截止.ics'), 'utf8')).replaceAll('\r\n ', '');
    expect(text.match(/^SUMMARY:.*$/gm)).toEqual([
      'SUMMARY:要办：先报负责人名单',
      'SUMMARY:报送截止：短诗',
      'SUMMARY:报送截止：短诗',
      'SUMMARY:要办：报名表先报（短诗）',
      'SUMMARY:要办：送到办公楼 201（短诗）',
    ]);
    expect(new Set(text.match(/^UID:.*$/gm)).size).toBe(5);
  });
});
