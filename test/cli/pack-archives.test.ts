import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { describe, expect, it, vi } from 'vitest';
import { bundlesOf, openWorks } from './own-works.ts';
import { everything, ORG, pack, understandPack } from './pack-project.ts';
import type { Project } from './project.ts';

vi.setConfig({ testTimeout: 120_000 });

const MAIL = 'mail: { host: 127.0.0.1, from: b@example.edu.cn, user: b@example.edu.cn }\n';

/** Works of a text and a photo each, every one to go in a zip of its own, with a table of all of them beside. */
const works = (titles: readonly string[], attach: 'files' | 'bundle', packing = '{ as: zip }') =>
  openWorks({
    rules: `naming: "{org}{category}"
packing: { name: "{org}报送材料", each: ${packing} }
summary: { columns: [序号, 作品名称] }
routes: { office: { mail: { to: a@example.edu.cn, attach: ${attach} } } }
categories: { case: { name: 工作案例, accepts: [text, photo], route: office } }
`,
    places: titles.map((title) => `工作案例/${title}`),
    files: ['文.docx', '照.jpg'],
    config: MAIL,
  });

const run = (project: Project, ...args: readonly string[]) =>
  pack(project, ['--notice', './通知.yaml', ...args]);

async function packed(project: Project): Promise<readonly string[]> {
  const [bundle] = bundlesOf(await run(project, '--format', 'json'));
  return bundle?.files.map(({ name }) => name) ?? [];
}

async function attachedTo(project: Project): Promise<readonly string[]> {
  const sent = await project.run(['send', '--dry-run']);
  expect({ exit: sent.exit, stderr: sent.stderr }).toEqual({ exit: 0, stderr: '' });
  const [preview = ''] = await readdir(project.at('outbox/preview'));
  const { attachments, text = '' } = await PostalMime.parse(
    await readFile(project.at('outbox/preview', preview)),
  );
  expect(text).toContain(`甲.zip/${ORG}工作案例`);
  return attachments.map(({ filename }) => filename ?? '');
}

describe.concurrent('a notice that wants each work in a zip of its own', () => {
  const BUNDLE = `${ORG}报送材料`;

  it('gets them beside the table of all works, proven as folder and as zip, and judged anew out of the zips', async () => {
    const project = await works(['甲', '乙'], 'bundle');
    const files = await packed(project);
    expect(files.map((name) => name.split('/')[0])).toEqual(['乙.zip', '乙.zip', '甲.zip', '甲.zip']);
    const lying = await readdir(project.at('outbox', BUNDLE));
    expect(lying.sort()).toEqual(
      ['乙.zip', '甲.zip', `${ORG}工作案例汇总表.xlsx`, '报送清单.docx', 'manifest-sha256.txt'].sort(),
    );
    for (const place of [BUNDLE, `${BUNDLE}.zip`]) {
      const proven = await project.run(['verify', `outbox/${place}`]);
      expect([proven.exit, proven.stdout]).toEqual([0, expect.stringContaining('完整，没有改动')]);
      const again = await project.run([
        'verify',
        `outbox/${place}`,
        '--check',
        '--notice',
        './通知.yaml',
        '--format',
        'json',
      ]);
      expect(again.exit).toBe(0);
      expect(again.stdout).toContain('"verdict": "pass"');
    }
    const second = await run(project, '--format', 'json');
    expect(understandPack(second).bundles?.map(({ result }) => result)).toEqual(['unchanged']);
    const status = await project.run(['status', '--format', 'json']);
    // Four of the works and the table; the zips that hold them are not counted once more.
    expect(status.stdout).toMatch(/"mails": \{[^}]*\},\s*"files": 5\b/);
  });

  it('has the whole bundle attached as one zip, or each work’s zip and the table where single files are asked', async () => {
    const whole = await works(['甲', '乙'], 'bundle');
    await packed(whole);
    expect(await attachedTo(whole)).toEqual([`${BUNDLE}.zip`]);
    const single = await works(['甲', '乙'], 'files');
    await packed(single);
    expect(await attachedTo(single)).toEqual([
      '乙.zip',
      '甲.zip',
      `${ORG}工作案例汇总表.xlsx`,
      '报送清单.docx',
    ]);
  });

  it('sends one work’s zip as it is: nobody unpacks a zip to find a zip', async () => {
    const project = await works(['甲'], 'bundle');
    const notice = await readFile(project.at('通知.yaml'), 'utf8');
    await writeFile(project.at('通知.yaml'), notice.replace(/^summary:.*\n/m, ''));
    await packed(project);
    expect(await attachedTo(project)).toEqual(['甲.zip']);
  });

  it('hears of a work that is larger than its zip may be, by name, and nothing is packed', async () => {
    const project = await works(['甲'], 'files', '{ as: zip, name: "{title}", size: { max: 20K } }');
    const done = await run(project);
    expect(done.exit).toBe(1);
    expect(done.stdout).toContain('“甲”的材料合在一起太大');
    expect(Object.keys(await everything(project.folder))).not.toContain('outbox');
  });

  it('is weighed with what a zip itself takes: a work just as large as allowed makes a zip that is larger', async () => {
    const project = await works(['甲'], 'files');
    const files = ['文.docx', '照.jpg'].map((name) => stat(project.at('materials/工作案例/甲', name)));
    const bytes = (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
    const notice = await readFile(project.at('通知.yaml'), 'utf8');
    const limited = (most: number) =>
      notice.replace(
        '{ as: zip }',
        `{ as: zip, size: { max: ${(Math.ceil((most / 1024) * 1000) / 1000).toFixed(3)}K } }`,
      );
    await writeFile(project.at('通知.yaml'), limited(bytes));
    const { report } = await project.check(['--notice', './通知.yaml', '--date', '2020-07-10']);
    expect(report.checks.find(({ code }) => code === 'bundle.size')?.result).toBe('pass');
    expect((await run(project)).exit).toBe(1);
    await writeFile(project.at('通知.yaml'), limited(bytes + 1000));
    await packed(project);
    expect((await stat(project.at('outbox', BUNDLE, '甲.zip'))).size).toBeGreaterThan(bytes);
  });

  it('never has a zip sent in which a byte was turned', async () => {
    const project = await works(['甲', '乙'], 'files');
    await packed(project);
    const place = project.at('outbox', BUNDLE, '甲.zip');
    const bytes = await readFile(place);
    bytes[5000] = (bytes[5000] ?? 0) ^ 1;
    await writeFile(place, bytes);
    const proven = await project.run(['verify', `outbox/${BUNDLE}`]);
    expect(proven.exit).toBe(1);
    expect(proven.stdout).toMatch(/损坏：甲\.zip\//);
    expect((await project.run(['send', '--dry-run'])).exit).not.toBe(0);
  });

  it('is shown the rule in words, and a plan that says what goes into which zip', async () => {
    const project = await works(['甲'], 'files', '{ as: zip, name: "{seq}-{title}.zip", size: { max: 5M } }');
    const shown = await project.run(['notice', 'show', '通知.yaml']);
    expect(shown.stdout.replace(/\s+/g, '')).toContain('每件作品一个压缩包：{seq}-{title}.zip，各不超过5M');
    const plan = await run(project, '--dry-run');
    expect(plan.stdout.replace(/\s+/g, '')).toContain(`工作案例/甲/照.jpg→1-甲.zip/${ORG}工作案例+图1.jpg`);
  });

  it('wants a link for a work that no mail takes, and takes it for the zip of the work', async () => {
    const project = await works(['甲'], 'files');
    const notice = await readFile(project.at('通知.yaml'), 'utf8');
    await writeFile(project.at('通知.yaml'), notice.replace('attach: files', 'attach: files, limit: 20K'));
    const asked = await run(project, '--dry-run');
    expect(asked.stdout.replace(/\s+/g, '')).toContain('请传到网盘');
    await project.put(
      'materials/工作案例/甲/作品信息.yaml',
      '网盘链接: { url: "https://pan.example.com/s/1", code: ab12 }\n',
    );
    const told = await run(project, '--dry-run', '--format', 'json');
    expect(told.stdout).toMatch(/"links": \[\s*\{\s*"name": "甲\.zip"/);
    expect(told.stdout).not.toContain('"kind": "link"');
  });
});
