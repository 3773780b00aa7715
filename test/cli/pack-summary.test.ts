import { readdir, readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it, vi } from 'vitest';
import { ORG, pack, understandPack } from './pack-project.ts';
import { openProject, type Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const TEXT = 'cases/story-complete/materials/战疫故事汇/逆行者/故事.docx';
const COLUMNS = 'columns: [序号, 作品名称, 作者, 所在支部, 备注]';

function notice(summary: string, more = ''): string {
  return `title: 试
year: 2020
naming: "{org}{category}{seq}{title}"
routes: { office: { mail: a@example.edu.cn } }
summary: { ${summary} }
categories:
  case: { name: 工作案例, accepts: [text], route: office }
${more}`;
}

const WORKS = {
  甲: '作者: 张三\n所在支部: 第一支部\n',
  乙: '作者: [李四, 王五]\n所在支部: 第二支部\n顺序: 1\n',
};

async function works(
  summary: string,
  infos: Readonly<Record<string, string>> = WORKS,
  more = '',
): Promise<Project> {
  const project = await openProject();
  await project.put('通知.yaml', notice(summary, more));
  for (const [title, info] of Object.entries(infos)) await addWork(project, '工作案例', title, info);
  return project;
}

async function addWork(project: Project, category: string, title: string, info: string): Promise<void> {
  await project.copy(TEXT, `materials/${category}/${title}/文.docx`);
  await project.put(`materials/${category}/${title}/作品信息.yaml`, info);
}

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);

/** Cells of an .xlsx, row by row. */
async function cellsOf(file: string): Promise<readonly (readonly string[])[]> {
  const parts = unzipSync(await readFile(file));
  const part = (name: string) => new TextDecoder().decode(parts[name]);
  const texts = [...part('xl/sharedStrings.xml').matchAll(/<t(?: [^>]*)?>([^<]*)<\/t>/g)].map(
    ([, text]) => text,
  );
  return [...part('xl/worksheets/sheet1.xml').matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c [^>]*(?:\/>|>.*?<\/c>)/gs)].map(
      ([cell]) => texts[Number(/<v>(\d+)<\/v>/.exec(cell)?.[1] ?? Number.NaN)] ?? '',
    ),
  );
}

describe.concurrent('a notice that wants a table of all works', () => {
  it('gets it as Excel and Word, with the numbers that the file names bear, in the order a person gave', async () => {
    const project = await works(`format: [xlsx, docx], ${COLUMNS}`);
    const done = await run(project, '--format', 'json');
    expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
    const [bundle] = understandPack(done).plan?.bundles ?? [];
    if (!bundle) throw new Error(done.stdout);
    expect(bundle.files.map(({ name }) => name)).toEqual([
      `${ORG}工作案例1乙.docx`,
      `${ORG}工作案例2甲.docx`,
    ]);
    const place = project.at('outbox', bundle.name, `${ORG}工作案例汇总表`);
    expect((await cellsOf(`${place}.xlsx`)).slice(1)).toEqual([
      ['序号', '作品名称', '作者', '所在支部', '备注'],
      ['1', '乙', '李四、王五', '第二支部', ''],
      ['2', '甲', '张三', '第一支部', ''],
    ]);
    const { value } = await mammoth.extractRawText({ path: `${place}.docx` });
    expect(value.split(/\n+/)).toEqual(expect.arrayContaining(['乙', '李四、王五', '第二支部', '第一支部']));
  });

  it('is proven with the bundle, made of the same bytes again, and judged no material when it is judged anew', async () => {
    const project = await works(`format: [xlsx, docx], ${COLUMNS}`);
    await run(project);
    const again = await run(project, '--format', 'json');
    const [built] = understandPack(again).bundles ?? [];
    expect(built?.result).toBe('unchanged');
    const bundle = `outbox/${built?.bundle ?? ''}.zip`;
    const verified = await project.run(['verify', bundle, '--check', '--notice', './通知.yaml']);
    expect({ exit: verified.exit, stderr: verified.stderr }).toEqual({ exit: 0, stderr: '' });
  });

  it('is not handed in with an empty cell: work and label are named, and an answer is taken', async () => {
    const project = await works(COLUMNS, { ...WORKS, 甲: '作者: 张三\n' });
    const done = await run(project);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('工作案例/甲');
    expect(done.stdout).toContain('空着：所在支部');
    await project.put('作品信息.yaml', JSON.stringify({ '工作案例/甲': { 所在支部: '第三支部' } }));
    expect((await run(project)).exit).toBe(0);
  });

  it('lets a column stay empty where it says so, and takes texts with variables', async () => {
    const project = await works(
      'columns: [{ title: 编号, value: "GZ-{seq}" }, { title: 署名, value: "{org} {author}" }, { title: 职称, optional: true }]',
    );
    const done = await run(project, '--format', 'json');
    expect(done.exit).toBe(0);
    const [bundle] = understandPack(done).plan?.bundles ?? [];
    const cells = await cellsOf(project.at('outbox', bundle?.name ?? '', `${ORG}工作案例汇总表.xlsx`));
    expect(cells.slice(2)).toEqual([
      ['GZ-1', `${ORG} 李四、王五`, ''],
      ['GZ-2', `${ORG} 张三`, ''],
    ]);
  });

  it('wants to know whom to call, where its own lines ask for it', async () => {
    const project = await works('above: "联系人：{contact}　电话：{phone}　共 {count} 件", columns: [序号]');
    const refused = await run(project);
    expect(refused.exit).toBe(1);
    expect(refused.stdout).toContain('空着：联系人、联系电话');
    expect(refused.stdout).toContain('four-ones.yaml');
    await project.put('four-ones.yaml', 'contact: { name: 王老师, phone: 020-85280000 }\n');
    const done = await run(project, '--format', 'json');
    const [bundle] = understandPack(done).plan?.bundles ?? [];
    const cells = await cellsOf(project.at('outbox', bundle?.name ?? '', `${ORG}工作案例汇总表.xlsx`));
    expect(cells[1]?.[0]).toBe('联系人：王老师　电话：020-85280000　共 2 件');
  });

  it('counts through all categories where there is one table for the whole notice', async () => {
    const film = '  film: { name: 微视频脚本, accepts: [text], route: office }\n';
    const project = await works('per: notice, columns: [序号, 作品类别, 作品名称]', WORKS, film);
    await addWork(project, '微视频脚本', '丙', '作者: 赵六\n');
    const done = await run(project, '--format', 'json');
    expect(done.exit).toBe(0);
    const bundles = understandPack(done).plan?.bundles ?? [];
    expect(bundles.flatMap(({ files }) => files.map(({ name }) => name))).toContain(
      `${ORG}微视频脚本3丙.docx`,
    );
    const tables = await Promise.all(
      bundles.map(({ name }) => cellsOf(project.at('outbox', name, `${ORG}汇总表.xlsx`))),
    );
    expect(tables).toHaveLength(2);
    expect(tables[0]?.at(-1)).toEqual(['3', '微视频脚本', '丙']);
    expect(tables[1]).toEqual(tables[0]);
  });

  it('has its labels laid out by init, so that nobody is asked for them at the end', async () => {
    const project = await works(COLUMNS, {});
    await project.run(['init', '项目', '--notice', './通知.yaml', '--no-ask']);
    const laid = (await readdir(project.at('项目'), { recursive: true })).filter((name) =>
      name.endsWith('作品信息.yaml'),
    );
    const texts = await Promise.all(laid.map((name) => readFile(project.at('项目', name), 'utf8')));
    expect(texts.join('')).toContain('所在支部');
  });
});
