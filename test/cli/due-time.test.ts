import { readFile } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { describeStanding } from '../../src/report/describe-standing.ts';
import { parseCalendarDate } from '../../src/model/calendar-date.ts';
import { problemWords } from '../../src/report/problem-words.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTICE = `title: 短文征集
year: 2020
media:
  text: { formats: [text] }
categories:
  poem: { name: 短诗, accepts: [text], deadlines: [{ on: 2020-07-15, at: '17:00' }] }
`;

async function withDueTime(): Promise<Project> {
  const project = await openProject();
  await project.put('通知/我的.yaml', NOTICE);
  await project.put('four-ones.yaml', 'notice: 通知/我的.yaml\n');
  await project.put('materials/短诗/一.txt', '床前明月光');
  return project;
}

it('who looks at the board sees at what hour the day ends', async () => {
  const project = await withDueTime();
  const { stdout } = await project.run(['status']);
  expect(stdout).toContain('2020-07-15 17:00 ');
});

it('a calendar tells at what hour the day ends', async () => {
  const project = await withDueTime();
  await project.run(['status', '--ics', '截止.ics']);
  const text = await readFile(project.at('截止.ics'), 'utf8');
  expect(text.replaceAll('\r\n ', '')).toContain('当天 17:00（北京时间）截止');
});

it('the list handed back and the next step say at what hour the day ends', () => {
  const on = parseCalendarDate('2020-07-15');
  if (!on) throw new Error('a day');
  const due = { on, at: '17:00' };
  expect(problemWords('zh').due(due, 5)).toBe('7月15日 17:00 前');
  expect(problemWords('zh').due(due, -1)).toBe('7月15日 17:00（已过期）');
  expect(problemWords('zh').due({ on }, 5)).toBe('7月15日前');
  expect(problemWords('en').due(due, 5)).toBe('2020-07-15 17:00');
  const standing = describeStanding(
    {
      next: 'check',
      materials: 'materials',
      files: 1,
      status: { notice: { id: 'x', title: '短文征集' }, date: on },
      deadline: { category: '短诗', daysLeft: 5, ...due },
      overdue: false,
    },
    { language: 'zh', columns: 80, colors: false },
  );
  expect(standing).toContain('下一个截止：2020-07-15 17:00 短诗（还有 5 天）');
});

it('what is taken all the year is on the board, never overdue, and in no calendar', async () => {
  const project = await withDueTime();
  await project.put('通知/我的.yaml', NOTICE.replace(/deadlines: .*/, 'deadlines: 常年 }'));
  const board = await project.run(['status']);
  expect(board.stdout).toContain('常年收，没有截止日期');
  expect(board.stdout).not.toMatch(/已过|还有/);
  await project.run(['status', '--ics', '截止.ics']);
  expect(await readFile(project.at('截止.ics'), 'utf8')).not.toContain('VEVENT');
  const { stdout } = await project.run(['check', '--date', '2030-01-01']);
  expect(stdout).toMatch(/短诗 +1 件 +- +常年/);
  expect(stdout).not.toContain('过期');
  const list = await project.run(['check', '--format', 'json', '--date', '2030-01-01']);
  const { checks } = JSON.parse(list.stdout) as { checks: { code: string; result: string }[] };
  expect(checks.filter(({ code }) => code === 'time.deadline').map(({ result }) => result)).toEqual(['skip']);
});
