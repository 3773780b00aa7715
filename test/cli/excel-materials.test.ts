import { describe, expect, it, vi } from 'vitest';
import { bookOf, type MadeSheet } from '../forms/build-sheet.ts';
import { makeXls } from '../probe/sheet/make-xls.ts';
import { openProject, type Report } from './project.ts';

vi.setConfig({ testTimeout: 60_000 });

const NOTICE = `title: 试
year: 2020
routes: { office: { mail: a@example.edu.cn } }
forms: { data: { name: 案例登记表 } }
categories:
  case: { name: 工作案例, accepts: [text], forms: [data], route: office, parts: { data: { name: 数据, role: other, words: [数据], media: { formats: [xlsx, xls], anonymous: required } } } }
`;
const SHEET: MadeSheet = { name: '登记', rows: [['附件1'], ['工作案例登记表'], ['单位', '甲学院']] };

async function check(files: Readonly<Record<string, Uint8Array>>): Promise<Report> {
  const project = await openProject();
  await project.put('通知.yaml', NOTICE);
  await project.put('four-ones.yaml', 'notice: ./通知.yaml\norg: 甲学院\n');
  for (const [name, bytes] of Object.entries(files))
    await project.put(`materials/工作案例/一/${name}`, bytes);
  return (await project.check()).report;
}

const told = (report: Report, code: string) =>
  report.checks
    .filter((one) => one.code === code)
    .map(({ path, result }) => [path?.split('/').at(-1), result]);

describe.concurrent('Excel files among the materials', () => {
  it('are found whole or damaged, and known for a form by their first cells', async () => {
    const book = bookOf({ sheets: [SHEET] });
    const report = await check({
      '最终版.xlsx': book,
      '坏.xlsx': book.subarray(0, -60),
      '旧.xls': makeXls(),
    });
    expect(told(report, 'file.readable')).toEqual([
      ['坏.xlsx', 'fail'],
      ['旧.xls', 'pass'],
      ['最终版.xlsx', 'pass'],
    ]);
    expect(told(report, 'form.missing')).toEqual([[undefined, 'pass']]);
    expect(told(report, 'form.fields')).toEqual([['最终版.xlsx', 'unknown']]);
    const [fields] = report.checks.filter(({ code }) => code === 'form.fields');
    expect(fields?.message).toContain('Excel 表格只查了文件是否完好');
    const old = report.checks.filter(({ path }) => path?.endsWith('旧.xls')).map(({ message }) => message);
    expect(old[0]).toContain('看不出是通知要的哪一张');
    expect(old[1]).toContain('单元格里写的内容没有看');
  });

  it('that are to be anonymous are looked through, and old ones said not to be', async () => {
    const report = await check({
      '数据一.xlsx': bookOf({
        sheets: [
          { ...SHEET, rows: [['总数']] },
          { ...SHEET, hidden: true, name: '藏' },
        ],
      }),
      '数据二.xls': makeXls(),
    });
    expect(told(report, 'text.anonymous')).toEqual([
      ['数据一.xlsx', 'fail'],
      ['数据二.xls', 'unknown'],
    ]);
    const advice = report.checks.filter(({ code }) => code === 'text.anonymous').map((one) => one.advice);
    expect(advice[0]).toContain('隐藏的工作表');
    expect(advice[1]).toContain('另存为 .xlsx');
  });
});
