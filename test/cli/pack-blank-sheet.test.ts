import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { bookOf, LOOK, type MadeCell, type MadeSheet } from '../forms/build-sheet.ts';
import { readSheet } from '../forms/sheet/read-sheet.ts';
import { ORG, pack, understandPack } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT = 'cases/story-complete/materials/战疫故事汇/逆行者/故事.docx';
const TITLES = ['序号', '作品名称', '联系电话', '备注'];
const line = (text?: string): readonly MadeCell[] =>
  TITLES.map((_, index) => ({ ...(index === 0 && text !== undefined && { text }), look: LOOK.line }));
const SHEET: MadeSheet = {
  name: '汇总表',
  rows: [
    ['附件3'],
    [{ text: '某大学作品汇总表', look: LOOK.title }],
    ['填报单位：', undefined, '联系人：'],
    TITLES.map((text) => ({ text, look: LOOK.head })),
    line('1'),
    line('2'),
    ['填报日期：   年   月   日'],
  ],
  after: '<mergeCells count="1"><mergeCell ref="A2:D2"/></mergeCells>',
};

/** Three works, and a notice with a blank table of its own beside it. */
async function works(more = '', sheet: MadeSheet = SHEET): Promise<Project> {
  const project = await openProject();
  await project.put('通知/附件3.xlsx', bookOf({ sheets: [sheet] }));
  await project.put(
    '通知/通知.yaml',
    `title: 试
year: 2020
naming: "{org}{category}{seq}{title}"
routes: { office: { mail: a@example.edu.cn } }
summary: { columns: [${TITLES.join(', ')}], template: ./附件3.xlsx${more} }
categories: { case: { name: 工作案例, accepts: [text], route: office } }
`,
  );
  await project.put('four-ones.yaml', 'notice: ./通知/通知.yaml\ncontact: { name: 王老师, phone: 020-9 }\n');
  for (const [index, title] of ['甲', '乙', '丙'].entries()) {
    await project.copy(TEXT, `materials/工作案例/${title}/文.docx`);
    await project.put(`materials/工作案例/${title}/作品信息.yaml`, `联系电话: '1380000000${index}'\n`);
  }
  return project;
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知/通知.yaml', ...args]);

describe.concurrent('a notice with a blank table of its own in Excel', () => {
  it('gets that very blank filled, and packing again changes nothing', async () => {
    const project = await works();
    const done = await run(project, '--format', 'json');
    expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
    const bundle = project.at('outbox', understandPack(done).plan?.bundles[0]?.name ?? '');
    expect((await readdir(bundle)).filter((name) => name.includes('汇总表'))).toEqual([
      `${ORG}工作案例汇总表.xlsx`,
    ]);
    const { cells, kinds, merges } = readSheet(await readFile(`${bundle}/${ORG}工作案例汇总表.xlsx`));
    expect(cells).toMatchObject({
      ...{ A1: '附件3', A2: '某大学作品汇总表', A3: `填报单位：${ORG}`, C3: '联系人：王老师' },
      ...{ A5: '1', B5: '丙', C5: '13800000002', A6: '2', A7: '3', B7: '甲' },
    });
    expect(cells['A8']).toMatch(/^填报日期：\s*2020\s*年/);
    expect(kinds['C5']?.kind).toBe('inlineStr');
    expect(merges).toEqual(['A2:D2']);
    const again = await run(project, '--format', 'json');
    expect(understandPack(again).bundles?.map(({ result }) => result)).toEqual(['unchanged']);
    const verified = await project.run(['verify', bundle]);
    expect(verified.exit).toBe(0);
  });

  it('gets a Word table beside it where it asks for one', async () => {
    const project = await works(', format: [xlsx, docx]');
    const done = await run(project, '--format', 'json');
    expect(done.exit).toBe(0);
    const bundle = project.at('outbox', understandPack(done).plan?.bundles[0]?.name ?? '');
    expect((await readdir(bundle)).filter((name) => name.includes('汇总表'))).toHaveLength(2);
  });

  it.each<[string, MadeSheet, string]>([
    [
      'which columns differ',
      { ...SHEET, rows: [['序号', '作品名称', '联系电话', '职称']], after: '' },
      '表头里没有备注；columns里没有职称',
    ],
    [
      'that its formulas would reckon wrong',
      { ...SHEET, rows: [...SHEET.rows, [{ formula: 'COUNTA(B5:B6)' }]] },
      '用到了公式（A8）',
    ],
  ])('hears %s, and nothing is packed', async (_, sheet, said) => {
    const project = await works('', sheet);
    const done = await run(project);
    expect(done.exit).toBe(2);
    expect(done.stderr.replace(/\s+/g, '')).toContain(said);
    expect(await readdir(project.folder)).not.toContain('outbox');
    const checked = await project.run(['notice', 'check', '通知/通知.yaml']);
    expect([checked.exit, checked.stderr.replace(/\s+/g, '')]).toEqual([2, expect.stringContaining(said)]);
  });

  it('is told that its formats have to name Excel', async () => {
    const project = await works(', format: docx');
    const checked = await project.run(['notice', 'check', '通知/通知.yaml']);
    expect([checked.exit, checked.stderr]).toEqual([2, expect.stringContaining('format 里要有 xlsx')]);
  });
});
