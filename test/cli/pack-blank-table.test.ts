import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { c, formOf, p, table, textOf } from '../forms/build-form.ts';
import { bundlesOf, openWorks } from './own-works.ts';
import { ORG, pack, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const TITLES = ['序号', '作品名称', '作者', '备注'];
const BLANK = formOf(
  p('附件3') +
    p('某大学作品汇总表') +
    p('填报单位：') +
    p('联系人：　　　　联系电话：') +
    table(
      TITLES.map((title) => c(title)),
      ...['1', '2'].map((number) => [c(number), c(), c(), c()]),
    ),
);
const CONTACT = 'contact: { name: 王老师, phone: 020-9 }\n';

/** Three works, and a notice with a blank table of its own beside it. */
async function works(more = '', { blank = BLANK, config = CONTACT, category = '' } = {}): Promise<Project> {
  const titles = ['甲', '乙', '丙'];
  const project = await openWorks({
    rules: `naming: "{org}{category}{seq}{title}"
routes: { office: { mail: a@example.edu.cn } }
summary: { columns: [${TITLES.join(', ')}], template: ./附件3.docx${more} }
categories: { case: { name: 工作案例, accepts: [text], route: office${category} } }
`,
    places: titles.map((title) => `工作案例/${title}`),
    notice: '通知/通知.yaml',
    config,
  });
  await project.put('通知/附件3.docx', Buffer.from(blank));
  for (const title of titles)
    await project.put(`materials/工作案例/${title}/作品信息.yaml`, `作者: ${title}某\n`);
  return project;
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知/通知.yaml', ...args]);

async function packed(project: Project): Promise<string> {
  const [bundle] = bundlesOf(await run(project, '--format', 'json'));
  return project.at('outbox', bundle?.name ?? '');
}

describe.concurrent('a notice with a blank table of its own', () => {
  it('gets that very blank filled, a line a work, with its heading and who hands it in', async () => {
    const project = await works();
    const bundle = await packed(project);
    const bytes = await readFile(`${bundle}/${ORG}工作案例汇总表.docx`);
    expect(textOf(bytes)).toBe(
      `附件3|某大学作品汇总表|填报单位：${ORG}|联系人：王老师  联系电话：020-9|序号|作品名称|作者|备注|` +
        '1|丙|丙某|2|乙|乙某|3|甲|甲某|',
    );
    expect((await readdir(bundle)).filter((name) => name.includes('汇总表'))).toHaveLength(1);
    const again = await run(project, '--format', 'json');
    expect(understandPack(again).bundles?.map(({ result }) => result)).toEqual(['unchanged']);
    expect(Buffer.compare(await readFile(project.at('通知/附件3.docx')), BLANK)).toBe(0);
  });

  it('gets an Excel file beside it where it asks for one, and lies beside the works’ own zips', async () => {
    const bundle = await packed(
      await works(', format: [docx, xlsx]', { category: ', packing: { each: { as: zip } }' }),
    );
    expect((await readdir(bundle)).sort()).toEqual(
      [
        '丙.zip',
        '乙.zip',
        '甲.zip',
        `${ORG}工作案例汇总表.docx`,
        `${ORG}工作案例汇总表.xlsx`,
        '报送清单.docx',
        'manifest-sha256.txt',
      ].sort(),
    );
  });

  it('is asked for stamped, the blank being what is printed', async () => {
    const done = await run(await works(', stamped: true'));
    expect(done.stdout.replace(/\s+/g, '')).toContain(`${ORG}工作案例汇总表.docx还要盖章`);
  });

  it('is not handed in with whom to call left blank, and what nobody here can answer is named', async () => {
    const without = await run(await works('', { config: '' }));
    expect(without.exit).toBe(1);
    expect(without.stdout).toContain('空着：联系人、联系电话');
    expect(without.stdout).toContain('four-ones.yaml');
    const blank = formOf(
      p('作品汇总表') +
        p('所在校区：') +
        table(
          TITLES.map((title) => c(title)),
          [c(), c(), c(), c()],
        ),
    );
    const open = await run(await works('', { blank }), '--format', 'json');
    expect(open.exit).toBe(0);
    expect(open.stdout).toContain('所在校区');
  });

  it('hears which columns differ, and nothing is packed', async () => {
    const blank = formOf(
      p('作品汇总表') +
        table(
          [...TITLES.slice(0, 3), '职称'].map((title) => c(title)),
          [c(), c(), c(), c()],
        ),
    );
    const project = await works('', { blank });
    const done = await run(project);
    expect(done.exit).toBe(2);
    expect(done.stderr.replace(/\s+/g, '')).toContain('表头里没有备注；columns里没有职称');
    expect(await readdir(project.folder)).not.toContain('outbox');
    const checked = await project.run(['notice', 'check', '通知/通知.yaml']);
    expect([checked.exit, checked.stderr]).toEqual([2, expect.stringContaining('表头里没有')]);
  });

  it.each([
    ['that is not there', ', file: x', './没有.docx', '找不到'],
    ['that is not there, in Excel', ', file: x', './没有.xlsx', '找不到'],
    ['of old Excel', ', file: x', './附件3.xls', '另存为 .xlsx'],
    ['of old Word', ', file: x', './附件3.doc', '另存为 .docx'],
  ])('is told where its blank is named, one %s', async (_, more, file, said) => {
    const project = await works(more);
    const notice = await readFile(project.at('通知/通知.yaml'), 'utf8');
    await project.put('通知/通知.yaml', notice.replace('./附件3.docx', file));
    const done = await project.run(['notice', 'check', '通知/通知.yaml']);
    expect(done.exit).toBe(2);
    expect(done.stderr).toContain(said);
    expect(done.stderr).toMatch(/通知\.yaml，第 5 行，第 \d+ 列，“summary\.template”/);
  });
});
