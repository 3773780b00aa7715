import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { bundlesOf, openWorks } from './own-works.ts';
import { ORG, pack, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const MAIL = 'mail: { host: 127.0.0.1, from: b@example.edu.cn, user: b@example.edu.cn }\n';
const SCAN = 'cases/scan-seal/materials/申报表/第二页有章.pdf';

/** Two works of one category, one of another; a table of works is to come stamped. */
const works = (summary = '', more = '') =>
  openWorks({
    rules: `naming: "{org}{category}{seq}{title}"
routes: { office: { mail: a@example.edu.cn } }
summary: { name: 报送统计表, columns: [序号, 作品名称], format: [xlsx, docx], stamped: true${summary} }
categories:
  case: { name: 工作案例, accepts: [text, scan], route: office${more} }
  talk: { name: 微党课, accepts: [text], route: office }
`,
    places: ['工作案例/甲', '工作案例/乙', '微党课/丙'],
    config: MAIL,
  });

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);
const oneLine = (text: string) => text.replace(/\s+/g, '');

async function planOf(project: Project) {
  const bundles = bundlesOf(await run(project, '--dry-run', '--format', 'json'));
  return bundles.map(({ files }) => files.map(({ name }) => name));
}

describe.concurrent('a table of works that is wanted stamped, too', () => {
  it('is made, and what is to be printed, stamped and laid where is said; nothing goes before', async () => {
    const project = await works();
    const done = await run(project);
    expect({ exit: done.exit, stderr: done.stderr }).toEqual({ exit: 0, stderr: '' });
    expect(oneLine(done.stdout)).toContain(
      `${ORG}工作案例报送统计表.docx还要盖章：打印、盖章、扫描成PDF，文件名写上“报送统计表（盖章）”，放进“工作案例”的文件夹`,
    );
    const sent = await project.run(['send', '--dry-run']);
    expect(sent.exit).not.toBe(0);
    expect(sent.stdout).toContain('还没有盖章的扫描件');
    expect(sent.stdout).toContain('报送统计表.docx');
  });

  it('goes with its scan, called alike, once it lies in the category’s folder; it is no work, and counts as none', async () => {
    const project = await works(', clause: 五');
    await run(project);
    await project.copy(SCAN, 'materials/工作案例/报送统计表（盖章）.pdf');
    const [cases, talks] = await planOf(project);
    expect(cases).toEqual([
      `${ORG}工作案例1乙.docx`,
      `${ORG}工作案例2甲.docx`,
      `${ORG}工作案例报送统计表.pdf`,
    ]);
    expect(talks).toEqual([`${ORG}微党课1丙.docx`]);
    const plan = await run(project, '--dry-run');
    expect(oneLine(plan.stdout)).not.toContain('工作案例报送统计表.docx还要盖章');
    expect(oneLine(plan.stdout)).toContain('微党课报送统计表.docx还要盖章');
    const done = understandPack(await run(project, '--replace', '--format', 'json'));
    const bundle = done.plan?.bundles[0]?.name ?? '';
    const proven = await project.run([
      'verify',
      `outbox/${bundle}`,
      '--check',
      '--notice',
      './通知.yaml',
      '--format',
      'json',
    ]);
    expect(proven.exit).toBe(0);
    expect(proven.stdout).toMatch(/"code": "form\.missing",\s*"level": "should",\s*"result": "pass"/);
    const record = await readFile(project.at('outbox', `${bundle}.bundle.json`), 'utf8');
    expect(record).toContain('"source": "工作案例/报送统计表（盖章）.pdf"');
    expect(record).not.toContain('unstamped');
  });

  it('is missed by check, category by category, and found by it', async () => {
    const project = await works();
    const missed = async () => {
      const { report } = await project.check(['--notice', './通知.yaml', '--date', '2020-07-10']);
      const told = report.checks.filter(({ code }) => code === 'form.missing');
      return told.map(({ result, category, required }) => [category, result, required]);
    };
    expect(await missed()).toEqual([
      ['case', 'fail', '《报送统计表》（盖章扫描件）'],
      ['talk', 'fail', '《报送统计表》（盖章扫描件）'],
    ]);
    await project.copy(SCAN, 'materials/微党课报送统计表（盖章）.pdf');
    expect(await missed()).toEqual([
      ['case', 'fail', '《报送统计表》（盖章扫描件）'],
      ['talk', 'pass', '《报送统计表》（盖章扫描件）'],
    ]);
  });

  it('is judged as a scan: one without the seal that the notice asks for is named', async () => {
    const project = await works('', ', media: { scan: { seal: required } }');
    await project.copy(
      'cases/scan-seal/materials/申报表/没有章.pdf',
      'materials/工作案例/报送统计表（盖章）.pdf',
    );
    const { report } = await project.check(['--notice', './通知.yaml', '--date', '2020-07-10']);
    const seal = report.checks.find(({ code }) => code === 'scan.seal');
    expect([seal?.path, seal?.result]).toEqual(['工作案例/报送统计表（盖章）.pdf', 'fail']);
    const args = ['check', 'materials', '--notice', './通知.yaml', '--date', '2020-07-10'];
    expect((await project.run(args)).stdout).toMatch(/工作案例\/报送统计表（盖章）\.pdf\s+✗ {2}盖章/);
    await project.run([...args, '--format', 'html', '--output', '页.html']);
    const page = await readFile(project.at('页.html'), 'utf8');
    expect(page).toMatch(/href="#file-\d+"><bdi>工作案例\/报送统计表（盖章）\.pdf/);
  });

  it('of which nobody can tell whose it is stays an unsorted file, and is not taken for a stamp', async () => {
    const project = await works();
    await project.copy(SCAN, 'materials/报送统计表（盖章）.pdf');
    const { report } = await project.check(['--notice', './通知.yaml', '--date', '2020-07-10']);
    expect(report.checks.filter(({ code, result }) => code === 'form.missing' && result === 'pass')).toEqual(
      [],
    );
    const [unsorted] = report.checks.filter(
      ({ code, result }) => code === 'file.unclassified' && result !== 'pass',
    );
    expect(unsorted?.path).toBe('报送统计表（盖章）.pdf');
  });

  it('of the whole notice is one scan, wherever it lies, and goes with each bundle', async () => {
    const project = await works(', per: notice');
    await project.copy(SCAN, 'materials/报送统计表（盖章）.pdf');
    const plans = await planOf(project);
    expect(plans.map((names) => names.at(-1))).toEqual([`${ORG}报送统计表.pdf`, `${ORG}报送统计表.pdf`]);
  });
});
